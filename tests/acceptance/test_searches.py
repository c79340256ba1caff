"""Looking for somebody: the elder who walked off, the child in the department store."""

from __future__ import annotations

from console.domain.access import Role
from console.domain.attachment import PhotoGroup
from console.domain.case import CaseState, Stage
from console.domain.case_log import Action
from console.domain.grid_check import GridCheck
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from tests.acceptance.conftest import Play


def test_s01_a_missing_elder(begin: Play) -> None:
    """Search sectors, escalation, all co-handlers done before closing."""
    story = begin("S01")
    story.play(until=75)
    case = story.case()
    assert [one.name for one in case.sectors] == [
        "1 文化广场",
        "2 滨河步道",
        "3 老菜场",
        "4 山脚停车场",
        "5 公交枢纽",
    ]
    assert all(one.grids for one in case.sectors)
    assert not any(one.cleared for one in case.sectors)
    checks = [one.row for one in story.told("GridCheckedIn")]
    assert len({one.grid for one in checks if isinstance(one, GridCheck)}) == 18
    assert (case.level, case.stage) == (3, Stage.JOINTLY_HANDLED)

    story.play(until=241)
    assert story.case().level == 2
    assert len([one for one in story.case().sectors if one.cleared]) == 2
    again = story.refused(Role.STREET_SEAT, "ClearSector", sector="1 文化广场")
    assert again is Refusal.ALREADY_CLEARED

    story.play(until=600)
    assert all(one.cleared for one in story.case().sectors)
    assert (story.case().state, len(story.case().co_handlers_open)) == (CaseState.REPORTED_DONE, 1)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="结案")
    assert closing is Refusal.CO_HANDLERS_OPEN

    story.play()
    case = story.case()
    assert (case.state, case.co_handlers_open, case.satisfaction) == (CaseState.REVIEWED, (), 5)
    assert case.linked == (story.case("visit").number,)
    assert story.case("visit").reported_at == story.at(1500)
    # He was found after 9 h 20 min; a case of level 2 is to be handled in 8 h.
    assert story.red() == {ClockKind.HANDLED}


def test_s14_a_lost_child(begin: Play) -> None:
    """Four exits on the wall; the photo belongs to this case alone and is withdrawn after a day."""
    story = begin("S14")
    story.play(until=12)
    case = story.case()
    assert set(case.cameras) >= {one.id for one in story.cast.cameras[:4]}
    assert len(case.sectors) == len(case.units) == 4
    assert [one.group for one in case.attachments] == [PhotoGroup.SCENE]
    assert case.paperwork_due
    filing = story.refused(Role.STREET_SEAT, "AdvanceCase", action="filed", note="立案")
    assert filing is Refusal.NOT_ALLOWED

    story.play(until=37)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="找到")
    assert closing is Refusal.PAPERWORK_DUE
    story.play()
    case = story.case()
    assert (case.state, story.red()) == (CaseState.REVIEWED, set())
    found = next(one for one in case.log if one.action is Action.HANDLED)
    assert found.at == story.at(35)
    withdrawn = story.log(Action.NOTED)[-1][1]
    assert withdrawn.startswith("24小时届满")
    others = [one for one in story.centre.board.cases.values() if one.number != case.number]
    digest = case.attachments[0].sha256
    assert not any(file.sha256 == digest for one in others for file in one.attachments)
