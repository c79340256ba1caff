"""One thing that can be reported in the background of a demo."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.case import CaseSource


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of report: what it is called, who may report it, and what they say.

    `place` is added to the grid's address; `value` with `unit` is what a sensor would measure.
    """

    level: int
    case_type: str
    title: str
    place: str
    detail: str
    sources: tuple[CaseSource, ...]
    value: float = 0.0
    unit: str = ""
