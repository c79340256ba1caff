"""Where the units are, where they came from, and how old that is."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from console.domain.unit import Unit, UnitStatus
from widgets.map.projection import Projection

TRACK_LENGTH = timedelta(minutes=2)
"""How far back a track reaches."""

STALE_AFTER_S = 30.0
"""A position older than this many seconds is drawn hollow, with its age."""

_LEAST_STEP_M = 4.0
_MOST_POINTS = 64

_Fix = tuple[datetime, float, float]


class UnitTracks:
    """Fixes of each unit on duty over the last two minutes, oldest first."""

    def __init__(self) -> None:
        self._fixes: dict[str, deque[_Fix]] = {}
        self._paths: dict[str, QPainterPath] = {}
        self._whole: QPainterPath | None = None

    def rebuild(self, units: Mapping[str, Unit], projection: Projection) -> None:
        """Take over all units; tracks already known go on, in a new projection they start over."""
        self._fixes.clear()
        self._paths.clear()
        self.update(units, units, projection)

    def update(self, ids: Iterable[str], units: Mapping[str, Unit], projection: Projection) -> None:
        """Add the new fixes of moved units and forget those gone or off duty."""
        for key in ids:
            unit = units.get(key)
            if unit is None or unit.place is None or unit.status is UnitStatus.OFF_DUTY:
                self._fixes.pop(key, None)
                self._paths.pop(key, None)
            elif unit.seen_at is not None:
                fixes = self._fixes.setdefault(key, deque(maxlen=_MOST_POINTS))
                _add(fixes, (unit.seen_at, *projection.world(unit.place)))
                self._paths[key] = _path(fixes)
        self._whole = None

    def __iter__(self) -> Iterable[str]:
        return iter(self._fixes)

    @property
    def latest(self) -> Mapping[str, _Fix]:
        """The last fix of each unit: time, then world position in metres."""
        return {key: fixes[-1] for key, fixes in self._fixes.items()}

    def path(self) -> QPainterPath:
        """All tracks as one path on the plane."""
        if self._whole is None:
            self._whole = QPainterPath()
            for path in self._paths.values():
                self._whole.addPath(path)
        return self._whole

    def box(self, key: str) -> QRectF:
        """The rectangle round a unit's track on the plane; empty where there is none."""
        fixes = self._fixes.get(key)
        if not fixes:
            return QRectF()
        return (
            self._paths[key]
            .boundingRect()
            .united(QRectF(QPointF(*fixes[-1][1:]), QPointF(*fixes[-1][1:])))
        )


def _add(fixes: deque[_Fix], fix: _Fix) -> None:
    """Append a fix; one that hardly moved replaces the last, old ones fall out."""
    if fixes and fix[0] < fixes[-1][0]:
        return
    if len(fixes) > 1:
        _, x, y = fixes[-2]
        if abs(fixes[-1][1] - x) + abs(fixes[-1][2] - y) < _LEAST_STEP_M:
            fixes.pop()
    fixes.append(fix)
    while len(fixes) > 1 and fix[0] - fixes[0][0] > TRACK_LENGTH:
        fixes.popleft()


def _path(fixes: Iterable[_Fix]) -> QPainterPath:
    path = QPainterPath()
    for number, (_, x, y) in enumerate(fixes):
        if number:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    return path
