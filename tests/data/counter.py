"""People at consoles who give commands to a core, for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from console.codec import decode, encode
from console.domain.access import Actor, Role
from console.domain.case import Case
from console.domain.commands import Command
from console.domain.facts import Fact
from console.services.core import CommandResult
from console.services.hub_core import Core
from tests.data.feeder import facts
from tests.data.town import WEST

NAMES = {"chen": "陈卫东", "li": "李建国", "zhou": "周建军"}


class Counter:
    """Gives commands as anybody; keeps the facts of the last one."""

    def __init__(self, core: Core, now: Callable[[], datetime]) -> None:
        self._core = core
        self._now = now
        self._count = 0
        self.facts: list[Fact] = []

    def actor(self, user: str, role: Role = Role.OPERATOR, street: str = "") -> Actor:
        return Actor(user, NAMES.get(user, user), role, street, f"desk-{user}")

    def sit(self, user: str, case: str = "", role: Role = Role.OPERATOR, street: str = "") -> None:
        """Sit at a console with a case open."""
        args = encode({"case": case})
        assert self._core.query(self.actor(user, role, street), "watching", args) == []

    def give(
        self, command: Command, user: str = "chen", role: Role = Role.OPERATOR, street: str = WEST
    ) -> CommandResult:
        self._count += 1
        who = self.actor(user, role, street)
        kind = type(command).__name__
        result, items = self._core.command(who, f"k{self._count}", kind, encode(command))
        self.facts = facts(items)
        return result

    def why(self, command: Command, user: str = "chen", role: Role = Role.OPERATOR) -> str:
        """The reason of the refusal, empty where it was carried out."""
        return self.give(command, user, role).reason

    def tick(self) -> list[Fact]:
        """What time alone brings about."""
        self.facts = facts(self._core.tick(self._now()))
        return self.facts

    def case(self, number: str) -> Case:
        """The case as stored."""
        leader = self.actor("zhou", Role.SHIFT_LEADER)
        [row] = self._core.query(leader, "case", encode({"number": number}))
        return decode(row, Case)
