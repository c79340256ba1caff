"""Source SDK of ECP/1 in one file: copy it into any project that has Python and pyzmq.

    source = Source("tcp://hub:5771", "my-backend", server_key, public_key, secret_key, "spool.db")
    source.start()
    source.publish("sensor.level", key="WL-01", severity=3, body={...})
    source.close()

`publish` returns once the event is on disk. A background thread delivers it, in order, over any
number of broken connections and restarts of either side, until the hub says that it is stored.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import itertools
import json
import logging
import math
import os
import random
import select
import socket as sockets
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import zmq

MAX_ITEM = 256 * 1024
MAX_ITEMS = 256
MAX_MESSAGE = 1024 * 1024
WINDOW_EVENTS = 2000
WINDOW_BYTES = 4 * 1024 * 1024
HEARTBEAT_S = 1.0
MISSED = 3
MEASURE_S = 5.0
"""How often the round trip is measured on a link that is never idle."""
ANSWER_S = 1.5
"""How long a new connection may take to be answered."""
RTO_LEAST_S = 1.0
RTO_MOST_S = 10.0
BACKOFF_FIRST_S = 0.1
BACKOFF_MOST_S = 1.0
REFUSED_S = 5.0
"""Whoever is refused does not knock more often than this, or the hub stops listening."""
RETENTION_S = 72 * 3600
HOUSEKEEPING_S = 60.0
POISON_LOSSES = 6
"""Sessions lost with the same event first in line before a notice goes in its place.

A hub that is killed again and again looks the same from here: fewer would hit innocent events.
"""
POISON_HEAD = 1024
ORIGINS_KEPT = 100_000
"""The newest origins stay known however old they are; the others for as long as events."""
ORIGINS_AT_ONCE = 500
OVERFLOW, POISON = "source.overflow", "ecp.poison"

_log = logging.getLogger(__name__)
_Context = zmq.Context[zmq.Socket[bytes]]


class TooLarge(ValueError):
    """The event does not fit into 256 KiB. Send attachments by reference."""


class SpoolFull(RuntimeError):
    """The spool is full of undelivered events; only severities 1 and 2 still get in."""


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """An event to publish; `body` is a mapping or a dataclass, `occurred_at` an aware datetime.

    `severity` runs from 1 (worst) to 4, `status` is actual, exercise or test, `message` alert,
    update, cancel or ack, `refs` ids of earlier events.
    """

    type: str
    key: str
    severity: int
    body: object
    occurred_at: datetime | None = None
    status: str = "actual"
    message: str = "alert"
    refs: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class SourceStats:
    """What a source knows of itself. `state` is up, connecting, refused or closed.

    `published` and `acked` are sequence numbers; times in milliseconds. `offset_ms` is how far the
    hub's clock is ahead of ours. `refused` counts events a full spool did not take and that the hub
    has not been told of yet.
    """

    state: str
    reason: str
    epoch: int
    published: int
    acked: int
    resent: int
    quarantined: int
    sessions: int
    rtt_ms: float
    offset_ms: float
    refused: int = 0


def uuid7() -> str:
    """A time-ordered UUID (RFC 9562, version 7)."""
    value = int.from_bytes(os.urandom(10), "big") | (time.time_ns() // 1_000_000) << 80
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def dealer(
    context: _Context, endpoint: str, server_key: str, public_key: str, secret_key: str
) -> zmq.Socket[bytes]:
    """A DEALER with the protocol's options, connecting to `endpoint`; for one connection only.

    ZMQ_IMMEDIATE stays off: with it, libzmq 4.3.5 takes the pipe away in the middle of a message
    when the peer dies, and aborts this process (fq.cpp, `!_more`).
    """
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.sndhwm = 64
    socket.reconnect_ivl = 100
    socket.reconnect_ivl_max = 5000
    socket.tcp_keepalive = 1
    socket.curve_serverkey = server_key.encode("ascii")
    socket.curve_publickey = public_key.encode("ascii")
    socket.curve_secretkey = secret_key.encode("ascii")
    socket.connect(endpoint)
    return socket


class _Spool:
    """The outbox: a SQLite file that holds every event until 72 h after it was acknowledged.

    One connection writes, under a lock, from any thread; a second one reads, in the source's
    thread only. The newest row always stays, because it holds the sequence number.
    """

    def __init__(
        self, path: Path, limit: int, overflow: Callable[[dict[str, object]], _Encoded]
    ) -> None:
        """`overflow` makes the event that tells what a full spool refused."""
        self._limit = limit
        self._overflow = overflow
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._writer = self._open(path)
        self._writer.executescript(
            "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL);"
            "CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY, data BLOB NOT NULL);"
            "CREATE TABLE IF NOT EXISTS acks (seq INTEGER PRIMARY KEY, at REAL NOT NULL);"
            "CREATE TABLE IF NOT EXISTS refused (severity INTEGER PRIMARY KEY,"
            " count INTEGER NOT NULL, since REAL NOT NULL, until REAL NOT NULL);"
            "CREATE TABLE IF NOT EXISTS poison (seq INTEGER, at REAL NOT NULL, data BLOB NOT NULL);"
            "CREATE TABLE IF NOT EXISTS origins (number INTEGER PRIMARY KEY,"
            " origin TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, at REAL NOT NULL);"
        )
        self._writer.execute("INSERT OR IGNORE INTO meta VALUES ('epoch', ?)", (int(time.time()),))
        self._reader = self._open(path)
        self._reader.execute("PRAGMA query_only = 1")
        row = self._writer.execute("SELECT value FROM meta WHERE name = 'epoch'").fetchone()
        self.epoch = int(row[0])
        query = "SELECT coalesce(max(seq), 0), coalesce(sum(length(data)), 0) FROM outbox"
        self.last, self._bytes = self._writer.execute(query).fetchone()
        self.acked = int(
            self._writer.execute("SELECT coalesce(max(seq), 0) FROM acks").fetchone()[0]
        )
        query = "SELECT coalesce(sum(count), 0) FROM refused"
        self.refused = int(self._writer.execute(query).fetchone()[0])

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, timeout=10, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def append(self, severities: Sequence[int], item: Callable[[int, int, int], bytes]) -> None:
        """Store one item per severity; `item` makes it from its index, epoch and number."""
        with self._lock:
            self._append(severities, item)

    def append_new(self, origins: Sequence[str], parts: Sequence[_Encoded]) -> None:
        """Store the parts whose origin is not known yet, and their origins with them."""
        with self._lock:
            known = self._known(origins, self.last)
            fresh = {
                origin: part
                for origin, part in zip(origins, parts, strict=True)
                if origin not in known
            }
            new = tuple(fresh.values())
            if new:
                self._append(
                    [part.severity for part in new],
                    lambda index, epoch, seq: new[index].numbered(epoch, seq),
                    tuple(fresh),
                )

    def stored(self, origins: Sequence[str]) -> set[str]:
        """Those of `origins` whose events the hub has acknowledged."""
        with self._lock:
            return self._known(origins, self.acked)

    def known(self, origins: Sequence[str]) -> set[str]:
        """Those of `origins` whose events are here or were."""
        with self._lock:
            return self._known(origins, self.last)

    def note(self, name: str, value: int) -> None:
        """Keep a number under a name of its own."""
        with self._lock:
            self._writer.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> int | None:
        """The number under that name."""
        with self._lock:
            query = "SELECT value FROM meta WHERE name = ?"
            row = self._writer.execute(query, (name,)).fetchone()
        return None if row is None else int(row[0])

    def _known(self, origins: Sequence[str], last: int) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(origins), ORIGINS_AT_ONCE):
            some = origins[start : start + ORIGINS_AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT origin FROM origins WHERE seq <= ? AND origin IN ({marks})"  # noqa: S608 question marks only
            found.update(row[0] for row in self._writer.execute(query, (last, *some)))
        return found

    def _append(
        self,
        severities: Sequence[int],
        item: Callable[[int, int, int], bytes],
        origins: Sequence[str] = (),
    ) -> None:
        self._make_room(severities)
        notice = self._notice() if self._bytes < self._limit else None
        start = self.last + 1
        rows = [] if notice is None else [(start, notice.numbered(self.epoch, start))]
        start += len(rows)
        rows += [
            (seq, item(index, self.epoch, seq))
            for index, seq in enumerate(range(start, start + len(severities)))
        ]
        self._insert(rows, tuple(enumerate(origins, start)), told=notice is not None)

    def tell_refused(self) -> None:
        """Spool the `source.overflow` that is owed, once there is room again."""
        if not self.refused:
            return
        with self._lock:
            self._free_acknowledged()
            notice = self._notice() if self._bytes < self._limit else None
            if notice is not None:
                self._insert(
                    [(self.last + 1, notice.numbered(self.epoch, self.last + 1))], told=True
                )

    def _insert(
        self,
        rows: Sequence[tuple[int, bytes]],
        origins: Sequence[tuple[int, str]] = (),
        *,
        told: bool,
    ) -> None:
        now = time.time()
        with self._transaction():
            self._writer.executemany("INSERT INTO outbox VALUES (?, ?)", rows)
            self._writer.executemany(
                "INSERT INTO origins (seq, origin, at) VALUES (?, ?, ?)",
                [(seq, origin, now) for seq, origin in origins],
            )
            if told:
                self._writer.execute("DELETE FROM refused")
        self._bytes += sum(len(data) for _, data in rows)
        self.last += len(rows)
        if told:
            self.refused = 0

    def _notice(self) -> _Encoded | None:
        """What a full spool refused since the last notice, as an event."""
        if not self.refused:
            return None
        rows = self._writer.execute("SELECT severity, count, since, until FROM refused").fetchall()
        return self._overflow(
            {
                "since": datetime.fromtimestamp(min(row[2] for row in rows), UTC),
                "until": datetime.fromtimestamp(max(row[3] for row in rows), UTC),
                "refused": {str(severity): count for severity, count, _, _ in rows},
            }
        )

    def replace(self, seq: int, make: Callable[[bytes, int], bytes]) -> None:
        """Put what `make` makes of an item and its epoch in its place and keep the original."""
        with self._lock:
            row = self._writer.execute("SELECT data FROM outbox WHERE seq = ?", (seq,)).fetchone()
            if row is None:
                return
            data = make(row[0], self.epoch)
            with self._transaction():
                self._writer.execute(
                    "INSERT INTO poison VALUES (?, ?, ?)", (seq, time.time(), row[0])
                )
                self._writer.execute("UPDATE outbox SET data = ? WHERE seq = ?", (data, seq))
            self._bytes += len(data) - len(row[0])

    def first(self) -> int:
        """The oldest number kept, 1 where nothing is."""
        return int(self._reader.execute("SELECT coalesce(min(seq), 1) FROM outbox").fetchone()[0])

    def rows(self, start: int, most: int, most_bytes: int) -> list[bytes]:
        """Items from number `start` on, at most `most` and about `most_bytes`."""
        query = "SELECT data FROM outbox WHERE seq >= ? ORDER BY seq LIMIT ?"
        found: list[bytes] = []
        cursor = self._reader.execute(query, (start, most))
        with contextlib.closing(cursor):
            for (data,) in cursor:
                most_bytes -= len(data)
                if most_bytes < 0 and found:
                    break
                found.append(data)
        return found

    def keep_house(self) -> None:
        """Note how far the hub is and drop what it acknowledged 72 h ago."""
        now = time.time()
        with self._lock, self._transaction():
            run = self._writer.execute
            # A hub that was restored from a backup may be behind what was acknowledged before.
            run("DELETE FROM acks WHERE seq > ?", (self.acked,))
            if self.acked:
                run("INSERT OR IGNORE INTO acks VALUES (?, ?)", (self.acked, now))
            query = "SELECT coalesce(max(seq), 0) FROM acks WHERE at < ?"
            old = run(query, (now - RETENTION_S,)).fetchone()[0]
            if old:
                self._drop(old)
                run("DELETE FROM acks WHERE seq < ?", (old,))
            run("DELETE FROM poison WHERE at < ?", (now - RETENTION_S,))
            query = "SELECT coalesce(max(number), 0) FROM origins"
            newest = run(query).fetchone()[0]
            run(
                "DELETE FROM origins WHERE at < ? AND seq <= ? AND number <= ?",
                (now - RETENTION_S, self.acked, newest - ORIGINS_KEPT),
            )

    def start_epoch(self) -> None:
        """Number what is not known to be stored anew, from 1, in a later epoch; ids stay."""
        with self._lock:
            epoch = max(int(time.time()), self.epoch + 1)
            query = "SELECT data FROM outbox WHERE seq > ? ORDER BY seq"
            rows = []
            for seq, (data,) in enumerate(self._writer.execute(query, (self.acked,)).fetchall(), 1):
                item = json.loads(data)
                item.update(ep=epoch, seq=seq)
                rows.append((seq, _dump(item)))
            with self._transaction():
                self._writer.execute("DELETE FROM outbox")
                self._writer.execute("DELETE FROM acks")
                self._writer.executemany("INSERT INTO outbox VALUES (?, ?)", rows)
                self._writer.execute("UPDATE origins SET seq = max(0, seq - ?)", (self.acked,))
                self._writer.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", (epoch,))
            self.epoch, self.last, self.acked = epoch, len(rows), 0
            self._bytes = sum(len(data) for _, data in rows)

    def close(self) -> None:
        """Close the file; the writer goes last and checkpoints."""
        self._reader.close()
        with self._lock:
            self._writer.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._writer.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._writer.execute("ROLLBACK")
            raise

    def _make_room(self, severities: Sequence[int]) -> None:
        """Refuse a batch that a full spool cannot take; whatever holds a severity 1–2 gets in."""
        if self._bytes < self._limit:
            return
        self._free_acknowledged()
        if self._bytes >= self._limit and min(severities) > 2:
            now = time.time()
            with self._transaction():
                self._writer.executemany(
                    "INSERT INTO refused VALUES (?, 1, ?, ?) ON CONFLICT (severity)"
                    " DO UPDATE SET count = count + 1, until = excluded.until",
                    [(severity, now, now) for severity in severities],
                )
            self.refused += len(severities)
            raise SpoolFull(f"{self._bytes} bytes wait for the hub")

    def _free_acknowledged(self) -> None:
        with self._transaction():
            self._drop(self.acked)

    def _drop(self, seq: int) -> None:
        bound = (min(seq, self.last - 1),)
        query = "SELECT coalesce(sum(length(data)), 0) FROM outbox WHERE seq <= ?"
        self._bytes -= self._writer.execute(query, bound).fetchone()[0]
        self._writer.execute("DELETE FROM outbox WHERE seq <= ?", bound)


class Source:
    """Publishes events of one source. Thread-safe; `start` and `close` once each.

    `endpoint` is the hub's, or a list of them: whichever is active is found. Keys are Z85 CURVE
    keys: the hub's public one and our own pair, which the hub's allow-list binds to `source_id`.
    `promise` is told to the operators: "gapless", or "no-gap-detection" and "best-effort" where
    events can be lost before they reach this process.
    `spool_path` belongs to this source alone. `on_acked` is called in the delivering thread
    whenever the hub has acknowledged more. Raises `sqlite3.Error` where the spool cannot be used.
    """

    def __init__(
        self,
        endpoint: str | Sequence[str],
        source_id: str,
        server_key: str,
        public_key: str,
        secret_key: str,
        spool_path: str | Path,
        *,
        agent: str = "ecp-source/1",
        spool_limit: int = 512 * 1024 * 1024,
        promise: str = "gapless",
        context: _Context | None = None,
        on_acked: Callable[[], None] | None = None,
    ) -> None:
        self._id = source_id
        self._spool = _Spool(Path(spool_path), spool_limit, self._overflow)
        self._own_context = context is None
        self._context: _Context = context or zmq.Context()
        endpoints = itertools.cycle((endpoint,) if isinstance(endpoint, str) else tuple(endpoint))
        keys = (server_key, public_key, secret_key)
        self._wake_in, self._wake_out = sockets.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._progress = threading.Condition()
        self._link = _Link(
            lambda: dealer(self._context, next(endpoints), *keys),
            source_id,
            agent,
            promise,
            self._spool,
            self._progress,
            self._wake_out,
            on_acked,
        )
        self._thread = threading.Thread(target=self._link.run, name="source", daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self._thread.start()

    def publish(
        self,
        type: str,
        key: str,
        severity: int,
        body: object,
        occurred_at: datetime | None = None,
        status: str = "actual",
        message: str = "alert",
        refs: Sequence[str] = (),
    ) -> str:
        """Spool an event and return its id; it survives a crash from then on.

        Raises `TooLarge`, `SpoolFull`, `ValueError`, `TypeError` (not JSON) and `sqlite3.Error`.
        """
        draft = Draft(type, key, severity, body, occurred_at, status, message, tuple(refs))
        return self.publish_many((draft,))[0]

    def publish_many(self, drafts: Iterable[Draft]) -> list[str]:
        """Spool events in one transaction: all of them or, where it raises, none."""
        clock = self._link.clock()
        parts = [_Encoded(self._id, draft, clock) for draft in drafts]
        if parts:
            self._spool.append(
                [part.severity for part in parts],
                lambda index, epoch, seq: parts[index].numbered(epoch, seq),
            )
            self._wake()
        return [part.id for part in parts]

    def publish_once(self, origins: Sequence[str], drafts: Sequence[Draft]) -> None:
        """Spool the drafts whose origin was never published; one transaction, raises as `publish`.

        An origin is the name of a draft where it comes from: whoever takes events from elsewhere
        may take the same one again, and acknowledges it there once it is `stored`. Origins are
        known for 72 h, the newest 100,000 for longer.
        """
        clock = self._link.clock()
        parts = [_Encoded(self._id, draft, clock) for draft in drafts]
        self._spool.append_new(origins, parts)
        self._wake()

    def stored(self, origins: Sequence[str]) -> set[str]:
        """Those of `origins` that the hub has acknowledged: event or quarantine is durable."""
        return self._spool.stored(origins)

    def known(self, origins: Sequence[str]) -> set[str]:
        """Those of `origins` that were published, acknowledged or not."""
        return self._spool.known(origins)

    def note(self, position: str, value: int) -> None:
        """Remember, on disk, how far the upstream of that name was read."""
        self._spool.note(f"at {position}", value)

    def noted(self, position: str) -> int | None:
        """How far the upstream of that name was read, None before the first time."""
        return self._spool.noted(f"at {position}")

    def drain(self, timeout_s: float) -> bool:
        """Wait until the hub has stored all that was published; False when time is up first."""
        with self._progress:
            spool = self._spool
            return bool(self._progress.wait_for(lambda: spool.acked >= spool.last, timeout_s))

    def close(self, drain_s: float = 2.0) -> bool:
        """Stop, after giving delivery up to `drain_s` seconds; the rest stays in the spool."""
        done = True
        if self._thread.is_alive():
            done = self.drain(drain_s)
            self._link.closing.set()
            self._wake()
            self._thread.join()
        self._spool.close()
        self._wake_in.close()
        self._wake_out.close()
        if self._own_context:
            self._context.term()
        return done

    @property
    def stats(self) -> SourceStats:
        """How delivery goes."""
        return self._link.stats()

    def _overflow(self, body: dict[str, object]) -> _Encoded:
        return _Encoded(self._id, Draft(OVERFLOW, self._id, 2, body), self._link.clock())

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._wake_in.send(b"!")


class _Encoded:
    """A draft as JSON, all but its number; checked, so that only the disk can still refuse it."""

    def __init__(self, source: str, draft: Draft, clock: Mapping[str, object]) -> None:
        if not 1 <= draft.severity <= 4:
            raise ValueError("severity runs from 1 to 4")
        now = datetime.now(UTC)
        self.severity = draft.severity
        self.id = uuid7()
        self._head = _dump({"v": 1, "id": self.id, "src": source})[:-1]
        self._tail = _dump(
            {
                "type": draft.type,
                "sv": 1,
                "occ": _utc(draft.occurred_at or now),
                "snt": _utc(now),
                "clk": clock,
                "sev": draft.severity,
                "key": draft.key,
                "st": draft.status,
                "mt": draft.message,
                "ref": draft.refs,
                "body": draft.body,
            }
        )[1:]
        if len(self._head) + len(self._tail) + 48 > MAX_ITEM:
            raise TooLarge(f"an event may have {MAX_ITEM} bytes")

    def numbered(self, epoch: int, seq: int) -> bytes:
        """The item frame."""
        return b'%b,"ep":%d,"seq":%d,%b' % (self._head, epoch, seq, self._tail)


class _Link:
    """The delivering thread: connects, says HELLO, keeps a window of events under way."""

    def __init__(
        self,
        connect: Callable[[], zmq.Socket[bytes]],
        source_id: str,
        agent: str,
        promise: str,
        spool: _Spool,
        progress: threading.Condition,
        wake: sockets.socket,
        on_acked: Callable[[], None] | None,
    ) -> None:
        self.closing = threading.Event()
        self._connect = connect
        self._id = source_id
        self._agent = agent
        self._promise = promise
        self._spool = spool
        self._progress = progress
        self._wake = wake
        self._on_acked = on_acked
        self._state, self._reason = "connecting", ""
        self._sessions = self._resent = self._quarantined = 0
        self._rtt: float | None = None
        self._offset = 0.0
        self._house_kept = time.monotonic()
        self._session: _Session | None = None
        self._struck = (0, 0)

    def run(self) -> None:
        """Deliver until `closing`."""
        pause = BACKOFF_FIRST_S
        while not self.closing.is_set():
            try:
                if self._converse():
                    pause = BACKOFF_FIRST_S
            except (zmq.ZMQError, sqlite3.Error):
                _log.exception("source %s starts over", self._id)
            if self._state == "refused":
                pause = REFUSED_S
            self._wait(pause * random.uniform(0.5, 1.5))  # noqa: S311 jitter
            pause = min(BACKOFF_MOST_S, pause * 2)
        self._state = "closed"
        with contextlib.suppress(sqlite3.Error):
            self._spool.keep_house()

    def stats(self) -> SourceStats:
        spool = self._spool
        return SourceStats(
            self._state,
            self._reason,
            spool.epoch,
            spool.last,
            spool.acked,
            self._resent,
            self._quarantined,
            self._sessions,
            self._rtt or 0.0,
            self._offset,
            spool.refused,
        )

    def clock(self) -> dict[str, object]:
        """The `clk` of an item: whether our clock agrees with the hub's, and how well we know."""
        if self._rtt is None:
            return {"sync": False, "err_ms": None}
        error = math.ceil(abs(self._offset) + self._rtt / 2)
        return {"sync": error < 1000, "err_ms": error}

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.closing.is_set() and (left := until - time.monotonic()) > 0:
            if select.select([self._wake], [], [], left)[0]:
                self._woken()

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._wake.recv(4096):
                pass

    def _converse(self) -> bool:
        """One connection, from HELLO to its loss; returns whether the hub welcomed us."""
        socket = self._connect()
        monitor = socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        session = self._session = _Session(self, socket)
        poller = zmq.Poller()
        poller.register(monitor, zmq.POLLIN)
        poller.register(self._wake, zmq.POLLIN)
        try:
            while not self.closing.is_set() and not session.lost:
                poller.register(socket, zmq.POLLIN | (zmq.POLLOUT if session.blocked else 0))
                ready = dict(poller.poll(max(0, math.ceil(session.patience() * 1000))))
                if self._wake.fileno() in ready:
                    self._woken()
                if ready.get(socket, 0) & zmq.POLLOUT:
                    session.blocked = False
                session.receive()
                if monitor in ready:
                    break
                session.act()
                self._keep_house()
        finally:
            self._session = None
            socket.disable_monitor()
            monitor.close()
            socket.close()
            if self._state == "up":
                self._state = "connecting"
        if not self.closing.is_set():
            self._suspect(session.first_under_way())
        return session.welcomed

    def _suspect(self, seq: int) -> None:
        """A session ended with `seq` first in line; the sixth time a notice takes its place."""
        if not seq:
            return
        at, times = self._struck
        self._struck = (seq, times + 1 if at == seq else 1)
        if self._struck[1] >= POISON_LOSSES:
            self._struck = (0, 0)
            _log.error("source %s: event %d breaks every session, put aside", self._id, seq)
            self._spool.replace(seq, lambda data, epoch: _poisoned(data, epoch, seq))

    def _keep_house(self) -> None:
        if time.monotonic() - self._house_kept > HOUSEKEEPING_S:
            self._house_kept = time.monotonic()
            self._spool.keep_house()

    # What a session asks and tells the link.

    def suspected(self, seq: int) -> bool:
        """Whether a session was lost with this event first in line; it travels alone then."""
        return self._struck[0] == seq

    def hello(self) -> dict[str, object]:
        spool = self._spool
        return {
            "proto": [1],
            "src": self._id,
            "ep": spool.epoch,
            "first": spool.first(),
            "last": spool.last,
            "agent": self._agent,
            "class": self._promise,
            "hb_ms": int(HEARTBEAT_S * 1000),
            "now": _now_ms(),
        }

    @property
    def source_id(self) -> str:
        return self._id

    @property
    def spool(self) -> _Spool:
        return self._spool

    def up(self) -> None:
        self._state, self._reason = "up", ""
        self._sessions += 1

    def refused(self, reason: str) -> None:
        if self._reason != reason:
            _log.warning("source %s is refused: %s", self._id, reason)
        self._state, self._reason = "refused", reason

    def progressed(self, acked: int) -> None:
        with self._progress:
            self._spool.acked = acked
            self._progress.notify_all()
        self._spool.tell_refused()
        if self._on_acked is not None:
            self._on_acked()

    def measured(self, rtt_s: float, hub_now_ms: float) -> None:
        rtt = rtt_s * 1000
        self._rtt = rtt if self._rtt is None else 0.8 * self._rtt + 0.2 * rtt
        self._offset = hub_now_ms - (time.time() * 1000 - rtt / 2)

    def resending(self, events: int) -> None:
        self._resent += events

    def quarantined(self, records: Sequence[Mapping[str, object]]) -> None:
        for record in records:
            self._quarantined += 1
            _log.warning(
                "source %s: the hub put event %s aside: %s", self._id, record["seq"], record["code"]
            )


class _Session:
    """What is under way on one socket."""

    def __init__(self, link: _Link, socket: zmq.Socket[bytes]) -> None:
        now = time.monotonic()
        self.lost = False
        self.blocked = True
        self.welcomed = False
        self._link = link
        self._socket = socket
        self._spool = link.spool
        self._ready = False
        self._said_hello = False
        self._deadline = now + ANSWER_S
        self._heard = self._spoke = now
        self._acked = 0
        self._next = 1
        self._furthest = 0
        self._credit = 0
        self._under_way: deque[tuple[int, int]] = deque()  # number, bytes
        self._paused_until = 0.0
        self._resend_at = math.inf
        self._rto = RTO_LEAST_S
        self._srtt: float | None = None
        self._probe: tuple[int, float] | None = None
        self._ping: tuple[int, float] | None = None
        self._measured = 0.0
        self._answers: dict[bytes, Callable[[dict[str, object]], None]] = {
            b"WELCOME": self._on_welcome,
            b"ACK": self._on_ack,
            b"NAK": self._on_nak,
            b"BUSY": self._on_busy,
            b"PING": self._on_ping,
            b"PONG": self._on_pong,
            b"ERR": self._on_error,
        }

    def patience(self) -> float:
        """Seconds until something has to be done without being asked."""
        if not self._ready:
            return self._deadline - time.monotonic()
        due = [self._spoke + HEARTBEAT_S, self._heard + MISSED * HEARTBEAT_S, self._resend_at]
        if self._paused_until and self._next <= self._spool.last:
            due.append(self._paused_until)
        return max(0.0, min(due) - time.monotonic())

    def first_under_way(self) -> int:
        """The first event sent and not acknowledged, 0 where nothing was."""
        return self._acked + 1 if self._ready and self._furthest > self._acked else 0

    def receive(self) -> None:
        """Take in all that has arrived."""
        while not self.lost:
            try:
                parts = self._socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            self._heard = time.monotonic()
            answer = self._answers.get(parts[1]) if len(parts) >= 3 else None
            if answer is not None:
                answer(json.loads(parts[2]))

    def act(self) -> None:
        """Do what is due: HELLO, events, resends, heartbeat; notice silence."""
        now = time.monotonic()
        if not self._ready:
            if not self._said_hello:
                self._said_hello = self._send(b"HELLO", self._link.hello())
            self.lost = self.lost or now > self._deadline
            return
        if now - self._heard > MISSED * HEARTBEAT_S:
            self.lost = True
            return
        if now >= self._resend_at:
            self._rto = min(RTO_MOST_S, self._rto * 2)
            self._go_back(self._acked + 1)
        self._send_events(now)
        if now - self._spoke >= HEARTBEAT_S or now - self._measured >= MEASURE_S:
            ping = (_now_ms(), now)
            if self._send(b"PING", {"t": ping[0]}):
                self._ping = ping
                self._measured = now

    def _send(self, kind: bytes, header: object, items: Sequence[bytes] = ()) -> bool:
        try:
            self._socket.send_multipart((b"ECP1", kind, _dump(header), *items), zmq.NOBLOCK)
        except zmq.Again:
            self.blocked = True
            return False
        self.blocked = False
        self._spoke = time.monotonic()
        return True

    def _send_events(self, now: float) -> None:
        if now < self._paused_until:
            return
        while self._next <= self._spool.last:
            window = 1 if self._link.suspected(self._acked + 1) else WINDOW_EVENTS
            room = min(self._credit, window) - (self._next - 1 - self._acked)
            bytes_left = WINDOW_BYTES - sum(size for _, size in self._under_way)
            if room <= 0 or bytes_left <= 0:
                return
            items = self._spool.rows(self._next, min(room, MAX_ITEMS), min(bytes_left, MAX_MESSAGE))
            header = {
                "src": self._link.source_id,
                "ep": self._spool.epoch,
                "from": self._next,
                "n": len(items),
                "last": self._spool.last,
            }
            if not items or not self._send(b"EVENTS", header, items):
                return
            self._sent(items, now)

    def _sent(self, items: Sequence[bytes], now: float) -> None:
        self._under_way.append((self._next + len(items) - 1, sum(map(len, items))))
        self._next += len(items)
        if self._next - 1 > self._furthest:
            self._furthest = self._next - 1
            if self._probe is None:
                self._probe = (self._furthest, now)
        if self._resend_at == math.inf:
            self._resend_at = now + self._rto

    def _go_back(self, seq: int) -> None:
        self._link.resending(max(0, self._next - seq))
        self._next = seq
        self._under_way.clear()
        self._probe = None
        self._resend_at = math.inf

    def _on_welcome(self, header: dict[str, object]) -> None:
        acked = _int(header, "acked")
        if acked > self._spool.last:
            _log.warning("source %s: the spool is older than the hub, new epoch", header["src"])
            self._renew()
            return
        self._ready = self.welcomed = True
        self._acked, self._credit = acked, _int(header, "credit")
        self._next, self._furthest = acked + 1, acked
        self._under_way.clear()
        self._probe, self._resend_at = None, math.inf
        self._link.up()
        self._link.progressed(acked)

    def _on_ack(self, header: dict[str, object]) -> None:
        if not self._ready or header.get("ep") != self._spool.epoch:
            return
        now = time.monotonic()
        acked = _int(header, "acked")
        self._credit = _int(header, "credit")
        self._paused_until = 0.0
        quarantined = header.get("quar") or ()
        if isinstance(quarantined, list):
            self._link.quarantined(quarantined)
        if acked <= self._acked:
            return
        self._acked = acked
        self._next = max(self._next, acked + 1)
        while self._under_way and self._under_way[0][0] <= acked:
            self._under_way.popleft()
        if self._probe is not None and acked >= self._probe[0]:
            took = now - self._probe[1]
            self._srtt = took if self._srtt is None else 0.875 * self._srtt + 0.125 * took
            self._probe = None
        self._rto = min(RTO_MOST_S, max(RTO_LEAST_S, 4 * (self._srtt or 0.0)))
        self._resend_at = now + self._rto if self._next > acked + 1 else math.inf
        self._link.progressed(acked)

    def _on_nak(self, header: dict[str, object]) -> None:
        want = _int(header, "want")
        if self._ready and self._acked < want < self._next:
            self._go_back(want)

    def _on_busy(self, header: dict[str, object]) -> None:
        pause = _int(header, "retry_ms") / 1000 if "retry_ms" in header else 1.0
        self._paused_until = time.monotonic() + pause * random.uniform(1.0, 1.5)  # noqa: S311 jitter
        self._go_back(self._acked + 1)

    def _on_ping(self, header: dict[str, object]) -> None:
        self._send(b"PONG", {"t": header.get("t", 0), "now": _now_ms()})

    def _on_pong(self, header: dict[str, object]) -> None:
        if self._ping is not None and header.get("t") == self._ping[0]:
            self._link.measured(time.monotonic() - self._ping[1], _int(header, "now"))
            self._ping = None

    def _on_error(self, header: dict[str, object]) -> None:
        code = _int(header, "code")
        if code == 401:
            if self._ready:
                self._ready = self._said_hello = False
                self._deadline = time.monotonic() + ANSWER_S
        elif code == 409:
            self._renew()
        elif code in {403, 503}:
            if code == 403:
                self._link.refused(str(header.get("reason")))
            self._ready = False
            self.lost = True

    def _renew(self) -> None:
        self._spool.start_epoch()
        self._ready = self._said_hello = False
        self._deadline = time.monotonic() + ANSWER_S


def _poisoned(data: bytes, epoch: int, seq: int) -> bytes:
    """The notice that takes the place of an event no session survives."""
    item = json.loads(data)
    body = {
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "head": data[:POISON_HEAD].decode("utf-8", "replace"),
    }
    kept = {name: item[name] for name in ("v", "src", "occ", "snt", "clk", "sev", "st", "mt")}
    named = {"id": uuid7(), "ep": epoch, "seq": seq, "type": POISON, "sv": 1}
    return _dump({**kept, **named, "key": item["key"][:128], "ref": [item["id"]], "body": body})


def _int(header: Mapping[str, object], name: str) -> int:
    value = header.get(name)
    return value if isinstance(value, int) else 0


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _utc(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return _utc(value)
    raise TypeError(f"{type(value).__name__} is not JSON")


def _dump(value: object) -> bytes:
    text = json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain
    )
    return text.encode("utf-8")
