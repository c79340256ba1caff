"""What an operator wants to see of the cases; kept by name and per user."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from console.client.case_table import CaseTable, Rows
from console.client.spelled_block import Mask
from console.domain.case import CaseSource, CaseState
from console.domain.sla import Light


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """All that is named must hold; an empty field lets everything through.

    `types` are leaf codes (E04) or groups (E). `mine` is what the operator holds or wrote to.
    """

    streets: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    states: tuple[CaseState, ...] = ()
    sources: tuple[CaseSource, ...] = ()
    lights: tuple[Light, ...] = ()
    holder: str = ""
    mine: bool = False

    @property
    def empty(self) -> bool:
        """Whether everything passes."""
        return self == CaseFilter()

    def mask(self, table: CaseTable, rows: Rows, now: float) -> Mask:
        """Which of `rows` pass at `now` (seconds since 1970)."""
        passed = np.ones(len(rows), np.bool_)
        if self.levels:
            passed &= np.isin(rows["level"], self.levels)
        if self.types:
            passed &= np.isin(rows["type"], table.codes_from(self.types))
        for column, texts in (
            ("street", self.streets),
            ("state", self.states),
            ("source", self.sources),
            ("holder", (self.holder,) if self.holder else ()),
        ):
            if texts:
                passed &= np.isin(rows[column], table.codes(texts))
        if self.lights:
            passed &= self._lit(rows, now)
        if self.mine:
            passed &= rows["mine"]
        return passed

    def _lit(self, rows: Rows, now: float) -> Mask:
        red = rows["due"] < now
        amber = (rows["amber"] <= now) & ~red
        shown = np.zeros(len(rows), np.bool_)
        if Light.RED in self.lights:
            shown |= red
        if Light.AMBER in self.lights:
            shown |= amber
        if Light.GREEN in self.lights:
            shown |= ~red & ~amber & np.isfinite(rows["due"])
        return shown
