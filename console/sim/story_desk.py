"""Gives the commands that the scenarios ask for, when their moment has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from console.domain.commands import OpenCase
from console.sim.board import Board
from console.sim.order import Order
from console.sim.prompter import Prompter
from console.sim.timeline import Cue, Play, minute_at

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

    prompter: Prompter
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
        play = cue.play
        key = (play.scenario.id, play.number)
        if cue.step.desk is None:
            return
        if key not in self._scripts:
            began = self._moment(play.begins) - _EARLY
            moment = partial(self._moment_of, play)
            self._scripts[key] = _Script(Prompter(play, began, moment))
        self._scripts[key].cues.append(cue)

    def _moment(self, at: float) -> datetime:
        return self._started + timedelta(seconds=at / self._speed)

    def _moment_of(self, play: Play, minute: float) -> datetime:
        return self._moment(play.begins + minute_at(play.scenario.steps, minute))

    def _order(self, script: _Script, board: Board, at: float, now: datetime) -> Order | None:
        cue, prompter = script.cues[0], script.prompter
        order = prompter.order(board, cue.step)
        if order is None:
            late = at > cue.at + GIVE_UP_S * self._speed
            if late or prompter.over(board, cue.step):
                script.cues.pop(0)
        elif isinstance(order.command, OpenCase):
            alarm = prompter.alarm(board, cue.step.case)
            if alarm is not None and alarm.level <= 2 and now - alarm.raised_at < OPERATORS_TIME:
                return None
        return order


def _gap(cues: Sequence[Cue]) -> float:
    """Demo seconds from the first cue to the next, as told but never long."""
    return min(LATE_GAP_S, cues[1].at - cues[0].at) if len(cues) > 1 else 0.0
