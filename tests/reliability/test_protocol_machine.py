"""R8: the protocol as a state machine; whatever the order of losses, the promises hold."""

from __future__ import annotations

import json
from collections import deque
from typing import cast

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.bus import headers
from console.bus.allow_list import Peer, PeerKind
from console.bus.feed_reader import FeedReader
from console.bus.frames import Message
from console.bus.source import uuid7
from console.hub.config import SignedIn
from console.hub.door import Door, Letter
from console.hub.feed import Feed
from console.hub.ingest import Ingest
from console.hub.password_checks import PasswordChecks
from console.hub.sign_ins import SignIns
from tests.hub.fakes import FakeCore, position
from tests.hub.site import TOKEN

EPOCH = 7
Said = tuple[bytes, str, headers.Header, list[bytes]]


class PaperDoor:
    """A door without a socket: letters in, answers out, in lists."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.letters: deque[Letter] = deque()
        self.said: list[Said] = []

    def put(self, route: bytes, kind: str, header: headers.Header, items: list[bytes]) -> None:
        message = Message(kind, msgspec.json.encode(header), items)
        self.letters.append(Letter(route, self.peer, "key", message))

    def receive(self) -> Letter | None:
        return self.letters.popleft() if self.letters else None

    def send(
        self, route: bytes, kind: str, header: headers.Header, items: list[bytes] | tuple[()] = ()
    ) -> bool:
        self.said.append((route, kind, header, list(items)))
        return True

    def refuse(
        self, route: bytes, _key: str, code: int, reason: str, ref: str = "", retry_ms: int = 0
    ) -> None:
        self.said.append((route, "ERR", headers.Err(code, reason, ref, retry_ms), []))

    def allowed(self, _key: str) -> bool:
        return True

    def heard(self) -> list[Said]:
        said, self.said = self.said, []
        return said


class Protocol(RuleBasedStateMachine):
    """One source, one hub that restarts, one console; every message may be lost or doubled."""

    def __init__(self) -> None:
        super().__init__()
        self.core = FakeCore()
        self.spool: list[bytes] = []
        self.ids: list[str] = []
        self.acked = 0
        self.applied: list[int] = []
        self.reader = FeedReader()
        self.passwords = PasswordChecks(lambda: None)
        self.routes = 0
        self.start_hub()
        self.publish(40, 4)

    def teardown(self) -> None:
        self.passwords.close()

    def start_hub(self) -> None:
        self.inward = PaperDoor(Peer("patrol", PeerKind.SOURCE))
        self.outward = PaperDoor(Peer("desk-1", PeerKind.CONSOLE))
        sign_ins = SignIns([SignedIn(TOKEN, "duty", "Duty", "operator")])
        door = cast(Door, self.outward)
        self.feed = Feed(door, self.core, sign_ins, self.passwords)
        self.ingest = Ingest(cast(Door, self.inward), self.core, "hub", self.feed.publish)
        self.hello()
        self.attach()

    def turn(self, *, replies: bool) -> None:
        """One turn of the hub's loop; without `replies` the source hears nothing of it."""
        batches = self.ingest.receive(500, 1)
        if batches:
            try:
                intakes, items = self.core.take(batches)
            except Exception:
                self.ingest.busy("BUSY", 0)
            else:
                self.ingest.reply(intakes)
                self.feed.publish(items)
        for _, kind, header, _items in self.inward.heard():
            if replies and kind in {"WELCOME", "ACK"}:
                assert isinstance(header, headers.Welcome | headers.Ack)
                self.acked = max(self.acked, header.acked)

    @rule()
    def hello(self) -> None:
        """A new connection of the source."""
        self.routes += 1
        self.route = b"s%d" % self.routes
        header = headers.Hello([1], "patrol", EPOCH, 1, len(self.spool))
        self.inward.put(self.route, "HELLO", header, [])
        self.turn(replies=True)

    @rule(count=st.integers(1, 5), severity=st.integers(1, 4))
    def publish(self, count: int, severity: int) -> None:
        for _ in range(count):
            seq = len(self.spool) + 1
            name = uuid7()
            item = {
                "v": 1,
                "id": name,
                "src": "patrol",
                "ep": EPOCH,
                "seq": seq,
                "type": "unit.position",
                "occ": "2021-11-28T06:05:09.123Z",
                "sev": severity,
                "key": str(seq),
                "body": position(str(seq)),
            }
            self.spool.append(json.dumps(item).encode())
            self.ids.append(name)

    @rule(back=st.integers(0, 5), ahead=st.integers(0, 3), count=st.integers(1, 8),
          replies=st.booleans(), full=st.booleans())  # fmt: skip
    def send(self, back: int, ahead: int, count: int, replies: bool, full: bool) -> None:
        """Events from anywhere near the front: repeats, holes, a store that is full."""
        first = max(1, self.acked + 1 - back + ahead)
        items = self.spool[first - 1 : first - 1 + count]
        if not items:
            return
        header = headers.Events("patrol", EPOCH, first, len(items))
        self.inward.put(self.route, "EVENTS", header, items)
        self.core.disk_full = full
        self.turn(replies=replies)
        self.core.disk_full = False

    @rule()
    def restart_hub(self) -> None:
        """The hub forgets everything but its store."""
        self.start_hub()

    @rule()
    def attach(self) -> None:
        """A new connection of the console, from where it is."""
        self.routes += 1
        self.console = b"c%d" % self.routes
        header = headers.Attach("desk-1", TOKEN, 3, cursor=self.reader.cursor)
        self.outward.heard()
        self.outward.put(self.console, "ATTACH", header, [])
        self.feed.receive(10)

    @rule(lose=st.booleans(), credit=st.integers(1, 12))
    def listen(self, lose: bool, credit: int) -> None:
        """The console reads what was sent, perhaps without the first facts, and gives credit."""
        self.outward.put(self.console, "CREDIT", headers.Credit(0, credit), [])
        self.feed.receive(10)
        self.feed.pump()
        for route, kind, header, items in self.outward.heard():
            if route != self.console:
                continue
            if kind == "EV" and lose:
                lose = False
                continue
            self.read(kind, Message(kind, msgspec.json.encode(header), items))
        facts = self.reader.take_facts()
        self.applied += [fact.gseq for fact in facts if fact.gseq]

    def read(self, kind: str, message: Message) -> None:
        if kind == "ATTACHED":
            self.reader.attached(message.typed(headers.Attached))
        elif kind == "SNAP":
            self.reader.snap(message)
        elif kind == "SNAPEND":
            assert self.reader.snap_end(message)
            snapshot = self.reader.take_snapshot()
            assert snapshot is not None
            self.applied = list(range(1, snapshot[1] + 1))
        elif kind == "ALERT":
            self.reader.alert(message)
        elif kind == "EV":
            resync = self.reader.ev(message)
            if resync is not None:
                self.outward.put(self.console, "RESYNC", resync, [])

    @invariant()
    def stored_in_order_and_once(self) -> None:
        stored = [event.id for event in self.core.events]
        assert stored == self.ids[: len(stored)]

    @invariant()
    def acknowledged_is_durable(self) -> None:
        assert self.acked <= len(self.core.events)

    @invariant()
    def console_has_no_hole(self) -> None:
        assert self.applied == list(range(1, len(self.applied) + 1))


class ForgetfulCore(FakeCore):
    """Acknowledges one more than it stores."""

    def high_water(self, source: str, epoch: int, first: int) -> int:
        return super().high_water(source, epoch, first) + 1


class TestProtocol(Protocol.TestCase):  # type: ignore[misc,name-defined]
    settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


def test_a_wrong_acknowledgement_would_be_found_out() -> None:
    """Negative control: the invariant fails where the hub acknowledges what it has not."""
    machine = Protocol()
    machine.core = ForgetfulCore()
    try:
        machine.start_hub()
        assert machine.acked > len(machine.core.events)
    finally:
        machine.teardown()
