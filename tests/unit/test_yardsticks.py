"""The yardsticks of a shift, on made-up alarms and cases whose figures are counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.event import EventStatus
from console.domain.sla import Light
from console.domain.timekeeper import Timekeeper
from console.domain.yardsticks import measure
from tests.unit.histories import MONDAY, begun, line, walked


def alarm(second: float, level: int = 2, answered: float | None = 5) -> Alarm:
    at = MONDAY + timedelta(seconds=second)
    return Alarm(
        id=f"a{second}-{level}",
        key="k",
        type="sensor.level",
        level=level,
        state=AlarmState.UNACKNOWLEDGED if answered is None else AlarmState.ACKNOWLEDGED,
        title="",
        source="s",
        status=EventStatus.ACTUAL,
        place=None,
        grid="",
        street="",
        raised_at=at,
        last_at=at,
        count=1,
        value="",
        case_type="",
        cameras=(),
        acknowledged_at=None if answered is None else at + timedelta(seconds=answered),
    )


def later(**time: float) -> datetime:
    return MONDAY + timedelta(**time)


def test_nine_of_ten_within_ten_seconds_is_green_and_eight_is_not() -> None:
    nine = [alarm(n, answered=10) for n in range(9)] + [alarm(9, answered=11)]
    answered = measure(nine, [], MONDAY, later(hours=1)).answered
    assert (answered.count, answered.within, answered.light) == (10, 9, Light.GREEN)
    assert (answered.median_s, answered.p90_s) == (10, 10)
    eight = [*nine[:8], alarm(8, answered=60), nine[9]]
    assert measure(eight, [], MONDAY, later(hours=1)).answered.light is Light.AMBER
    seven = [*eight[:7], alarm(7, answered=61), *eight[8:]]
    assert measure(seven, [], MONDAY, later(hours=1)).answered.light is Light.RED


def test_too_few_samples_show_no_light() -> None:
    found = measure([alarm(1)] * 9, [], MONDAY, later(minutes=5))
    assert found.answered.count == 9
    assert found.answered.light is None
    assert found.mix_light is None
    assert found.mean_light is None
    assert found.peak_light is None
    assert measure([], [], MONDAY, later(hours=1)).answered.share == 0


def test_what_waits_counts_once_it_is_late_and_lower_levels_do_not() -> None:
    waiting = alarm(0, answered=None)
    assert measure([waiting], [], MONDAY, later(seconds=10)).answered.count == 0
    late = measure([waiting], [], MONDAY, later(seconds=11)).answered
    assert (late.count, late.within) == (1, 0)
    others = [
        alarm(0, 3),
        replace(alarm(1), type="system.gap"),
        replace(alarm(2), status=EventStatus.EXERCISE),
        alarm(-1),
    ]
    assert measure(others, [], MONDAY, later(hours=1)).answered.count == 0


def test_cases_are_processed_when_somebody_is_sent(timekeeper: Timekeeper) -> None:
    def case(level: int, *entries: object) -> Case:
        return walked(begun(timekeeper, level), timekeeper, *entries)

    cases = [
        case(1, line(Action.DISPATCHED, 1)),
        case(2, line(Action.DISPATCHED, 1.1)),
        case(2, line(Action.REJECTED, 1)),
        case(3, line(Action.FILED), line(Action.DISPATCHED)),
        case(2),
    ]
    processed = measure([], cases, MONDAY, later(hours=1)).processed
    assert (processed.count, processed.within) == (3, 1)


def test_load_is_the_mean_and_the_worst_ten_minutes() -> None:
    spread = [alarm(n * 600, 4) for n in range(6)]
    calm = measure(spread, [], MONDAY, later(hours=1))
    assert (calm.mean, calm.peak) == (1.0, 1)
    assert (calm.mean_light, calm.peak_light) == (Light.GREEN, Light.GREEN)
    flood = measure([alarm(100 + n, 4) for n in range(10)], [], MONDAY, later(minutes=30))
    assert (flood.mean, flood.peak) == (3.33, 10)
    assert (flood.mean_light, flood.peak_light) == (Light.RED, Light.RED)
    assert measure([alarm(n, 4) for n in range(10)], [], MONDAY, later(seconds=30)).peak_light


def test_the_mix_is_compared_with_5_15_80() -> None:
    good = [alarm(n, 2) for n in range(1)] + [alarm(n, 3) for n in range(3)]
    good += [alarm(n, 4) for n in range(16)]
    found = measure(good, [], MONDAY, later(hours=4))
    assert (found.percent, found.mix_light) == ((5, 15, 80), Light.GREEN)
    bad = [alarm(n, 1) for n in range(5)] + [alarm(n, 4) for n in range(5)]
    assert measure(bad, [], MONDAY, later(hours=4)).mix_light is Light.RED
