"""Finds what the desk steps of a performance are about and words their commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from console.domain.access import Role
from console.domain.alarm import Alarm
from console.domain.case import ENDED, Case, CaseState
from console.domain.case_commands import (
    AnswerApproval,
    AttachFile,
    LinkCase,
    MergeCase,
    RecordOutcome,
    ReviewCase,
)
from console.domain.commands import COMMANDS, AddNote, Command, LinkCamera, OpenCase
from console.domain.grid_task import GridTask
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from console.sim.board import Board, version_of
from console.sim.order import Order
from console.sim.scenario import DeskRule, Step
from console.sim.scripted import filled
from console.sim.timeline import Play

_STREET_DIGITS = 9
"""So many digits of a grid's code are its street's."""
_TASK_COMMANDS = {one.__name__ for one in (CheckIn, RemindTask, CloseTask)}
_OTHER_CASE = {MergeCase.__name__: "into", LinkCase.__name__: "other"}
_AFTERWARDS = {
    one.__name__ for one in (AddNote, AttachFile, LinkCamera, LinkCase, RecordOutcome, ReviewCase)
}
"""Commands that a closed case still takes."""


@dataclass(frozen=True, slots=True)
class Prompter:
    """Knows one performance; `began` is when, `moment` turns its minutes into moments."""

    play: Play
    began: datetime
    moment: Callable[[float], datetime]

    def order(self, board: Board, step: Step) -> Order | None:
        """The command of a step, None where it cannot be given: not yet, or not any more."""
        rule = step.desk
        if rule is None:
            return None
        if rule.command == OpenCase.__name__:
            return self._opening(rule, step.case, board)
        if rule.command == CreateTask.__name__:
            return self._task(rule)
        if rule.command in _TASK_COMMANDS:
            return self._about_task(rule, board)
        return self._change(rule, step.case, board)

    def over(self, board: Board, step: Step) -> bool:
        """Whether a step's command has nothing left to do: somebody else was there first."""
        rule = step.desk
        if rule is None:
            return True
        if rule.command == OpenCase.__name__:
            alarm = self.alarm(board, step.case)
            return alarm is not None and bool(alarm.case)
        case = self.case(board, step.case)
        return case is not None and not _takes(case, rule.command)

    def alarm(self, board: Board, case: str) -> Alarm | None:
        """The alarm that the scenario opens `case` from."""
        for step in self.play.scenario.steps:
            if step.desk and step.desk.command == OpenCase.__name__ and step.case == case:
                key = str(filled(step.desk.args["alarm"], self.play.words(case)))
                return board.alarm_with(key, self.began)
        return None

    def case(self, board: Board, case: str) -> Case | None:
        """The case that the scenario calls `case`, whoever opened it."""
        alarm = self.alarm(board, case)
        if alarm is not None:
            return board.cases.get(alarm.case)
        for step in self.play.scenario.steps:
            if step.event and step.case == case and "title" in step.event.body:
                title = str(filled(step.event.body["title"], self.play.words(case)))
                return board.case_called(title, self.began)
        return None

    def _opening(self, rule: DeskRule, name: str, board: Board) -> Order | None:
        alarm = self.alarm(board, name)
        if alarm is None or alarm.case:
            return None
        place = self.play.cast
        known = {
            "place": {"lon": place.place.lon, "lat": place.place.lat},
            "grid": place.grid.code,
            "address": place.address,
            "reporter": "",
            "contact": "",
        }
        args = {**known, **self._args(rule, name), "alarm": alarm.id}
        return self._order(rule, args, place.grid.street)

    def _task(self, rule: DeskRule) -> Order:
        args = self._args(rule, "main")
        args["due_at"] = self.moment(float(str(args["due_at"])))
        return self._order(rule, args, self.play.cast.grid.street)

    def _about_task(self, rule: DeskRule, board: Board) -> Order | None:
        task = self._given(board)
        if task is None:
            return None
        args = self._args(rule, "main")
        street = str(args.get("grid", self.play.cast.grid.code))[:_STREET_DIGITS]
        args |= {"entity": task.id, "version": task.version}
        return self._order(rule, args, street)

    def _given(self, board: Board) -> GridTask | None:
        """The scenario's one-to-many task."""
        for step in self.play.scenario.steps:
            if step.desk and step.desk.command == CreateTask.__name__:
                return board.task_called(str(step.desk.args["title"]), self.began)
        return None

    def _change(self, rule: DeskRule, name: str, board: Board) -> Order | None:
        case = self.case(board, name)
        if case is None or not _takes(case, rule.command):
            return None
        args: dict[str, object] = {"entity": case.number, "version": version_of(case)}
        args |= self._args(rule, name)
        if rule.command == AnswerApproval.__name__:
            if not case.approvals:
                return None
            args["request"] = case.approvals[-1].request
        field = _OTHER_CASE.get(rule.command)
        if field is not None:
            other = self.case(board, str(args[field]))
            if other is None:
                return None
            args[field] = other.number
        return self._order(rule, args, case.opening.street)

    def _args(self, rule: DeskRule, name: str) -> dict[str, object]:
        words = self.play.words(name)
        return {field: filled(value, words) for field, value in rule.args.items()}

    @staticmethod
    def _order(rule: DeskRule, args: dict[str, object], street: str) -> Order:
        command: Command = msgspec.convert(args, COMMANDS[rule.command])
        return Order(Role(rule.role), street, command)


def _takes(case: Case, command: str) -> bool:
    ended = ENDED - {CaseState.CLOSED} if command in _AFTERWARDS else ENDED
    return case.state not in ended
