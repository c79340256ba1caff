"""Gives the commands that the scenarios ask for, when their moment has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec

from console.domain.access import Role
from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.commands import COMMANDS, Command, OpenCase
from console.sim.board import Board, version_of
from console.sim.order import Order
from console.sim.scenario import DeskRule
from console.sim.scripted import filled
from console.sim.timeline import Cue, Play

OPERATORS_TIME = timedelta(seconds=60)
"""Alarms of level 1–2 are the real operator's for this long."""
LATE_GAP_S = 5.0
"""Steps that fell behind follow each other this closely, in demo seconds, not all at once."""
GIVE_UP_S = 90.0
"""Seconds of wall time after which a step whose case has not come about is left out."""
_EARLY = timedelta(seconds=5)


@dataclass(slots=True)
class _Script:
    """The desk's steps of one performance that are still to come."""

    play: Play
    cues: list[Cue] = field(default_factory=list)
    asked: bool = False
    free_at: float = 0.0


class StoryDesk:
    """Works through the desk steps of every performance, one after the other.

    `cues` are the scenarios' steps in order of time, without end; `speed` as in `Pace`.
    """

    def __init__(self, cues: Iterable[Cue], started_at: float, speed: float) -> None:
        self._cues: Iterator[Cue] = iter(cues)
        self._next: Cue | None = next(self._cues, None)
        self._started = datetime.fromtimestamp(started_at, UTC)
        self._speed = speed
        self._scripts: dict[tuple[str, int], _Script] = {}

    def orders(self, board: Board, now: datetime) -> list[tuple[tuple[str, int], Order]]:
        """The commands due now, each with the key under which `settled` wants its answer."""
        at = (now - self._started).total_seconds() * self._speed
        while self._next is not None and self._next.at <= at:
            self._enter(self._next)
            self._next = next(self._cues, None)
        found = []
        for key, script in list(self._scripts.items()):
            if not script.cues:
                del self._scripts[key]
            elif not script.asked and at >= script.free_at:
                order = self._order(script, board, at, now)
                if order is not None:
                    script.asked = True
                    script.free_at = at + _gap(script.cues)
                    found.append((key, order))
        return found

    def settled(self, key: tuple[str, int], again: bool) -> None:
        """The answer to an order is there; `again` where the case had changed in the meantime."""
        script = self._scripts.get(key)
        if script is not None:
            script.asked = False
            if not again:
                script.cues.pop(0)

    def _enter(self, cue: Cue) -> None:
        key = (cue.play.scenario.id, cue.play.number)
        if cue.step.desk is not None:
            self._scripts.setdefault(key, _Script(cue.play)).cues.append(cue)

    def _order(self, script: _Script, board: Board, at: float, now: datetime) -> Order | None:
        cue = script.cues[0]
        rule = cue.step.desk
        if rule is None:
            return None
        begins = self._started + timedelta(seconds=cue.play.begins / self._speed) - _EARLY
        alarm = self._alarm(cue.play, cue.step.case, board, begins)
        case = self._case(cue.play, cue.step.case, alarm, board, begins)
        if rule.command == OpenCase.__name__:
            if alarm is not None and not alarm.case:
                return self._opening(rule, cue.play, alarm, now)
            done = alarm is not None
        else:
            if case is not None and case.open:
                return self._change(rule, cue, case)
            done = case is not None
        if done or at > cue.at + GIVE_UP_S * self._speed:
            script.cues.pop(0)
        return None

    def _alarm(self, play: Play, case: str, board: Board, since: datetime) -> Alarm | None:
        for step in play.scenario.steps:
            if step.desk and step.desk.command == OpenCase.__name__ and step.case == case:
                key = str(filled(step.desk.args["alarm"], play.words(case)))
                return board.alarm_with(key, since)
        return None

    def _case(
        self, play: Play, case: str, alarm: Alarm | None, board: Board, since: datetime
    ) -> Case | None:
        if alarm is not None:
            return board.cases.get(alarm.case)
        for step in play.scenario.steps:
            if step.event and step.case == case and "title" in step.event.body:
                title = str(filled(step.event.body["title"], play.words(case)))
                return board.case_called(title, since)
        return None

    def _opening(self, rule: DeskRule, play: Play, alarm: Alarm, now: datetime) -> Order | None:
        if alarm.level <= 2 and now - alarm.raised_at < OPERATORS_TIME:
            return None
        args = {name: filled(value, play.words("main")) for name, value in rule.args.items()}
        place = play.cast
        known = {
            "place": {"lon": place.place.lon, "lat": place.place.lat},
            "grid": place.grid.code,
            "address": place.address,
            "reporter": "",
            "contact": "",
        }
        command = msgspec.convert({**known, **args, "alarm": alarm.id}, OpenCase)
        return Order(Role(rule.role), place.grid.street, command)

    def _change(self, rule: DeskRule, cue: Cue, case: Case) -> Order:
        words = cue.play.words(cue.step.case)
        args = {name: filled(value, words) for name, value in rule.args.items()}
        known = {"entity": case.number, "version": version_of(case), **args}
        command: Command = msgspec.convert(known, COMMANDS[rule.command])
        return Order(Role(rule.role), case.opening.street, command)


def _gap(cues: Sequence[Cue]) -> float:
    """Demo seconds from the first cue to the next, as told but never long."""
    return min(LATE_GAP_S, cues[1].at - cues[0].at) if len(cues) > 1 else 0.0
