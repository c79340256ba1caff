"""A scenario of the demo, played by its own file to a centre as fast as the hub can take it."""

from __future__ import annotations

from datetime import datetime, timedelta

from console.bus.source import Draft
from console.domain.access import Role
from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.commands import Command
from console.domain.facts import Fact
from console.domain.grid_task import GridTask
from console.domain.refusal import Refusal
from console.domain.result import ResultCode
from console.domain.sla import Clock, ClockKind, Light
from console.sim.cast import find_cast
from console.sim.prompter import Prompter
from console.sim.scenario import DeskRule, Scenario, Step
from console.sim.scripted import planned
from console.sim.timeline import Play
from tests.acceptance.centre import BETWEEN, Centre

LOOKS = 3


class Performance:
    """Steps come in the order of the file, each at its minute. No command may be refused."""

    def __init__(self, centre: Centre, scenario: Scenario) -> None:
        self.centre = centre
        centre.clock.now += BETWEEN - (centre.clock.now - _day(centre.clock.now))
        self.began = centre.clock.now
        self.cast = find_cast(scenario.cast, centre.town)
        self._play = Play(scenario, self.cast, 1, 0.0, f"{self.began:%Y%m%d}")
        self._prompter = Prompter(self._play, self.began, self.at)
        self._left = list(scenario.steps)
        self._first_fact = len(centre.facts)

    def at(self, minute: float) -> datetime:
        """The moment of a minute of the story."""
        return self.began + timedelta(minutes=minute)

    def play(self, until: float = float("inf")) -> None:
        """Play all steps before the minute `until` that were not played yet."""
        while self._left and self._left[0].t < until:
            step = self._left.pop(0)
            self.centre.clock.now = self.at(step.t)
            self._perform(step)

    def _perform(self, step: Step) -> None:
        if step.event is not None:
            event = planned(step.t, self._play, step.case, step.event)
            now = self.centre.clock.now
            draft = Draft(
                event.type,
                event.key,
                event.severity,
                event.body,
                now,
                message=event.message.value,
            )
            self.centre.report(event.source, draft)
        if step.desk is not None:
            self._command(step)

    def _command(self, step: Step) -> None:
        """As at a console: where the case had changed, look again and decide again."""
        for _ in range(LOOKS):
            order = self._prompter.order(self.centre.board, step)
            assert order is not None, f"nothing to do {step.desk} on: {step.case}"
            result = self.centre.give(order.role, order.street, order.command)
            if result.code is ResultCode.OK:
                return
            stale = result.code is ResultCode.VERSION_CONFLICT
            assert stale, f"{step.t}: {order.command}: {result.reason}"
        raise AssertionError(f"{step.t}: {step.case} never stands still")

    def case(self, name: str = "main") -> Case:
        """The case that the file calls so, as the feed told it last."""
        found = self._prompter.case(self.centre.board, name)
        assert found is not None, name
        return found

    def alarm(self, name: str = "main") -> Alarm:
        """The alarm that the file opens that case from."""
        found = self._prompter.alarm(self.centre.board, name)
        assert found is not None, name
        return found

    def task(self, title: str) -> GridTask:
        """The one-to-many task of that title."""
        found = self.centre.board.task_called(title, self.began)
        assert found is not None, title
        return found

    def refused(self, role: Role, command: str, case: str = "main", **args: object) -> Refusal:
        """Why the hub refuses a command that the file does not give."""
        rule = DeskRule(command, role.value, args)  # type: ignore[arg-type]  # as in a file
        step = Step(0.0, desk=rule, case=case)
        order = self._prompter.order(self.centre.board, step)
        assert order is not None
        return self.centre.refusal(order.role, order.street, order.command)

    def give(self, role: Role, command: Command) -> None:
        """Give a command that the file does not give."""
        result = self.centre.give(role, self.cast.grid.street, command)
        assert result.code is ResultCode.OK, f"{command}: {result.reason}"

    def told(self, name: str) -> list[Fact]:
        """The facts of that name since the story began."""
        self.centre.catch_up()
        return [one for one in self.centre.facts[self._first_fact :] if one.name == name]

    def log(self, action: Action, case: str = "main") -> list[tuple[str, str]]:
        """Who did it and the note, for every such line that the case's row carries."""
        return [(one.by, one.note) for one in self.case(case).log if one.action is action]

    def clock(self, kind: ClockKind, case: str = "main") -> Clock:
        """The newest clock of a kind."""
        return [one for one in self.case(case).clocks if one.kind is kind][-1]

    def red(self, case: str = "main") -> set[ClockKind]:
        """The clocks that ran out, met late or not at all."""
        now = self.centre.clock.now
        return {one.kind for one in self.case(case).clocks if one.light(now) is Light.RED}


def _day(moment: datetime) -> datetime:
    """The same working morning that all stories begin on."""
    return moment.replace(hour=1, minute=0, second=0, microsecond=0) - timedelta(
        days=moment.weekday()
    )
