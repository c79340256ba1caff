"""A hub core in memory that keeps the promises of the real one, and sources it understands."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from console.codec import decode_fact, encode
from console.domain.access import Actor, Role
from console.domain.event import Event
from console.domain.facts import Fact, Kind, Origin
from console.domain.link import Link, LinkClass, LinkState
from console.domain.refusal import Refusal
from console.domain.unit import Unit, UnitKind
from console.errors import CursorPruned, DiskFull, InvalidCommand, StaleEpoch
from console.services.core import (
    Accepted,
    Admission,
    CommandResult,
    FeedItem,
    Intake,
    PasswordSheet,
    PasswordTrial,
    PeerRefused,
    Rejected,
    ResultCode,
    SourceBatch,
)
from console.services.records import AllowedKey

PASSWORD = "correct horse"  # noqa: S105 nobody's


class FakeCore:
    """Events become facts about units, `key` being the unit's id; nothing outlives the object."""

    def __init__(self, hub_epoch: int = 1) -> None:
        self.hub_epoch = hub_epoch
        self.facts: list[FeedItem] = []
        self.pruned_to = 0
        self.events: list[Event] = []
        self.raw: dict[tuple[str, int, int], bytes] = {}
        self.quarantine: list[tuple[str, int, str]] = []
        self.gaps: list[tuple[str, int]] = []
        self.marks: dict[tuple[str, int], int] = {}
        self.links: list[tuple[str, bool]] = []
        self.promises: dict[str, LinkClass] = {}
        self.newest: dict[str, int] = {}
        self.commands: list[str] = []
        self.results: dict[str, CommandResult] = {}
        self.disk_full = False
        self.snapshots = 0
        self.passing: list[FeedItem] = []
        self.rows: list[bytes] = []
        self.keys: list[AllowedKey] = []
        self.refusals: list[PeerRefused] = []
        self.checked_in: set[str] = set()
        self.left: list[Actor] = []

    @property
    def head(self) -> int:
        return self.facts[-1].gseq if self.facts else self.pruned_to

    def high_water(self, source: str, epoch: int, first: int) -> int:
        if any(known > epoch for name, known in self.marks if name == source):
            raise StaleEpoch(source=source)
        acked = self.marks.setdefault((source, epoch), 0)
        if first > acked + 1:
            self.gaps.append((source, first - 1 - acked))
            acked = self.marks[source, epoch] = first - 1
        return acked

    def take(self, batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
        if self.disk_full:
            raise DiskFull(folder="/nowhere")
        before = len(self.facts)
        return [self._take(batch) for batch in batches], self.facts[before:]

    def _take(self, batch: SourceBatch) -> Intake:
        at = (batch.source, batch.epoch)
        self.newest[batch.source] = max(batch.newest, self.newest.get(batch.source, 0))
        want, quarantined = 0, []
        for item in batch.items:
            seq = item.event.sequence if isinstance(item, Accepted) else item.sequence
            if seq <= self.marks[at]:
                continue
            if seq > self.marks[at] + 1:
                want = self.marks[at] + 1
                break
            self.marks[at] = seq
            self.raw[(*at, seq)] = item.raw
            if isinstance(item, Rejected):
                quarantined.append((seq, item.code))
                self.quarantine.append((batch.source, seq, item.code))
            else:
                self._accept(item.event)
        return Intake(*at, self.marks[at], want, tuple(quarantined))

    def _accept(self, event: Event) -> None:
        self.events.append(event)
        origin = Origin(
            event.id, event.source, event.epoch, event.sequence, event.type, event.occurred_at
        )
        self.add_fact("UnitMoved", event.key, origin, urgent=event.severity <= 2)

    def add_fact(
        self, name: str, key: str, origin: Origin | None = None, *, urgent: bool = False
    ) -> FeedItem:
        gseq = self.head + 1
        fact = Fact(gseq, name, datetime.now(UTC), Kind.UNIT, key, unit(key), origin=origin)
        self.facts.append(FeedItem(gseq, encode(fact), urgent))
        return self.facts[-1]

    def command(
        self, actor: Actor, cmd_id: str, kind: str, args: bytes
    ) -> tuple[CommandResult, list[FeedItem]]:
        if cmd_id in self.results:
            return self.results[cmd_id], []
        if kind == "Break":
            raise RuntimeError("broken on purpose")
        self.commands.append(kind)
        result = CommandResult(cmd_id, ResultCode.OK, 2, {"by": actor.user, "at": actor.console})
        self.results[cmd_id] = result
        return result, [self.add_fact("UnitSent", f"sent-{len(self.commands)}")]

    def query(self, actor: Actor, name: str, args: bytes) -> list[bytes]:
        if name != "history":
            raise InvalidCommand()
        return self.rows

    def snapshot(self) -> tuple[int, list[bytes]]:
        self.snapshots += 1
        rows: dict[str, bytes] = {}
        for event in self.events:
            fact = Fact(0, "", event.received_at, Kind.UNIT, event.key, unit(event.key))
            rows[event.key] = encode(fact)
        return self.head, list(rows.values())

    def facts_after(self, gseq: int, limit: int) -> list[FeedItem]:
        if gseq < self.pruned_to:
            raise CursorPruned(gseq=gseq)
        start = gseq - self.pruned_to
        return self.facts[start : start + limit]

    def prune(self) -> None:
        self.pruned_to = self.head
        self.facts.clear()

    def urgent(self) -> list[bytes]:
        return [
            encode(replace(decode_fact(item.data), gseq=0)) for item in self.facts if item.urgent
        ]

    def credential(self, user: str) -> str:
        return PASSWORD

    def matches(self, credential: str, password: str) -> bool:
        self.checked_in.add(threading.current_thread().name)
        return password == credential

    def signed_in(self, user: str, credential: str, console: str, *, matched: bool) -> Admission:
        if not matched:
            return Admission(None, Refusal.SIGN_IN)
        role = Role(user) if user in list(Role) else Role.OPERATOR
        return Admission(Actor(user, "Somebody", role, "", console))

    def signed_out(self, actor: Actor) -> None:
        self.left.append(actor)

    def password_sheet(self, user: str) -> PasswordSheet:
        return PasswordSheet(user, PASSWORD)

    def try_password(self, sheet: PasswordSheet, password: str, new: str) -> PasswordTrial:
        return PasswordTrial(sheet, password == sheet.credential, None, new)

    def password_changed(self, trial: PasswordTrial, console: str) -> Refusal | None:
        return None if trial.matched else Refusal.SIGN_IN

    def audit_refusals(self, refusals: Sequence[PeerRefused]) -> None:
        self.refusals += refusals

    def introduced(self, source: str, promise: LinkClass, newest: int) -> None:
        self.promises[source], self.newest[source] = promise, newest

    def link_changed(
        self, source: str, up: bool, rtt_ms: float, offset_ms: float
    ) -> list[FeedItem]:
        self.links.append((source, up))
        link = Link(source, source, LinkState.UP if up else LinkState.DOWN)
        fact = Fact(0, "LinkChanged", datetime.now(UTC), Kind.LINK, source, link)
        return [FeedItem(0, encode(fact), urgent=False)]

    def keys_changed(self, keys: Sequence[AllowedKey]) -> None:
        self.keys = list(keys)

    def status(self) -> list[bytes]:
        return [b'{"fake": true}']

    def tick(self, now: datetime) -> list[FeedItem]:
        passing, self.passing = self.passing, []
        return passing


def unit(key: str) -> Unit:
    return Unit(key, key, UnitKind.PATROL, "", 2)


def position(key: str) -> dict[str, object]:
    """A valid body of `unit.position`."""
    return {
        "unit": key,
        "lon": 114.97,
        "lat": 30.18,
        "speed": 1.5,
        "heading": 90.0,
        "status": "on_patrol",
    }
