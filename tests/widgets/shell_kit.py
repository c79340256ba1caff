"""A console's window on made-up rows: no hub, no players, a clock that stands until moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from console.client.link_status import LinkStatus
from console.client.questions import Questions
from console.client.session import Session
from console.client.store import Store
from console.domain.access import Actor, Role
from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.commands import COMMANDS, Command
from console.domain.facts import Fact, Kind, Row
from console.domain.result import CommandResult, ResultCode
from tests.builders import NOW
from tests.widgets.fake_fleet import FakeFleet
from widgets.actions import Actions
from widgets.common.ticker import Ticker
from widgets.layout_memory import LayoutMemory
from widgets.main_window import MainWindow
from widgets.parts import Parts
from widgets.theme import Theme

USER = "陈某"
ME = Actor("chen", USER, Role.SHIFT_LEADER, "", "desk-1")
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class FakeFeed:
    """Remembers what was submitted."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, bytes]] = []
        self.withdrawn: list[str] = []
        self.asked: list[tuple[str, object]] = []

    def submit(self, cmd_id: str, kind: str, args: bytes) -> None:
        self.sent.append((cmd_id, kind, args))

    def withdraw(self, cmd_id: str) -> None:
        self.withdrawn.append(cmd_id)

    def query(self, name: str, args: object) -> str:
        self.asked.append((name, args))
        return f"query-{len(self.asked)}"

    def commands(self) -> list[Command]:
        return [msgspec.json.decode(args, type=COMMANDS[kind]) for _, kind, args in self.sent]


class Shell:
    """Store, session, actions and ticker with a fake feed; a window on demand."""

    def __init__(self, store: Store, theme: Theme) -> None:
        self.store = store
        self.theme = theme
        self.moment = NOW
        self.feed = FakeFeed()
        self.session = Session(self.feed, lambda: self.moment)
        self.actions = Actions(store, self.session, ME)
        self.questions = Questions(self.feed)
        self.ticker = Ticker(lambda: self.moment)

    def parts(self) -> Parts:
        return Parts(
            self.store,
            self.theme,
            self.ticker,
            actions=self.actions,
            questions=self.questions,
            fleet=FakeFleet(),
            resources=RESOURCES,
        )

    def window(self, folder: Path) -> MainWindow:
        window = MainWindow(self.parts(), LayoutMemory(folder, USER))
        window.parts.fresh.take_link(LinkStatus(up=True, since=NOW - timedelta(hours=1)))
        return window

    def move_on(self, seconds: float) -> None:
        """Let time pass and tick once."""
        self.moment = self.moment + timedelta(seconds=seconds)
        self.ticker.ticked.emit(self.moment)

    def answer(
        self, code: ResultCode = ResultCode.OK, reason: str = "", data: dict[str, str] | None = None
    ) -> None:
        """The hub answers the newest command."""
        cmd_id = self.feed.sent[-1][0]
        self.actions.settle(CommandResult(cmd_id, code, 2, data or {}, reason))


def fact(kind: Kind, key: str, row: Row | None, name: str = "Changed", at: datetime = NOW) -> Fact:
    return Fact(0, name, at, kind, key, row)


def alarm_facts(alarms: Sequence[Alarm]) -> list[Fact]:
    return [fact(Kind.ALARM, alarm.id, alarm, "AlarmRaised") for alarm in alarms]


def case_fact(case: Case) -> Fact:
    return fact(Kind.CASE, case.number, case)


def retitled(case: Case, number: str, title: str, level: int | None = None) -> Case:
    """The case under another number and title."""
    opening = replace(case.opening, number=number, title=title)
    return replace(case, opening=opening, level=level or case.level)
