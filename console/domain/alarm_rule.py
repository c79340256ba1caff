"""How alarms of one type are filtered, latched and folded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class FoldArea(StrEnum):
    """Within which area alarms of one cause fold into one card."""

    GRID = "grid"
    STREET = "street"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """Filters of one alarm type. None of them ever holds back an alarm of level 1.

    The alarm is raised once its cause has stood for `on_delay` and was reported `count` times
    within `window`; it counts as returned when the cause was gone for `off_delay`. With `latch` one
    that returned unseen stays. More than `fold_over` of one cause and area raised within
    `fold_window` fold into one card.
    """

    on_delay: timedelta = timedelta(0)
    off_delay: timedelta = timedelta(0)
    count: int = 1
    window: timedelta = timedelta(minutes=10)
    latch: bool = True
    fold_over: int = 10
    fold_window: timedelta = timedelta(minutes=10)
    fold_area: FoldArea = FoldArea.GRID
