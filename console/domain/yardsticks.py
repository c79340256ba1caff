"""How a shift does against NFPA 1225 (2022) and EEMUA 191."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.event import EventStatus
from console.domain.sla import Light

ANSWER_S, PROCESS_S = 10, 60
SHARE = 0.9
"""NFPA 1225: answered within 10 s and processed within 60 s in 90 % of the calls."""
SHARE_AMBER = 0.8
LEAST_SAMPLES = 10
"""With fewer samples a share says nothing and shows no light."""
URGENT = 2
"""Levels up to this one count as emergency calls."""
WINDOW = timedelta(minutes=10)
MEAN_GOOD, MEAN_MOST = 1.0, 2.0
"""EEMUA 191: one alarm in ten minutes is acceptable, two can be managed."""
PEAK_GOOD, PEAK_FLOOD = 5, 10
"""EEMUA 191: from ten alarms in ten minutes on it is a flood."""
MIX = (5, 15, 80)
"""EEMUA 191: percent of alarms of high (levels 1–2), medium (3) and low (4) priority."""
_MIX_GOOD, _MIX_MOST = (8, 20), (12, 30)

_SENT = frozenset({Action.DISPATCHED, Action.SELF_HANDLED})
_DROPPED = frozenset({Action.REJECTED, Action.MERGED, Action.VOIDED})


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `count` kept the limit of `limit_s` seconds; the median and 90 % of times."""

    limit_s: int
    count: int
    within: int
    median_s: float = 0.0
    p90_s: float = 0.0

    @property
    def share(self) -> float:
        """0 to 1; 0 without samples."""
        return self.within / self.count if self.count else 0.0

    @property
    def light(self) -> Light | None:
        """None where there are too few samples."""
        if self.count < LEAST_SAMPLES:
            return None
        return _light(-self.share, -SHARE, -SHARE_AMBER)


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """One shift: from `since` to `until`. `mix` counts alarms of high, medium, low priority.

    `mean` and `peak` are alarms in ten minutes, over the shift and in its worst ten minutes.
    """

    since: datetime
    until: datetime
    answered: Share
    processed: Share
    alarms: int
    mean: float
    peak: int
    mix: tuple[int, int, int]

    @property
    def mean_light(self) -> Light | None:
        """None before the first ten minutes are over."""
        if self.until - self.since < WINDOW:
            return None
        return _light(self.mean, MEAN_GOOD, MEAN_MOST)

    @property
    def peak_light(self) -> Light | None:
        """A flood is a flood, however short the shift."""
        if self.peak < PEAK_FLOOD and self.mean_light is None:
            return None
        return _light(self.peak, PEAK_GOOD, PEAK_FLOOD - 1)

    @property
    def percent(self) -> tuple[int, int, int]:
        """The mix in percent."""
        total = sum(self.mix) or 1
        high, medium, low = (round(100 * count / total) for count in self.mix)
        return high, medium, low

    @property
    def mix_light(self) -> Light | None:
        """None where there are too few alarms."""
        if sum(self.mix) < LEAST_SAMPLES:
            return None
        high, medium, _low = self.percent
        if high <= _MIX_GOOD[0] and medium <= _MIX_GOOD[1]:
            return Light.GREEN
        return Light.AMBER if high <= _MIX_MOST[0] and medium <= _MIX_MOST[1] else Light.RED


def measure(
    alarms: Sequence[Alarm], cases: Sequence[Case], since: datetime, now: datetime
) -> Yardsticks:
    """The yardsticks from alarms and cases; those before `since` and exercises do not count."""
    raised = sorted(
        (one for one in alarms if one.raised_at >= since and one.status is EventStatus.ACTUAL),
        key=lambda one: one.raised_at,
    )
    opened = [one for one in cases if one.reported_at >= since and _real(one)]
    moments = [one.raised_at for one in raised]
    windows = max((now - since) / WINDOW, 1.0)
    high = sum(one.level <= URGENT for one in raised)
    medium = sum(one.level == URGENT + 1 for one in raised)
    return Yardsticks(
        since=since,
        until=now,
        answered=_share([_answer_s(one, now) for one in raised], ANSWER_S),
        processed=_share([_process_s(one, now) for one in opened], PROCESS_S),
        alarms=len(raised),
        mean=round(len(raised) / windows, 2),
        peak=_peak(moments),
        mix=(high, medium, len(raised) - high - medium),
    )


def _real(case: Case) -> bool:
    return case.opening.status is EventStatus.ACTUAL


def _answer_s(alarm: Alarm, now: datetime) -> tuple[float, bool] | None:
    """Seconds until an emergency alarm was acknowledged, and whether it was; None: no sample."""
    if alarm.level > URGENT or alarm.type.startswith("system."):
        return None
    end = alarm.acknowledged_at or now
    return (end - alarm.raised_at).total_seconds(), alarm.acknowledged_at is not None


def _process_s(case: Case, now: datetime) -> tuple[float, bool] | None:
    """Seconds until an emergency case was sent to somebody, and whether it was."""
    if case.opening.level > URGENT:
        return None
    for entry in case.log:
        if entry.action in _SENT:
            return (entry.at - case.reported_at).total_seconds(), True
        if entry.action in _DROPPED:
            return None
    return (now - case.reported_at).total_seconds(), False


def _share(times: Sequence[tuple[float, bool] | None], limit_s: int) -> Share:
    """What waits still counts as missed once it is over the limit, and not at all before."""
    counted = sorted(
        max(time[0], 0.0) for time in times if time is not None and (time[1] or time[0] > limit_s)
    )
    if not counted:
        return Share(limit_s, 0, 0)
    return Share(
        limit_s,
        len(counted),
        sum(time <= limit_s for time in counted),
        round(counted[(len(counted) - 1) // 2], 1),
        round(counted[-(-9 * len(counted) // 10) - 1], 1),
    )


def _peak(moments: Sequence[datetime]) -> int:
    """The most in any ten minutes; `moments` are sorted."""
    most = first = 0
    for index, moment in enumerate(moments):
        while moments[first] <= moment - WINDOW:
            first += 1
        most = max(most, index - first + 1)
    return most


def _light(value: float, good: float, most: float) -> Light:
    if value <= good:
        return Light.GREEN
    return Light.AMBER if value <= most else Light.RED
