"""Paints the case marks and their rings, and knows which of them pulse."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from widgets.map.case_marks import QUIET, CaseMark, CaseMarks
from widgets.map.detail import Detail
from widgets.map.sprites import INNER, PULSE_STEPS, Sprites, stamp
from widgets.map.view import View

PERIOD_S = {1: 1.2, 2: 1.8, 3: 2.8}
"""Time of one pulse by level; level 4 stays quiet."""

MOST_PULSING = 24
"""Beyond this many marks on screen only the worst pulse, the others keep still rings."""

_REACH = 34

Placed = tuple[CaseMark, float, float]
"""A mark and its pixel position."""


class CaseLayer:
    """The marks of one view. Pulses are painted for a time in seconds given by the caller."""

    def __init__(self, marks: CaseMarks, sprites: Sprites) -> None:
        self._marks = marks
        self._sprites = sprites
        self._placed: tuple[View | None, list[CaseMark], list[Placed]] = (None, [], [])

    def placed(self, view: View) -> list[Placed]:
        """Marks in or near the view with their pixel positions, worst last."""
        marks, worlds = self._marks.folded(view)
        known_view, known_marks, known = self._placed
        if known_view == view and known_marks is marks:
            return known
        found = [
            (mark, x, y)
            for mark, (x, y) in zip(marks, view.to_screen(worlds).tolist(), strict=True)
            if -_REACH < x < view.width + _REACH and -_REACH < y < view.height + _REACH
        ]
        self._placed = (view, marks, found)
        return found

    def boxes(self, view: View, detail: Detail) -> list[QRectF]:
        """The pixels that the marks themselves take up, for whoever wants to keep clear of them."""
        found = []
        for mark, x, y in self.placed(view):
            half = INNER + 1 if mark.level < QUIET else 10.0 if detail.sites else 5.0
            found.append(QRectF(x - half, y - half, 2 * half, 2 * half))
        return found

    def changed(
        self,
        before: list[Placed],
        after: list[Placed],
    ) -> QRegion:
        """The pixels of marks that are in only one of two lists made by `placed`."""
        region = QRegion()
        for _, x, y in set(before).symmetric_difference(after):
            region = region.united(_square(x, y))
        return region

    def pulsing(self, view: View) -> QRegion:
        """The pixels that change while the marks pulse; empty where nothing pulses."""
        region = QRegion()
        for _, x, y in self._pulsing(self.placed(view)):
            region = region.united(_square(x, y))
        return region

    def paint(
        self, painter: QPainter, view: View, detail: Detail, clip: QRegion, seconds: float
    ) -> None:
        """Paint the marks that `clip` touches, with rings as they are at `seconds`."""
        placed = self.placed(view)
        lively = {mark.numbers[0] for mark, _, _ in self._pulsing(placed)}
        whole = clip.rectCount() == 1
        box = clip.boundingRect().toRectF().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        for mark, x, y in placed:
            if not box.contains(x, y) or not (whole or clip.intersects(_square(x, y))):
                continue
            if mark.numbers[0] in lively:
                share = math.fmod(seconds / PERIOD_S[mark.level], 1.0)
                step = int(share * PULSE_STEPS)
                stamp(painter, self._sprites.pulse(mark.level, step), x, y)
            self._mark(painter, mark, x, y, detail)

    def _mark(self, painter: QPainter, mark: CaseMark, x: float, y: float, detail: Detail) -> None:
        if mark.level >= QUIET and not detail.sites:
            stamp(painter, self._sprites.dot(), x, y)
            return
        stamp(painter, self._sprites.case(mark.level), x, y)
        if len(mark.numbers) > 1:
            aside = 14 if mark.level < QUIET else 11
            stamp(painter, self._sprites.count(len(mark.numbers)), x + aside, y - aside + 1)

    @staticmethod
    def _pulsing(
        placed: list[Placed],
    ) -> list[Placed]:
        return [found for found in placed if found[0].level < QUIET][-MOST_PULSING:]


def _square(x: float, y: float) -> QRect:
    return QRect(round(x) - _REACH, round(y) - _REACH, 2 * _REACH, 2 * _REACH)
