"""Reads `district.toml`, the district's own facts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from console.domain.district import DistrictInfo
from console.maps.pack_findings import PackFindings
from console.maps.pack_row import PackRow
from console.maps.pack_text import pack_text

FILE = "district.toml"
_LINE = re.compile(r"line (\d+)")


def pack_info(folder: Path, findings: PackFindings) -> DistrictInfo:
    """The district's facts; with findings the answer is a stand-in."""
    text = pack_text(folder / FILE, findings)
    if text is None:
        return DistrictInfo("", "", "", "", "", invented=False)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        at = int(line.group(1)) if line else text.count("\n")
        findings.add(FILE, at, f"not readable as TOML: {error}")
        return DistrictInfo("", "", "", "", "", invented=False)
    row = PackRow(FILE, 1, table, findings)
    return DistrictInfo(
        code=row.digits("code", 6),
        name=row.text("name"),
        centre_name=row.text("centre_name"),
        duty_leader=row.text("duty_leader", required=False),
        case_prefix=_prefix(row),
        invented=table.get("invented", False) is True,
    )


def _prefix(row: PackRow) -> str:
    prefix = row.text("case_prefix")
    if prefix and not re.fullmatch(r"[A-Z]{1,8}", prefix):
        row.complain(f"case_prefix {prefix} must be 1 to 8 capital letters")
    return prefix
