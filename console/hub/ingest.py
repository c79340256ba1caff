"""The INGEST side: sessions of sources, their events on the way in, acknowledgements out."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from console.bus import headers
from console.bus.frames import MAX_ITEM, MAX_ITEMS, MAX_MESSAGE, FrameError
from console.bus.ids import uuid7
from console.bus.items import ItemError, decode_item, digest
from console.errors import ConsoleError, StaleEpoch
from console.hub.config import HEARTBEAT_S, MISSED
from console.hub.door import Door, Letter, PeerGone
from console.hub.source_session import NAK_EVERY_S, REPORT_EVERY_S, SourceSession
from console.services.core import (
    Accepted,
    FeedItem,
    HubCore,
    Intake,
    Rejected,
    SourceBatch,
)

CREDIT = 2000
RETRY_MS = 1000
LIMITS = headers.Limits(MAX_ITEM, MAX_ITEMS, MAX_MESSAGE)
QUARANTINE_REPORTED = 40
"""As many quarantine records as fit into the header of an ACK."""

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Ingest:
    """Reads the INGEST socket. What it returns must be stored before `reply` is called."""

    def __init__(
        self,
        door: Door,
        core: HubCore,
        hub_id: str,
        publish: Callable[[Sequence[FeedItem]], None],
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._clock = clock
        self._door = door
        self._core = core
        self._hub_id = hub_id
        self._publish = publish
        self._sessions: dict[bytes, SourceSession] = {}
        self._routes: dict[str, bytes] = {}
        self._busy_until = 0.0
        self._behind = False
        self._answers: dict[str, Callable[[Letter, SourceSession], None]] = {
            "PING": self._on_ping,
            "PONG": self._on_pong,
            "ERR": lambda _letter, _session: None,
        }

    @property
    def connected(self) -> int:
        """How many sources have a session."""
        return len(self._sessions)

    @property
    def behind(self) -> bool:
        """Whether the last `receive` left messages waiting."""
        return self._behind

    def receive(self, most_items: int, most_seconds: float) -> list[SourceBatch]:
        """Drain the socket: events as batches, all else is answered at once."""
        until = time.monotonic() + most_seconds
        batches: list[SourceBatch] = []
        taken = 0
        self._behind = False
        while not self._behind:
            letter = self._door.receive()
            if letter is None:
                break
            with contextlib.suppress(PeerGone):
                taken += self._take(letter, batches)
            self._behind = taken >= most_items or time.monotonic() > until
        return batches

    def reply(self, intakes: Sequence[Intake]) -> None:
        """Acknowledge what is durable, name what is missing."""
        acks: dict[tuple[str, int], Intake] = {}
        for intake in intakes:
            at = (intake.source, intake.epoch)
            before = acks.get(at)
            quarantined = (before.quarantined if before else ()) + intake.quarantined
            acks[at] = Intake(*at, intake.acked, intake.want, quarantined)
        for intake in acks.values():
            session = self._sessions.get(self._routes.get(intake.source, b""))
            if session is not None and session.epoch == intake.epoch:
                self._acknowledge(session, intake)

    def busy(self, reason: str, seconds: float) -> None:
        """Nothing can be stored for `seconds`: tell every source to pause."""
        self._busy_until = time.monotonic() + seconds
        for session in list(self._sessions.values()):
            self._send(session, "BUSY", headers.Busy(0, reason, int(seconds * 1000)))

    def beat(self, now: float) -> None:
        """Heartbeats out; sources that fell silent or lost their key are given up."""
        for session in list(self._sessions.values()):
            if now - session.heard > MISSED * HEARTBEAT_S:
                self._end(session)
            elif not self._door.allowed(session.key):
                self._door.refuse(session.route, session.key, 403, "NOT_ALLOWED")
                self._end(session)
            elif now - session.spoke >= HEARTBEAT_S or now - session.ping_at >= REPORT_EVERY_S:
                self._ping(session, now)

    def _take(self, letter: Letter, batches: list[SourceBatch]) -> int:
        """Handle one message; returns how many items it brought."""
        message = letter.message
        session = self._sessions.get(letter.route)
        try:
            if message.kind == "HELLO":
                self._on_hello(letter)
            elif session is None or session.key != letter.key:
                self._door.refuse(letter.route, letter.key, 401, "NO_SESSION", message.kind)
            elif message.kind == "EVENTS":
                session.heard = time.monotonic()
                return self._on_events(letter, session, batches)
            elif message.kind in self._answers:
                session.heard = time.monotonic()
                self._answers[message.kind](letter, session)
            else:
                self._door.refuse(letter.route, letter.key, 400, "BAD_FRAME", message.kind)
        except FrameError as error:
            self._door.refuse(letter.route, letter.key, error.code, error.reason, message.kind)
        except ConsoleError as error:
            _log.error("%s of %s cannot be served: %s", message.kind, letter.peer.id, error)
            self._door.refuse(letter.route, letter.key, 503, "BUSY", message.kind, RETRY_MS)
        return 0

    def _on_hello(self, letter: Letter) -> None:
        hello = letter.message.typed(headers.Hello)
        if 1 not in hello.proto:
            raise FrameError(426, "PROTO")
        if hello.src != letter.peer.id:
            _log.warning("a key of %s claims to be another source", letter.peer.id)
            raise FrameError(403, "NOT_ALLOWED")
        try:
            acked = self._core.high_water(hello.src, hello.ep, hello.first)
        except StaleEpoch:
            raise FrameError(409, "STALE_EPOCH") from None
        before = self._routes.pop(hello.src, None)
        if before is not None:
            self._sessions.pop(before, None)
        session = SourceSession(letter.route, letter.key, hello.src, hello.ep, acked)
        self._sessions[letter.route] = session
        self._routes[hello.src] = letter.route
        welcome = headers.Welcome(
            session=uuid7(),
            hub_id=self._hub_id,
            hub_epoch=self._core.hub_epoch,
            src=hello.src,
            ep=hello.ep,
            acked=acked,
            credit=CREDIT,
            hb_ms=int(HEARTBEAT_S * 1000),
            limits=LIMITS,
            now=_now_ms(),
        )
        self._core.introduced(hello.src, hello.promise, hello.last)
        self._send(session, "WELCOME", welcome)
        self._ping(session, time.monotonic())
        self._report(session, up=True)

    def _on_events(self, letter: Letter, session: SourceSession, batches: list[SourceBatch]) -> int:
        header = letter.message.typed(headers.Events)
        raw = letter.message.items
        if header.src != session.source:
            raise FrameError(403, "NOT_ALLOWED")
        if header.ep != session.epoch or header.n != len(raw):
            raise FrameError(400, "BAD_FRAME")
        now = time.monotonic()
        if now < self._busy_until:
            if now - session.busy_at > NAK_EVERY_S:
                session.busy_at = now
                left = int((self._busy_until - now) * 1000) + 1
                self._send(session, "BUSY", headers.Busy(0, "BUSY", left))
            return 0
        received_at = self._clock()
        items = [
            _checked(data, session, header.first + index, received_at)
            for index, data in enumerate(raw)
        ]
        last = batches[-1] if batches else None
        if last is not None and _follows(last, session, header.first):
            items = [*last.items, *items]
            batches[-1] = SourceBatch(last.source, last.epoch, items, header.last)
        else:
            batches.append(SourceBatch(session.source, session.epoch, items, header.last))
        return len(raw)

    def _on_ping(self, letter: Letter, session: SourceSession) -> None:
        ping = letter.message.typed(headers.Ping)
        self._send(session, "PONG", headers.Pong(ping.t, _now_ms()))

    def _on_pong(self, letter: Letter, session: SourceSession) -> None:
        pong = letter.message.typed(headers.Pong)
        if session.ping is None or session.ping[0] != pong.t:
            return
        now = time.monotonic()
        first = session.rtt_ms == 0.0
        session.measured(now - session.ping[1], pong.now)
        session.ping = None
        if first or session.worth_reporting(now):
            self._report(session, up=True)

    def _acknowledge(self, session: SourceSession, intake: Intake) -> None:
        session.acked = intake.acked
        records: list[dict[str, int | str]] = [
            {"seq": seq, "code": code} for seq, code in intake.quarantined[:QUARANTINE_REPORTED]
        ]
        ack = headers.Ack(session.source, session.epoch, intake.acked, CREDIT, records)
        self._send(session, "ACK", ack)
        now = time.monotonic()
        if intake.want and now - session.nak_at >= NAK_EVERY_S:
            session.nak_at = now
            self._send(session, "NAK", headers.Nak(session.source, session.epoch, intake.want))

    def _ping(self, session: SourceSession, now: float) -> None:
        session.ping = (_now_ms(), now)
        session.ping_at = now
        self._send(session, "PING", headers.Ping(session.ping[0]))

    def _send(self, session: SourceSession, kind: str, header: headers.Header) -> None:
        try:
            if self._door.send(session.route, kind, header):
                session.spoke = time.monotonic()
        except PeerGone:
            self._end(session)

    def _end(self, session: SourceSession) -> None:
        if self._sessions.pop(session.route, None) is None:
            return
        if self._routes.get(session.source) == session.route:
            del self._routes[session.source]
            self._report(session, up=False)

    def _report(self, session: SourceSession, *, up: bool) -> None:
        session.reported_at = time.monotonic()
        session.reported = (session.rtt_ms, session.offset_ms)
        self._publish(
            self._core.link_changed(session.source, up, session.rtt_ms, session.offset_ms)
        )


def _checked(
    data: bytes, session: SourceSession, sequence: int, received_at: datetime
) -> Accepted | Rejected:
    sha = digest(data)
    try:
        event = decode_item(data, session.source, session.epoch, sequence, received_at)
    except ItemError as error:
        return Rejected(sequence, error.code, data, sha)
    return Accepted(event, data, sha)


def _follows(batch: SourceBatch, session: SourceSession, first: int) -> bool:
    last = batch.items[-1]
    number = last.event.sequence if isinstance(last, Accepted) else last.sequence
    return (batch.source, batch.epoch, number + 1) == (session.source, session.epoch, first)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
