"""The locked console: covered, sounding, opened by the same or another person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.client.entrance import Entrance
from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.codec import encode
from console.domain.access import Role
from console.domain.alarm import AlarmState
from console.domain.clear_value import ClearValue
from console.domain.facts import Kind
from console.domain.password_rules import MLPS
from console.domain.people_commands import LockConsole
from console.domain.purpose import Purpose
from console.domain.result import CommandResult, ResultCode
from tests.builders import NOW
from tests.widgets.shell_kit import ME, Shell, alarm_facts, case_fact
from widgets.alarms.annunciator import Annunciator
from widgets.layout_memory import LayoutMemory
from widgets.lock.cover import Cover
from widgets.main_window import MainWindow
from widgets.people_desk import PeopleDesk
from widgets.theme import Theme

PASSWORD = "Correct horse 1"  # noqa: S105 nobody's


class FakeDoor:
    """Remembers who asked to come in."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def sign_in(self, user: str, password: str) -> str:
        self.asked.append((user, password))
        return f"in-{len(self.asked)}"

    def change_password(self, user: str, password: str, new: str) -> str:
        self.asked.append((user, password, new))
        return f"in-{len(self.asked)}"


@dataclass(frozen=True, slots=True)
class Seat:
    """A window with its people's desk and the hub's end of it."""

    shell: Shell
    window: MainWindow
    desk: PeopleDesk
    door: FakeDoor
    entrance: Entrance

    def enter(self, user: str = "") -> None:
        screen = self.desk.screen
        if user:
            screen.user.setText(user)
        screen.password.setText(PASSWORD)
        screen.enter.click()

    def let_in(self, user: str = ME.user, name: str = ME.name, role: Role = ME.role) -> None:
        data = {"user": user, "name": name, "role": role.value, "street": ""}
        self._answer(ResultCode.OK, data=data)

    def turn_away(self, reason: str = "E-SIGN-IN") -> None:
        self._answer(ResultCode.NOT_ALLOWED, reason)

    def _answer(
        self, code: ResultCode, reason: str = "", data: dict[str, str] | None = None
    ) -> None:
        cmd_id = f"in-{len(self.door.asked)}"
        self.entrance.take_result(CommandResult(cmd_id, code, 0, data or {}, reason))


@pytest.fixture
def seat(qtbot: QtBot, store: Store, theme: Theme, tmp_path: Path) -> Iterator[Seat]:
    shell = Shell(store, theme)
    window = shell.window(tmp_path)
    door = FakeDoor()
    entrance = Entrance(door, ME.console)
    memory = LayoutMemory(tmp_path, ME.name)
    desk = PeopleDesk(window, memory, entrance, shell.questions, rules=MLPS, lock_minutes=10)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    yield Seat(shell, window, desk, door, entrance)
    desk.close()
    window.close()


def test_ten_minutes_without_a_touch_lock_and_a_touch_begins_anew(seat: Seat) -> None:
    seat.shell.move_on(599)
    assert not seat.desk.lock.is_locked
    seat.desk.idle.touch()
    seat.shell.move_on(599)
    assert not seat.desk.lock.is_locked
    seat.shell.move_on(1)
    assert seat.desk.lock.is_locked
    assert seat.shell.feed.commands()[-1] == LockConsole("idle")


def test_the_key_locks_and_every_window_is_covered(seat: Seat) -> None:
    seat.window.parts.show_links()
    links = seat.window.parts.links
    seat.window.parts.keys.action("people.lock").trigger()
    assert seat.desk.lock.is_locked
    assert not links.isVisible()
    [cover] = seat.window.findChildren(Cover)
    assert cover.geometry() == seat.window.rect()
    assert seat.desk.screen.geometry() == seat.window.geometry()
    assert seat.shell.feed.commands()[-1] == LockConsole("asked")
    seat.enter()
    seat.let_in()
    assert not seat.desk.lock.is_locked
    assert links.isVisible()
    assert not any(one.isVisible() for one in seat.window.findChildren(Cover))
    links.close()


def test_esc_and_a_wrong_password_open_nothing(seat: Seat, qtbot: QtBot) -> None:
    seat.desk.lock.lock_now()
    seat.desk.screen.reject()
    assert seat.desk.lock.is_locked
    seat.enter()
    assert seat.door.asked == [(ME.user, PASSWORD)]
    seat.turn_away()
    assert seat.desk.lock.is_locked
    assert "E-SIGN-IN" in seat.desk.screen.said()
    assert not seat.desk.screen.password.text()


def test_alarms_sound_and_show_without_what_anybody_wrote(seat: Seat) -> None:
    played: list[int] = []
    voice = seat.window.parts.speech
    store = seat.shell.store
    annunciator = Annunciator(
        store, seat.shell.ticker, lambda *sound: played.append(len(sound)), voice
    )
    seat.desk.lock.lock_now()
    alarm = next(iter(store.alarms.values()))
    fresh = replace(
        alarm, id="fresh", title="罗建国 13812345678", level=1, state=AlarmState.UNACKNOWLEDGED,
        raised_at=NOW,
    )  # fmt: skip
    changes = store.apply(alarm_facts([fresh]))
    seat.window.apply(changes)
    annunciator.apply(changes)
    seat.shell.move_on(1)
    assert played
    lines = "\n".join(seat.desk.screen.alarms.lines())
    assert "Level 1" in lines
    assert "罗" not in lines
    assert "138" not in lines


def test_another_operator_takes_over_and_the_layout_stays(seat: Seat) -> None:
    state = seat.window.desk.saveState()
    seat.desk.lock.switch()
    assert seat.desk.screen.expects_other
    seat.enter("wang")
    seat.let_in("wang", "王某", Role.OPERATOR)
    assert seat.desk.lock.is_locked, "what the other may see has not come yet"
    seat.desk.apply(Changes(reset=True))
    assert not seat.desk.lock.is_locked
    assert (seat.shell.actions.me.user, seat.shell.actions.me.role) == ("wang", Role.OPERATOR)
    assert seat.window.desk.saveState() == state


def test_a_hub_that_knows_nobody_asks_to_sign_in_again(seat: Seat) -> None:
    link = LinkStatus(up=False, since=NOW, detail="NOT_SIGNED_IN")
    seat.desk.take_link(link)
    assert seat.desk.lock.is_locked
    seat.enter()
    seat.let_in()
    assert not seat.desk.lock.is_locked


def test_it_says_when_the_hub_is_away(seat: Seat) -> None:
    seat.desk.take_link(LinkStatus(up=False, since=NOW, detail="LOST"))
    seat.desk.lock.lock_now()
    assert "No connection" in seat.desk.screen.said()
    seat.desk.take_link(LinkStatus(up=True, since=NOW))
    assert not seat.desk.screen.said()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_sees_no_case_works_on_the_offices_pages(seat: Seat, role: Role) -> None:
    seat.desk.lock.switch()
    seat.enter("jian")
    seat.let_in("jian", "简某", role)
    seat.desk.apply(Changes(reset=True))
    assert seat.desk.office.isVisible()
    assert not seat.window.desk.isVisible()
    assert not seat.window.parts.command_bar.isVisible()
    asked = [name for name, _ in seat.shell.feed.asked]
    assert ("audit" if role is Role.AUDITOR else "users") in asked
    seat.desk.lock.switch()
    seat.enter(ME.user)
    seat.let_in()
    seat.desk.apply(Changes(reset=True))
    assert seat.window.desk.isVisible()
    assert not seat.desk.office.isVisible()


def test_personal_data_is_open_for_three_minutes_in_its_own_case(seat: Seat) -> None:
    parts, store = seat.window.parts, seat.shell.store
    case = next(one for one in store.cases.values() if one.opening.reporter)
    parts.selection.select(Kind.CASE, case.number)
    line = parts.case.case_view.unlock
    assert line.isVisible()
    answer = [
        encode(ClearValue("reporter", "p1", "罗建国")),
        encode(ClearValue("contact", "p2", "x")),
    ]
    seat.desk.show_clear(case.number, Purpose.CALL_BACK, "")
    seat.shell.questions.take_rows(f"query-{len(seat.shell.feed.asked)}", answer)
    assert "罗建国" in line.words()
    seat.shell.move_on(179)
    assert "罗建国" in line.words()
    seat.shell.move_on(1)
    assert "罗建国" not in line.words()
    line.reveal(case.number, {"p1": "罗建国"}, 180)
    seat.desk.lock.lock_now()
    assert not line.is_open
    seat.enter()
    seat.let_in()
    line.reveal(case.number, {"p1": "罗建国"}, 180)
    other = replace(case, opening=replace(case.opening, number="XL20211128-9999"))
    store.apply([case_fact(other)])
    parts.selection.select(Kind.CASE, other.number)
    assert not line.is_open
