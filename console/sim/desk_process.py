"""The scripted desk in its own process: everybody else who works in the centre during a demo."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from heapq import merge
from operator import attrgetter
from pathlib import Path

from console.bus.feed_client import FeedClient
from console.bus.ids import uuid7
from console.bus.link import FeedLink
from console.child import say, start_message, stop_with_parent
from console.codec import encode
from console.domain.access import Role
from console.domain.district import District
from console.domain.facts import Fact
from console.domain.result import CommandResult, ResultCode
from console.sim.board import Board
from console.sim.order import Order
from console.sim.pack_cache import load_district
from console.sim.repertoire import Repertoire
from console.sim.routine_desk import RoutineDesk
from console.sim.scenario import Step
from console.sim.start import DeskStart, Seat
from console.sim.story_desk import StoryDesk
from console.sim.timeline import Cue, run_name

LOOK_EVERY_S = 0.25
PATIENCE_S = 10.0
"""An alarm or case about which the desk just gave an order is left alone this long."""

_News = Callable[[], None]


class DeskRoom:
    """The seats of the desk, one feed client each, and what they do. One thread: `work`."""

    def __init__(self, start: DeskStart, board: Board, story: StoryDesk, routine: RoutineDesk):
        self._board = board
        self._story = story
        self._routine = routine
        self._news: queue.SimpleQueue[_News] = queue.SimpleQueue()
        self._asked: dict[str, tuple[str, int]] = {}
        self._resting: dict[str, datetime] = {}
        self._seen = False
        self._seats = [
            (seat, self._client(start, seat, reads=number == 0))
            for number, seat in enumerate(start.seats)
        ]

    def work(self, stopped: threading.Event, ready: Callable[[], None]) -> None:
        """Follow the feed and give orders until `stopped`; `ready` is called once attached."""
        for _, client in self._seats:
            client.start()
        told = False
        look_at = 0.0
        while not stopped.is_set():
            self._listen()
            if self._seen and not told:
                ready()
                told = True
            if self._seen and time.monotonic() >= look_at:
                look_at = time.monotonic() + LOOK_EVERY_S
                self._act(datetime.now(UTC))
        for _, client in self._seats:
            client.close()

    def _listen(self) -> None:
        try:
            self._news.get(timeout=LOOK_EVERY_S)()
            while True:
                self._news.get_nowait()()
        except queue.Empty:
            return

    def _act(self, now: datetime) -> None:
        for key, order in self._story.orders(self._board, now):
            cmd_id = self._give(order)
            if cmd_id:
                self._asked[cmd_id] = key
            else:
                self._story.settled(key, again=False)
        for what, order in self._routine.orders(self._board, now):
            if (now - self._resting.get(what, _LONG_AGO)).total_seconds() > PATIENCE_S:
                self._resting[what] = now
                self._give(order)

    def _give(self, order: Order) -> str:
        """Send a command from the fitting seat; an empty id where nobody can give it."""
        client = self._client_for(order)
        if client is None:
            return ""
        cmd_id = uuid7()
        client.submit(cmd_id, type(order.command).__name__, encode(order.command))
        return cmd_id

    def _client_for(self, order: Order) -> FeedClient | None:
        stand_in = Role.OPERATOR if order.role is Role.STREET_SEAT else Role.SHIFT_LEADER
        for role in (order.role, stand_in):
            for seat, client in self._seats:
                street_fits = role is not Role.STREET_SEAT or seat.street == order.street
                if seat.role == role and street_fits:
                    return client
        return None

    def _client(self, start: DeskStart, seat: Seat, reads: bool) -> FeedClient:
        put = self._news.put
        return FeedClient(
            (start.endpoint,),
            start.server_key,
            seat.public_key,
            seat.secret_key,
            seat.token,
            seat.console,
            on_snapshot=lambda facts, _: put(lambda: self._replace(facts)) if reads else None,
            on_facts=lambda facts: put(lambda: self._board.apply(facts)) if reads else None,
            on_result=lambda result: put(lambda: self._settle(result)),
            on_rows=_ignore_rows,
            on_link=_ignore_link,
        )

    def _replace(self, facts: list[Fact]) -> None:
        self._board.replace(facts)
        self._seen = True

    def _settle(self, result: CommandResult) -> None:
        key = self._asked.pop(result.cmd_id, None)
        if key is not None:
            self._story.settled(key, result.code is ResultCode.VERSION_CONFLICT)


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def _ignore_rows(_query: str, _rows: list[bytes]) -> None:
    return


def _ignore_link(_link: FeedLink) -> None:
    return


def desk_room(start: DeskStart, district: District) -> DeskRoom:
    """The desk that plays the scenarios of `start` in `district`."""
    folder = Path(start.scenario_folder)
    repertoire = Repertoire(folder, start.scenarios, district)
    run = run_name(start.started_at, start.seed)
    cues: Iterator[Cue] = merge(*repertoire.cues(run, _for_desk), key=attrgetter("at"))
    routine = RoutineDesk(
        {grid.code: grid.label for grid in district.grids},
        repertoire.titles(),
        repertoire.keys(),
        datetime.fromtimestamp(start.started_at, UTC),
        start.speed,
    )
    story = StoryDesk(cues, start.started_at, start.speed)
    return DeskRoom(start, Board(), story, routine)


def _for_desk(step: Step) -> bool:
    return step.desk is not None


def main() -> None:
    """Run the desk as its start message says; ends when its parent does."""
    start = start_message(DeskStart)
    stop = threading.Event()
    stop_with_parent(stop.set)
    district = load_district(Path(start.district_folder), Path(start.spool_folder))
    desk_room(start, district).work(stop, lambda: say({"ready": True}))


if __name__ == "__main__":
    main()
