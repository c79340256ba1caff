"""The rows of a CSV file of a pack."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from console.maps.pack_findings import PackFindings
from console.maps.pack_row import PackRow
from console.maps.pack_text import pack_text


def pack_table(
    path: Path, columns: Sequence[str], findings: PackFindings, required: bool = True
) -> list[PackRow]:
    """The file's rows; `columns` must all be in its first line, others are ignored."""
    text = pack_text(path, findings, required)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[PackRow] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in columns if name not in header]
        if missing:
            findings.add(path.name, 1, f"missing columns: {', '.join(missing)}")
            return []
        for values in reader:
            if not any(value.strip() for value in values):
                continue
            if len(values) != len(header):
                findings.add(
                    path.name, reader.line_num, f"{len(values)} values for {len(header)} columns"
                )
                continue
            row = dict(zip(header, values, strict=True))
            rows.append(PackRow(path.name, reader.line_num, row, findings))
    except csv.Error as error:
        findings.add(path.name, reader.line_num, f"not readable as CSV: {error}")
    return rows
