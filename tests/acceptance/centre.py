"""A whole centre on a clock of its own: the real hub on a real store, a seat for every role."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.bus.allow_list import PeerKind
from console.bus.ids import uuid7
from console.bus.items import decode_item
from console.bus.source import Draft, Source
from console.codec import encode
from console.domain.access import Role
from console.domain.commands import Command
from console.domain.district import District
from console.domain.facts import Fact, Kind
from console.domain.refusal import Refusal
from console.domain.result import CommandResult, ResultCode
from console.hub.config import SignedIn
from console.hub.server import HubServer
from console.sim.board import Board
from console.sim.links import LINK_NAMES
from data.opened_core import OpenedCore
from tests.hub.site import Console, Site, wait_for

RESOURCES = Path(__file__).parents[2] / "resources"
FIRST_DAY = datetime(2021, 11, 29, 1, 0, tzinfo=UTC)
"""A Monday, 09:00 local time."""
BETWEEN = timedelta(days=14)
"""From one story to the next: no complaint of an earlier one counts as repeated."""
PEOPLE = {
    Role.OPERATOR: ("operator", "李某"),
    Role.SHIFT_LEADER: ("leader", "周某"),
    Role.COMMANDER: ("commander", "郑某"),
    Role.VERIFIER: ("verifier", "吴某"),
}
UNTOLD = frozenset({"patrol-gps", "camera-platform", "conference"})
"""Sources that no scenario speaks through."""


class Centre(Site):
    """Everybody acts over the sockets; `board` is what the shift leader's console was told."""

    def __init__(self, folder: Path, opened: OpenedCore, clock: StoryClock, town: District) -> None:
        super().__init__(folder)
        self.core = opened.core
        self.clock = clock
        self.town = town
        self.board = Board()
        self.facts: list[Fact] = []
        self._reporters: dict[str, Source] = {}
        self._seats: dict[tuple[Role, str], Console] = {}

    def open(self) -> None:
        """Start the hub and seat everybody."""
        people = [(role, "", user, name) for role, (user, name) in PEOPLE.items()]
        people += [
            (Role.STREET_SEAT, street.code, f"street-{street.code}", f"{street.name}坐席")
            for street in self.town.streets
        ]
        self.sessions = tuple(
            SignedIn(f"token-{user}", user, name, role.value, street)
            for role, street, user, name in people
        )
        pairs = {user: self.allow(user, PeerKind.CONSOLE) for _, _, user, _ in people}
        self.start_hub()
        for name in LINK_NAMES.keys() - UNTOLD:
            self._reporters[name] = self.source(name)
        for role, street, user, _ in people:
            seat = Console(
                [f"tcp://127.0.0.1:{self.ports[1]}"],
                self.keys.public,
                pairs[user],
                f"token-{user}",
                user,
            )
            self._seats[role, street] = seat
            self._consoles.append(seat)
        wait_for(lambda: all(one.snapshots for one in self._seats.values()), "the seats", 30)
        self._read = self._seats[Role.SHIFT_LEADER, ""]
        snapshot, self._gseq = self._read.snapshots[0]
        self.board.replace(snapshot)

    def start_hub(self) -> HubServer:
        """The hub, on the story's clock."""
        self.server = HubServer(self.core, self._config(), self.clock)
        self.ports = (self.server.ingest_port, self.server.feed_port)
        self._thread = threading.Thread(target=self.server.run, name="hub")
        self._thread.start()
        return self.server

    def report(self, source: str, draft: Draft) -> None:
        """A source reports; back when the event is stored and told."""
        self._reporters[source].publish_many([draft])
        assert self._reporters[source].drain(10), f"{source} is not heard"
        self.catch_up()

    def give(self, role: Role, street: str, command: Command) -> CommandResult:
        """The seat gives a command; its answer, once the feed has told what came of it."""
        seat = self._seats[role, street if role is Role.STREET_SEAT else ""]
        cmd_id = uuid7()
        seat.client.submit(cmd_id, type(command).__name__, encode(command))
        wait_for(lambda: any(one.cmd_id == cmd_id for one in seat.results), "the answer")
        self.catch_up()
        return next(one for one in seat.results if one.cmd_id == cmd_id)

    def refusal(self, role: Role, street: str, command: Command) -> Refusal:
        """Why a command is refused; fails where it is not."""
        result = self.give(role, street, command)
        assert result.code is not ResultCode.OK, f"{command} was carried out"
        return Refusal(result.reason)

    def catch_up(self) -> None:
        """Read what was committed up to now."""
        head = self.core.head
        wait_for(lambda: self._told() >= head, "the feed")

    def tick(self) -> None:
        """Wait for the hub's next second, which sees the clock as it is."""
        now, seen = self.clock.now, len(self.facts)

        def ticked() -> bool:
            self._told()
            return any(one.kind is Kind.HEALTH and one.at == now for one in self.facts[seen:])

        wait_for(ticked, "a tick")

    def _told(self) -> int:
        fresh = self._read.facts[len(self.facts) :]
        self.facts += fresh
        self.board.apply(fresh)
        self._gseq = max([self._gseq, *(one.gseq for one in fresh)])
        return self._gseq


class StoryClock:
    """The hub's clock; stands still until it is put on."""

    def __init__(self) -> None:
        self.now = FIRST_DAY

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def centre(folder: Path, town: District) -> Iterator[Centre]:
    """A centre in an invented district; closed afterwards."""
    clock = StoryClock()
    with OpenedCore(folder / "data", RESOURCES, clock, read_item=decode_item) as opened:
        opened.core.import_district(town)
        site = Centre(folder, opened, clock, town)
        try:
            site.open()
            yield site
        finally:
            site.__exit__(None, None, None)
