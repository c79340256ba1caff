"""The FEED side: snapshots, replay and live facts to consoles, each against its own credit."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from console.bus import headers
from console.bus.frames import FrameError, chunks
from console.domain.link import ConsoleLink
from console.errors import ConsoleError, CursorPruned
from console.hub.config import HEARTBEAT_S, MISSED
from console.hub.console_session import ConsoleSession
from console.hub.desk import STATUS_ROLE, Desk
from console.hub.door import Door, Letter, PeerGone
from console.hub.password_checks import PasswordChecks
from console.hub.recent_facts import RecentFacts
from console.hub.sign_ins import SignIns
from console.hub.view import View
from console.services.core import FeedItem, HubCore

MOST_BACKLOG = 200_000
"""Facts behind; a console further back starts over from a snapshot."""
PUMP_MESSAGES = 8
"""Messages to one console before the next one gets its turn."""
FULL_PAUSE_S = 0.02
READ_AHEAD = 256
MEASURE_S = 5.0
"""How often the round trip to a console is measured that is never idle."""
RETRY_MS = 1000

_log = logging.getLogger(__name__)


class Feed:
    """Reads the FEED socket and keeps every console's cursor."""

    def __init__(
        self, door: Door, core: HubCore, sign_ins: SignIns, passwords: PasswordChecks
    ) -> None:
        self._door = door
        self._core = core
        self._sign_ins = sign_ins
        self._desk = Desk(door, core, sign_ins, passwords, self.publish)
        self._recent = RecentFacts(core.head)
        self._sessions: dict[bytes, ConsoleSession] = {}
        self._answers: dict[str, Callable[[Letter, ConsoleSession], None]] = {
            "CREDIT": self._on_credit,
            "RESYNC": self._on_resync,
            "CMD": self._on_command,
            "QUERY": self._on_query,
            "PONG": self._on_pong,
            "ERR": lambda _letter, _session: None,
        }

    @property
    def consoles(self) -> int:
        """How many consoles are attached."""
        return len(self._sessions)

    def attached(self) -> tuple[ConsoleLink, ...]:
        """The consoles that are attached, by name."""
        head = self._recent.head
        found = [
            ConsoleLink(one.console, one.since, max(0, head - one.passed), round(one.rtt_ms, 1))
            for one in self._sessions.values()
        ]
        return tuple(sorted(found, key=lambda one: one.console))

    def receive(self, most: int) -> None:
        """Handle up to `most` waiting messages."""
        for _ in range(most):
            letter = self._door.receive()
            if letter is None:
                return
            with contextlib.suppress(PeerGone):
                self._take(letter)

    def publish(self, items: Sequence[FeedItem]) -> None:
        """New facts: to whoever keeps up, and urgent ones to everybody at once."""
        stored = [item for item in items if item.gseq]
        passing = [item.data for item in items if not item.gseq]
        head = self._recent.head
        self._recent.extend(stored)
        urgent = [item.data for item in stored if item.urgent]
        for session in list(self._sessions.values()):
            behind = session.loading or session.passed < head or session.credit < len(stored)
            with self._as_long_as_there(session):
                if urgent and behind:
                    self._send_all(session, "ALERT", headers.Alert(), urgent)
                if passing and not behind:
                    self._send_all(session, "EV", headers.Ev(0, 0, session.sent), passing)
                self._pump(session)

    def pump(self) -> bool:
        """Send on what credit allows; returns whether there is more to send right now."""
        more = False
        now = time.monotonic()
        for session in list(self._sessions.values()):
            if now >= session.full_until:
                with self._as_long_as_there(session):
                    more = self._pump(session) or more
        return more

    def beat(self, now: float) -> None:
        """Heartbeats out; consoles that fell silent or lost their key are given up."""
        for session in list(self._sessions.values()):
            with self._as_long_as_there(session):
                if now - session.heard > MISSED * HEARTBEAT_S:
                    raise PeerGone
                if not self._door.allowed(session.key):
                    self._door.refuse(session.route, session.key, 403, "NOT_ALLOWED")
                    raise PeerGone
                if not self._is_valid(session):
                    self._door.refuse(session.route, session.key, 403, "NOT_SIGNED_IN")
                    raise PeerGone
                if now - session.spoke >= HEARTBEAT_S or now - session.ping_at >= MEASURE_S:
                    session.ping, session.ping_at = (_now_ms(), now), now
                    self._send(session, "PING", headers.Ping(session.ping[0]))

    @contextlib.contextmanager
    def _as_long_as_there(self, session: ConsoleSession) -> Iterator[None]:
        """Give the session up where its console, or the store behind its replay, fails."""
        try:
            yield
        except PeerGone:
            self._sessions.pop(session.route, None)
        except ConsoleError as error:
            _log.error("the feed of %s stops: %s", session.console, error)
            self._sessions.pop(session.route, None)

    def _take(self, letter: Letter) -> None:
        message = letter.message
        session = self._sessions.get(letter.route)
        if session is not None:
            session.heard = time.monotonic()
        try:
            if message.kind == "ATTACH":
                self._on_attach(letter)
            elif message.kind == "PING":
                ping = message.typed(headers.Ping)
                self._door.send(letter.route, "PONG", headers.Pong(ping.t, _now_ms()))
            elif message.kind == "CMD" and self._desk.is_sign_in(letter):
                self._desk.sign_in(letter)
            elif message.kind == "QUERY" and STATUS_ROLE in letter.peer.roles:
                self._desk.status(letter)
            elif session is None or session.key != letter.key or not self._is_valid(session):
                self._door.refuse(letter.route, letter.key, 401, "NO_SESSION", message.kind)
            elif message.kind in self._answers:
                self._answers[message.kind](letter, session)
            else:
                self._door.refuse(letter.route, letter.key, 400, "BAD_FRAME", message.kind)
        except FrameError as error:
            self._door.refuse(letter.route, letter.key, error.code, error.reason, message.kind)
        except ConsoleError as error:
            _log.error("%s of %s cannot be served: %s", message.kind, letter.peer.id, error)
            self._door.refuse(letter.route, letter.key, 503, "BUSY", message.kind, RETRY_MS)

    def _is_valid(self, session: ConsoleSession) -> bool:
        """Whether whoever attached is still signed in: nothing is done for somebody shut out."""
        return self._sign_ins.valid(session.token)

    def _on_attach(self, letter: Letter) -> None:
        attach = letter.message.typed(headers.Attach)
        if attach.console != letter.peer.id:
            raise FrameError(403, "NOT_ALLOWED")
        actor = self._sign_ins.actor(attach.session_token, attach.console)
        if actor is None:
            raise FrameError(403, "NOT_SIGNED_IN")
        if letter.peer.roles and actor.role.value not in letter.peer.roles:
            raise FrameError(403, "NOT_ALLOWED")
        for old in [one for one in self._sessions.values() if one.console == attach.console]:
            del self._sessions[old.route]
        session = ConsoleSession(
            letter.route,
            letter.key,
            attach.console,
            actor,
            0,
            attach.credit,
            View(actor),
            attach.session_token,
        )
        self._sessions[letter.route] = session
        self._start(session, attach.cursor)

    def _start(self, session: ConsoleSession, cursor: headers.Cursor | None) -> None:
        epoch, head = self._core.hub_epoch, self._core.head
        if cursor is not None and self._can_replay(cursor):
            self._send(session, "ATTACHED", headers.Attached(epoch, "replay", head))
            session.sent = session.passed = cursor.gseq
            if cursor.gseq < head:
                self._send_all(session, "ALERT", headers.Alert(), self._core.urgent())
        else:
            self._send(session, "ATTACHED", headers.Attached(epoch, "snapshot", head))
            self._load(session)
        self._pump(session)

    def _can_replay(self, cursor: headers.Cursor) -> bool:
        if cursor.hub_epoch != self._core.hub_epoch:
            return False
        if not 0 <= self._core.head - cursor.gseq <= MOST_BACKLOG:
            return False
        if cursor.gseq >= self._recent.floor:
            return True
        try:
            self._core.facts_after(cursor.gseq, 1)
        except CursorPruned:
            return False
        return True

    def _load(self, session: ConsoleSession) -> None:
        """Queue a snapshot; live facts follow behind it."""
        at, rows = self._core.snapshot()
        if not session.view.everything:
            rows = [row for row in rows if session.view.lets(row)]
        digest = sha256()
        for row in rows:
            digest.update(row)
        session.snapshot = deque([list(part) for part in chunks(rows)])
        session.snapshot_parts = max(1, len(session.snapshot))
        session.snapshot_rows = len(rows)
        session.snapshot_sha256 = digest.hexdigest()
        session.snapshot_at = session.sent = session.passed = at

    def _pump(self, session: ConsoleSession) -> bool:
        """Send a few messages; returns whether more could go at once."""
        for _ in range(PUMP_MESSAGES):
            sent = self._send_snapshot(session) if session.loading else self._send_facts(session)
            if not sent:
                return False
        return True

    def _send_snapshot(self, session: ConsoleSession) -> bool:
        if session.snapshot:
            part = session.snapshot[0]
            if session.credit <= 0:
                return False
            index = session.snapshot_parts - len(session.snapshot)
            header = headers.Snap(index, session.snapshot_parts, session.snapshot_at)
            if self._send(session, "SNAP", header, part):
                session.credit -= len(part)
                session.snapshot.popleft()
                return True
            return False
        end = headers.SnapEnd(session.snapshot_at, session.snapshot_rows, session.snapshot_sha256)
        if not self._send(session, "SNAPEND", end):
            return False
        session.snapshot_parts = 0
        return True

    def _send_facts(self, session: ConsoleSession) -> bool:
        if session.credit <= 0 or session.passed >= self._recent.head:
            return False
        limit = min(READ_AHEAD, session.credit)
        items = self._recent.after(session.passed, limit)
        if items is None:
            try:
                items = self._core.facts_after(session.passed, limit)
            except CursorPruned:
                self._start(session, None)
                return False
        if not items:
            return False
        view = session.view
        shown = items if view.everything else [one for one in items if view.lets(one.data)]
        piece = shown[: len(chunks([item.data for item in shown])[0])] if shown else []
        last = items[-1].gseq if len(piece) == len(shown) else piece[-1].gseq
        if not piece and last - session.sent < READ_AHEAD:
            session.passed = last
            return True
        header = headers.Ev(piece[0].gseq if piece else last, last, session.sent)
        if not self._send(session, "EV", header, [item.data for item in piece]):
            return False
        session.sent = session.passed = last
        session.credit -= len(piece)
        return True

    def _send_all(
        self, session: ConsoleSession, kind: str, header: headers.Header, items: list[bytes]
    ) -> None:
        view = session.view
        shown = items if view.everything else [one for one in items if view.lets(one)]
        for piece in chunks(shown):
            self._send(session, kind, header, piece)

    def _send(
        self,
        session: ConsoleSession,
        kind: str,
        header: headers.Header,
        items: Sequence[bytes] = (),
    ) -> bool:
        if self._door.send(session.route, kind, header, items):
            session.spoke = time.monotonic()
            return True
        session.full_until = time.monotonic() + FULL_PAUSE_S
        return False

    def _on_credit(self, letter: Letter, session: ConsoleSession) -> None:
        session.credit += letter.message.typed(headers.Credit).add

    def _on_pong(self, letter: Letter, session: ConsoleSession) -> None:
        pong = letter.message.typed(headers.Pong)
        if session.ping is not None and pong.t == session.ping[0]:
            session.rtt_ms = (time.monotonic() - session.ping[1]) * 1000
            session.ping = None

    def _on_resync(self, letter: Letter, session: ConsoleSession) -> None:
        wanted = letter.message.typed(headers.Resync).first
        if session.loading or wanted >= session.sent:
            return
        cursor = headers.Cursor(self._core.hub_epoch, wanted)
        if self._can_replay(cursor):
            session.sent = session.passed = wanted
        else:
            self._start(session, None)

    def _on_command(self, letter: Letter, session: ConsoleSession) -> None:
        self._desk.command(letter, session.actor)

    def _on_query(self, letter: Letter, session: ConsoleSession) -> None:
        self._desk.query(letter, session.actor)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
