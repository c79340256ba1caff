"""Sources whose clock disagrees with the hub's: told to the operators, and told off again."""

from __future__ import annotations

from console.services.alarm_desk import AlarmDesk
from console.services.work import Work

CLOCK_OFF_MS = 5_000.0
"""From here on a clock is wrong: times of such events must not be compared across sources."""
CLOCK_WELL_MS = 2_500.0
KIND = "system.clock"
_LEVEL = 3


class ClockWatch:
    """Raises one alarm a source; the order of events never follows a source's clock."""

    def __init__(self, alarms: AlarmDesk) -> None:
        self._alarms = alarms

    def measured(self, work: Work, source: str, offset_ms: float) -> None:
        """A source's clock was compared; positive where it runs ahead."""
        if abs(offset_ms) >= CLOCK_OFF_MS:
            if not self._alarms.stands(work, KIND, source):
                value = f"{offset_ms / 1000:+.0f} s"
                title = "Clock of a source is wrong"
                self._alarms.system(work, KIND, source, title=title, value=value, level=_LEVEL)
        elif abs(offset_ms) < CLOCK_WELL_MS:
            self._alarms.system_well(work, KIND, source)
