"""Levels 1 and 2: handled first, the paperwork later, and by the wall clock."""

from __future__ import annotations

from datetime import timedelta

from console.domain.access import Role
from console.domain.alarm import AlarmState
from console.domain.case import CaseState, Stage
from console.domain.case_commands import AnswerApproval, RequestApproval
from console.domain.case_log import Action
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from tests.acceptance.conftest import Play

ALL_MET = {ClockKind.TAKE_IN, ClockKind.DISPATCH, ClockKind.ACCEPT, ClockKind.ON_SCENE}


def test_s02_a_fall_seen_on_a_camera(begin: Play) -> None:
    """From a picture to a case with its place and camera; handled first, paperwork later."""
    story = begin("S02")
    story.play(until=13)
    case, alarm = story.case(), story.alarm()
    assert (alarm.state, alarm.case) == (AlarmState.ACKNOWLEDGED, case.number)
    assert case.cameras[0] == story.cast.cameras[0].id
    assert case.opening.place == story.cast.place
    assert (case.state, case.paperwork_due) == (CaseState.HANDLING, True)

    story.play(until=190)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="结案")
    assert closing is Refusal.CHECKLIST_OPEN, "120 was called, and nobody ticked it"
    story.play()
    case = story.case()
    assert (case.state, case.paperwork_due) == (CaseState.CLOSED, False)
    assert case.linked == (story.case("wet").number,)
    assert story.case("wet").linked == (case.number,)
    assert len(story.log(Action.REPORT_SENT)) == 3
    assert {one.kind for one in case.clocks if one.met_at} >= ALL_MET
    assert story.red() == set()


def test_s03_a_flooded_underpass(begin: Play) -> None:
    """A threshold, repeats folded into one alarm, up and down, nil reports every half hour."""
    story = begin("S03")
    story.play(until=8.5)
    alarm = story.alarm()
    assert (alarm.count, alarm.value) == (7, "27 cm")
    keys = [one for one in story.centre.board.alarms.values() if one.key == alarm.key]
    assert [one.id for one in keys if one.raised_at >= story.began] == [alarm.id]

    story.play(until=26)
    assert (story.case().level, len(story.case().units)) == (1, 3)
    assert story.case().in_response
    lower = story.refused(Role.OPERATOR, "ChangeLevel", level=3, reason="水退")
    assert lower is Refusal.NOT_ALLOWED

    story.play()
    case = story.case()
    assert (case.state, case.level) == (CaseState.CLOSED, 3)
    assert case.members == (story.case("trapped").number,)
    assert story.case("trapped").merged_into == case.number
    assert [one for _, one in story.log(Action.ESCALATED)] == ["两人被困，水位仍在上涨"]
    assert len(story.log(Action.DEESCALATED)) == 1
    nil = [note for _, note in story.log(Action.REPORT_SENT) if "零报告" in note]
    assert len(nil) == 5
    assert story.red() == set()
    assert story.alarm().state is AlarmState.NORMAL


def test_s04_night_evacuation_from_a_slope(begin: Play) -> None:
    """A list of heads, and a suspension that a second person agrees to: the clock stands still."""
    story = begin("S04")
    story.play(until=16)
    case = story.case()
    assert (case.level, case.stage, case.state) == (1, Stage.JOINTLY_HANDLED, CaseState.HANDLING)
    assert sum(one.expected for one in case.heads) == 19
    assert sum(one.missing for one in case.heads) == 19
    assert all("某" in one.household for one in case.heads), "names are masked"

    story.play(until=31)
    heads = story.case().heads
    assert (sum(one.found or 0 for one in heads), sum(one.elsewhere for one in heads)) == (16, 3)
    assert sum(one.missing for one in heads) == 0

    story.play(until=80)
    case = story.case()
    reason = "治理"
    ask = RequestApproval(case.number, case.version, Action.SUSPENDED, reason)
    story.give(Role.SHIFT_LEADER, ask)
    own = story.refused(Role.SHIFT_LEADER, "AnswerApproval", approve=True)
    assert own is Refusal.SECOND_PERSON
    asked = story.case().approvals[-1].request
    story.give(Role.SHIFT_LEADER, AnswerApproval(case.number, asked, False, "改由值班员提出"))

    story.play(until=90)
    before = story.clock(ClockKind.FOLLOW_UP)
    assert story.case().suspended
    assert before.paused
    story.play(until=20 * 1440)
    blocked = story.refused(Role.STREET_SEAT, "AdvanceCase", action="handled", note="返家")
    assert blocked is Refusal.SUSPENDED

    story.play(until=20 * 1440 + 5)
    assert not story.case().suspended
    stood = story.at(20 * 1440) - story.at(85)
    assert story.clock(ClockKind.FOLLOW_UP).due_at - before.due_at == stood > timedelta(days=19)
    story.play()
    assert (story.case().state, story.red()) == (CaseState.CLOSED, set())
    lifted = story.log(Action.RESPONSE_LIFTED)
    assert [note for _, note in lifted] == ["险情排除"]


def test_s05_fire_in_an_old_block(begin: Play) -> None:
    """The clocks of level 1, five units jointly, and the hazard order that follows."""
    story = begin("S05")
    story.play(until=2.7)
    case = story.case()
    assert len(case.units) == 5
    assert case.stage is Stage.JOINTLY_HANDLED
    assert story.clock(ClockKind.TAKE_IN).met_at == story.at(1)
    assert story.clock(ClockKind.TAKE_IN).limit_s == 60
    assert story.case("call").merged_into == case.number
    assert {one.party for one in case.response.calls} >= {"区长（指挥长）", "区委区政府总值班室"}

    story.play(until=64)
    closing = story.refused(Role.STREET_SEAT, "AdvanceCase", action="closed", note="火灭")
    assert closing is Refusal.NOT_ALLOWED, "who handled it does not close it"
    story.play()
    case, hazard = story.case(), story.case("hazard")
    assert (case.state, story.red()) == (CaseState.CLOSED, set())
    assert [(one.expected, one.found) for one in case.heads] == [(32, 32)]
    assert case.outcome is not None
    assert (case.outcome.injured, case.outcome.loss_yuan) == (2, 20_000)
    assert (case.linked, hazard.linked) == ((hazard.number,), (case.number,))
    assert (hazard.state, hazard.level) == (CaseState.CLOSED, 4)
    assert story.clock(ClockKind.HANDLED, "hazard").limit_s == 7 * 7 * 3600, "7 working days"
    assert story.red("hazard") == set()


def test_s12_a_factory_gas_alarm(begin: Play) -> None:
    """A detector that chatters is latched as one alarm; the hazard behind it is a linked case."""
    story = begin("S12")
    story.play(until=0.75)
    story.centre.tick()
    alarm = story.alarm()
    assert (alarm.count, alarm.state) == (5, AlarmState.UNACKNOWLEDGED)
    assert len(story.told("AlarmRaised")) == 1

    story.play(until=20.5)
    assert story.alarm().returns_at is not None, "quiet, but not for long enough yet"
    story.play(until=31)
    story.centre.tick()
    assert story.alarm().state is AlarmState.NORMAL
    story.play()
    case, hazard = story.case(), story.case("hazard")
    called = {one.party: one.reached_at for one in case.response.calls}
    assert called["属地街道"] == story.at(2), "the park is in the conference"
    assert (case.state, story.red(), case.linked) == (CaseState.CLOSED, set(), (hazard.number,))
    assert (hazard.state, story.red("hazard")) == (CaseState.CLOSED, set())


def test_s17_an_object_on_the_railway_fence(begin: Play) -> None:
    """An outside unit is called by phone; only one that was reached counts as sent."""
    story = begin("S17")
    story.play(until=1.2)
    assert story.case().state is CaseState.REPORTED, "nobody was reached yet"
    story.play(until=2)
    case = story.case()
    assert (case.state, case.holder) == (CaseState.DISPATCHED, "铁路工务段调度")
    assert case.units == ()
    by_phone = [one for one in case.log if one.action is Action.CALL_MADE]
    assert [one.args["outcome"] for one in by_phone] == ["no_answer", "reached"]
    assert all("****" in one.args["phone"] for one in by_phone)
    nobody = story.refused(
        Role.OPERATOR, "CallOutside", organisation=" ", contact="", phone="", outcome="reached"
    )
    assert nobody is Refusal.INVALID
    story.play()
    assert (story.case().state, story.red()) == (CaseState.CLOSED, set())
