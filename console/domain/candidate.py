"""Somebody who could be sent to a case, and what speaks for and against."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.office import Office
from console.domain.unit import Unit
from console.domain.unit_fit import Fit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit or an office with its reasons; `cost` orders them, lowest first, in about minutes.

    `distance_m` is None where a position is missing, `age_s` how old the unit's position is, `load`
    how many open cases name it. `here` says that the case has it already.
    """

    name: str
    cost: float
    unit: Unit | None = None
    office: Office | None = None
    distance_m: float | None = None
    age_s: float | None = None
    fit: Fit = Fit.NEITHER
    load: int = 0
    here: bool = False

    @property
    def key(self) -> str:
        """The unit's id, or the office as commands name it."""
        if self.unit is not None:
            return self.unit.id
        return self.office.text if self.office is not None else ""
