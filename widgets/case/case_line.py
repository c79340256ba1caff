"""One row of a section of the case panel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What stands before a row."""

    OPEN = "open"
    DUE = "due"
    HALF = "half"
    DONE = "done"
    LINK = "link"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """`key` is what the row is about, `note` stands at the right in muted ink."""

    key: str
    mark: Mark
    text: str
    note: str = ""
