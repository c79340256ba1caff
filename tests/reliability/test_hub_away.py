"""The hub is away: what operators do waits, is carried out once when it is back, or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus import frames, headers
from console.bus.frames import Message
from console.bus.link import FeedState
from console.bus.requests import Requests
from console.client.outcome import Outcome
from console.client.session import Session
from console.codec import encode
from console.domain.access import Role
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.commands import AddNote, AdvanceCase
from console.domain.facts import Kind
from console.domain.refusal import Refusal
from console.domain.result import ResultCode
from tests.data.feeder import Feeder, Watch, facts
from tests.hub.site import TOKEN, Console, wait_for
from tests.reliability.real_site import RealSite, real_site


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RealSite]:
    with real_site(tmp_path) as one:
        yield one


def a_case(site: RealSite) -> Case:
    watch = Watch()
    watch.now = datetime.now(UTC)
    feeder = Feeder(watch)
    rows = [fact.row for fact in facts(site.real.take([feeder.batch(feeder.report("R1"))])[1])]
    return next(row for row in rows if isinstance(row, Case))


def seen(console: Console, number: str) -> Case:
    """The newest row that a console has of a case."""
    rows = [fact.row for facts, _ in console.snapshots for fact in facts if fact.key == number]
    rows += [fact.row for fact in console.facts if fact.kind is Kind.CASE and fact.key == number]
    assert isinstance(rows[-1], Case)
    return rows[-1]


def notes(case: Case) -> list[str]:
    return [entry.note for entry in case.log if entry.action is Action.NOTED]


def outcomes(session: Session, console: Console) -> list[Outcome]:
    found = [session.settle(result) for result in console.results]
    return [outcome for outcome in found if outcome is not None]


def test_what_was_done_meanwhile_is_carried_out_once_and_in_order(town: RealSite) -> None:
    case = a_case(town)
    town.start_hub()
    console = town.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    town.stop_hub()
    wait_for(lambda: console.state is FeedState.DOWN, "the console seeing it")
    session = Session(console.client)
    texts = [f"第 {n} 条" for n in range(5)]
    for text in texts:
        session.submit(AddNote(case.number, text))
    assert session.submit(AddNote(case.number, texts[0])) is None, "a double click"
    taken_back = session.waiting()[2].cmd_id
    session.withdraw(taken_back)
    wait_for(lambda: len(console.results) == 1, "its being taken back")
    assert console.results[0].code is ResultCode.WITHDRAWN
    town.start_hub()
    wait_for(lambda: len(console.results) == 5, "all answers")
    session.withdraw(session.waiting()[0].cmd_id)
    wait_for(lambda: len(notes(seen(console, case.number))) == 4, "the notes")
    assert all(outcome.ok for outcome in outcomes(session, console)[1:])
    assert session.waiting() == []
    assert notes(seen(console, case.number)) == [texts[n] for n in (0, 1, 3, 4)]


def test_whoever_was_faster_meanwhile_is_told_and_nothing_changes(town: RealSite) -> None:
    case = a_case(town)
    other = town.seat("li", Role.SHIFT_LEADER)
    town.start_hub()
    console = town.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    town.stop_hub()
    wait_for(lambda: console.state is FeedState.DOWN, "the console seeing it")
    session = Session(console.client)
    town.start_hub()
    raw = town.attached(other, "desk-2")
    wait_for(lambda: console.state is FeedState.UP, "the console being back")
    filed = AdvanceCase(case.number, case.version, Action.FILED)
    raw.send("CMD", headers.Cmd("li/1", "AdvanceCase"), [encode(filed)])
    assert raw.receive("RESULT").typed(headers.Result).code == ResultCode.OK
    session.submit(filed)
    wait_for(lambda: bool(console.results), "the answer")
    outcome = outcomes(session, console)[0]
    assert (outcome.code, outcome.reason) == (
        ResultCode.VERSION_CONFLICT,
        Refusal.VERSION_CONFLICT.value,
    )
    assert [entry.action for entry in seen(console, case.number).log].count(Action.FILED) == 1


class Deaf(Requests):
    """Does not hear the first answer, so that the command is sent again."""

    deaf = True

    def on_result(self, message: Message) -> bool:
        if self.deaf:
            self.deaf = False
            return False
        return super().on_result(message)


class Careless(Deaf):
    """The fault: what is sent again gets a new id."""

    turn = 0

    def due(self, *, attached: bool) -> Iterator[list[bytes]]:
        for parts in list(super().due(attached=attached)):
            message = frames.decode(parts)
            header = message.typed(headers.Cmd)
            self.turn += 1
            fresh = f"{header.cmd_id}-{self.turn}"
            old = next(key for key in self._waiting if key.startswith(header.cmd_id))
            self._waiting[fresh] = self._waiting.pop(old)
            yield frames.encode("CMD", headers.Cmd(fresh, header.type), message.items)


@pytest.mark.parametrize(("kind", "written"), [(Deaf, 1), (Careless, 2)])
def test_a_lost_answer_makes_no_second_note(
    town: RealSite, kind: type[Requests], written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second case is the fault put back: then the note stands twice."""
    monkeypatch.setattr("console.bus.feed_client.Requests", kind)
    monkeypatch.setattr("console.bus.requests.REPEAT_S", 0.3)
    case = a_case(town)
    town.start_hub()
    console = town.console(TOKEN)
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    Session(console.client).submit(AddNote(case.number, "已联系物业"))
    wait_for(lambda: bool(console.results), "the answer to the second sending")
    wait_for(lambda: len(notes(seen(console, case.number))) == written, "the notes")
    assert notes(seen(console, case.number)) == ["已联系物业"] * written
