"""Levels 3 and 4: what a district does all day."""

from __future__ import annotations

from console.bus.source import Draft
from console.domain.access import Role
from console.domain.attachment import PhotoGroup
from console.domain.bodies import TaskCheckIn
from console.domain.card import Card
from console.domain.case import CaseState
from console.domain.case_log import Action
from console.domain.facts import Kind
from console.domain.grid_check import GridCheck
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.domain.sub_task import SubTaskState
from tests.acceptance.conftest import Play
from tests.acceptance.performance import Performance

FREEZE = "低温冰冻：独居老人与水管排查"


def test_s06_e_bike_in_a_stairwell(begin: Play) -> None:
    """A grid member fixes it on the spot; the shift leader reviews it the next day."""
    story = begin("S06")
    story.play(until=1000)
    case = story.case()
    assert (case.state, case.self_handled, case.holder) == (CaseState.REPORTED_DONE, True, "值班长")
    assert len(case.log) == 2, "nobody filed or dispatched anything"
    own = story.refused(Role.OPERATOR, "ReviewCase", satisfaction=5)
    assert own is Refusal.NOT_ALLOWED
    story.play()
    assert (story.case().state, story.case().satisfaction) == (CaseState.REVIEWED, 5)
    assert story.case().updated_at.date() > story.case().reported_at.date()


def test_s07_crowding_at_a_school_gate(begin: Play) -> None:
    """The third time in seven days is flagged, and raises a special task."""
    story = begin("S07")
    story.play(until=2 * 1440)
    assert (story.case("day1").repeats, story.case("day2").repeats) == (0, 0)
    story.play()
    case = story.case()
    assert (case.state, case.repeats) == (CaseState.CLOSED, 3)
    assert set(case.linked) == {story.case("day1").number, story.case("day2").number}
    task = story.task("校门口拥堵专项治理")
    assert (len(task.grids), task.open) == (4, False)
    assert len(story.told("GridCheckedIn")) == 4


def test_s08_a_missing_manhole_cover(begin: Play) -> None:
    """Sent back as not theirs, counted, sent to others; photos before and after are required."""
    story = begin("S08")
    story.play(until=40)
    case = story.case()
    assert (case.state, case.returns, case.holder) == (CaseState.FILED, 1, "值班长")
    assert len(case.returned_by) == 1
    story.play(until=200)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="结案")
    assert closing is Refusal.PHOTOS_MISSING
    story.play()
    case = story.case()
    assert (case.state, case.returns) == (CaseState.CLOSED, 1)
    assert {one.group for one in case.attachments} == {PhotoGroup.BEFORE, PhotoGroup.AFTER}


def test_s15_a_power_cut(begin: Play) -> None:
    """Fourteen calls are one case; the person in the lift is a part of a higher level."""
    story = begin("S15")
    story.play(until=24)
    case = story.case()
    assert len(case.members) == 13
    members = [story.case(f"call{n}") for n in range(2, 15)]
    assert {one.state for one in members} == {CaseState.MERGED}
    assert {one.merged_into for one in members} == {case.number}
    [lift] = case.tasks
    assert (lift.level, lift.state, case.level) == (2, SubTaskState.ACCEPTED, 3)
    assert case.pressing_level == 2, "the part lifts the case in the queue"
    story.play(until=75)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="来电了")
    assert closing is Refusal.CO_HANDLERS_OPEN
    story.play()
    assert (story.case().state, story.case().pressing_level) == (CaseState.CLOSED, 3)
    assert story.red() == set()


def test_s16_a_fallen_tree(begin: Play) -> None:
    """Three units in parallel: nobody's arrival undoes another's work."""
    story = begin("S16")
    story.play(until=24)
    assert (len(story.case().units), story.case().state) == (3, CaseState.HANDLING)
    story.play(until=40)
    arrivals = {name for name, _ in story.log(Action.ARRIVED)}
    assert arrivals == {story.cast.units[one].name for one in ("traffic", "power", "garden")}
    assert story.case().state is CaseState.HANDLING
    units = list(story.case().units)
    twice = story.refused(Role.SHIFT_LEADER, "DispatchUnits", units=units, offices=[])
    assert twice is Refusal.ALREADY_THERE
    story.play(until=110)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="通车")
    assert closing is Refusal.PHOTOS_MISSING
    story.play()
    assert (story.case().state, story.red()) == (CaseState.CLOSED, set())


def test_s18_repeated_night_noise(begin: Play) -> None:
    """Three in seven days, nobody comes: a reminder, then a yellow card; it goes once handled."""
    story = begin("S18")
    story.play(until=5 * 1440 + 10)
    case = story.case()
    assert case.repeats == 3
    assert set(case.linked) == {story.case("night1").number, story.case("night2").number}
    assert case.supervision is not None
    assert case.supervision.card is Card.YELLOW
    assert story.red() == {ClockKind.ON_SCENE}
    milder = story.refused(Role.SHIFT_LEADER, "SuperviseCase", card="yellow", reason="再次")
    assert milder is Refusal.SAME_CARD
    operator = story.refused(Role.OPERATOR, "SuperviseCase", card="red", reason="再次")
    assert operator is Refusal.NOT_ALLOWED
    story.play()
    case = story.case()
    assert (case.state, case.supervision, case.satisfaction) == (CaseState.REVIEWED, None, 4)
    assert any("五个街道" in note for _, note in story.log(Action.NOTED))


def test_s20_a_freeze(begin: Play) -> None:
    """One task to 207 grids; 189 check in by the deadline, the others offline and late."""
    story = begin("S20")
    story.play(until=199)
    assert len(story.task(FREEZE).grids) == 207
    assert len(_checks(story)) == 150
    story.play(until=320)
    task = story.task(FREEZE)
    assert (len(_checks(story)), task.reminders) == (189, 1)
    assert not any(one.late for one in _checks(story))
    again = story.refused(Role.STREET_SEAT, "CheckIn", grid=_checks(story)[0].grid)
    assert again is Refusal.CHECKED_IN
    missing = sorted(set(task.grids) - {one.grid for one in _checks(story)})

    story.play(until=400)
    left = [one for one in missing if one not in {each.grid for each in _checks(story)}]
    body = TaskCheckIn(task.id, left[0], "网格员包某", "写于信号中断时")
    draft = Draft("task.check_in", task.id, 4, body, story.at(290))
    story.centre.report("grid-app", draft)
    offline = next(one for one in _checks(story) if one.grid == left[0])
    assert (offline.at, offline.late, offline.offline) == (story.at(290), True, True)
    story.play()
    assert not story.task(FREEZE).open
    assert len(_checks(story)) == 196
    assert len([one for one in _checks(story) if one.late]) == 7
    closed = story.refused(Role.SHIFT_LEADER, "RemindTask")
    assert closed is Refusal.TASK_CLOSED
    assert (story.case("bridge").state, story.red("bridge")) == (CaseState.CLOSED, set())


def _checks(story: Performance) -> list[GridCheck]:
    rows = [one.row for one in story.told("GridCheckedIn") if one.kind is Kind.CHECK]
    return [one for one in rows if isinstance(one, GridCheck)]
