"""Every error code is explained in the manual, and nothing that is no longer one."""

from __future__ import annotations

import re
from pathlib import Path

from console import errors
from console.errors import ConsoleError

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual" / "errors.md"


def _codes() -> set[str]:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    return {kind.code for kind in kinds if issubclass(kind, ConsoleError)}


def _rows() -> dict[str, list[str]]:
    found = {}
    for line in MANUAL.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\| (E-[A-Z-]+) \|", line):
            found[match.group(1)] = [cell.strip() for cell in line.strip("|").split("|")]
    return found


def test_every_code_is_explained() -> None:
    assert set(_rows()) == _codes()


def test_every_explanation_says_what_it_means_and_what_to_do() -> None:
    for code, cells in _rows().items():
        assert len(cells) == 3, code
        assert all(cells), code
