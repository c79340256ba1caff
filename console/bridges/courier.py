"""Takes messages to the hub and tells their upstream when they are stored there."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from console.bridges.field_value import NotMapped
from console.bridges.mapping import Mapping
from console.bus.source import Draft, SpoolFull, uuid7

UNMAPPED = "bridge.unmapped"
"""A type that no hub knows: what has no rule is put aside there, where people can look at it."""
HEAD = 2048
FULL_PAUSE_S = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """Something that arrived. `where` is its topic or path, `payload` its JSON.

    `name` is the upstream's own name for it, for good; without one the mapping's `id` counts.
    `slot` stands for the one delivery that is to be acknowledged: a later message in the same slot
    takes its place. `settled` is called once it is stored; with a reason if it was put aside.
    """

    where: str
    payload: bytes
    slot: Hashable
    settled: Callable[[str], None]
    name: str = ""


class Outbox(Protocol):
    """What the courier needs of the SDK's `Source`."""

    def publish_once(self, origins: Sequence[str], drafts: Sequence[Draft]) -> None:
        """Spool the drafts whose origin is new."""

    def stored(self, origins: Sequence[str]) -> set[str]:
        """The origins that the hub has acknowledged."""


@dataclass(slots=True)
class _Waiting:
    left: set[str]
    settled: Callable[[str], None]
    reason: str


@dataclass(slots=True)
class _Parcel:
    """The events of one message, with the names by which they are known for good."""

    message: Message
    origins: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    reason: str = ""


class Courier:
    """Lives in one event loop; only `acked` may be called from another thread.

    `upstream` names where the messages come from: the same message is the same event as long as
    that name stays.
    """

    def __init__(
        self,
        outbox: Outbox,
        mapping: Mapping,
        upstream: str,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self._outbox = outbox
        self._mapping = mapping
        self._upstream = upstream
        self._loop = loop
        self._waiting: dict[Hashable, _Waiting] = {}
        self.taken = 0
        """Messages spooled so far, repeated ones included."""
        self.set_aside = 0
        """Messages the mapping had no place for."""

    @property
    def waiting(self) -> int:
        """Messages that the hub has not stored yet."""
        return len(self._waiting)

    def acked(self) -> None:
        """The hub has stored more; may come from any thread."""
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits any more
            self._loop.call_soon_threadsafe(self._settle)

    def take(self, messages: Sequence[Message]) -> None:
        """Spool messages in one transaction; raises `SpoolFull` and `sqlite3.Error`.

        Each is settled once the hub has acknowledged all of it, which may be at once.
        """
        parcels = [self._parcel(message) for message in messages]
        try:
            self._publish(parcels)
        except (ValueError, TypeError):  # one that is too large, say, must not hold up the others
            for parcel in parcels:
                self._publish_alone(parcel)
        for parcel in parcels:
            self._waiting[parcel.message.slot] = _Waiting(
                set(parcel.origins), parcel.message.settled, parcel.reason
            )
        self.taken += len(parcels)
        self._settle()

    async def take_patiently(self, messages: Sequence[Message]) -> None:
        """As `take`; a full spool or disk is waited for: the upstream keeps its messages."""
        while True:
            try:
                self.take(messages)
            except (SpoolFull, sqlite3.Error) as error:
                _log.error("%s: the spool takes nothing, waiting: %s", self._upstream, error)
                await asyncio.sleep(FULL_PAUSE_S)
            else:
                return

    def forget(self, slot: Hashable) -> None:
        """Whoever waited in that slot has gone; the event goes its way all the same."""
        self._waiting.pop(slot, None)

    def forget_all(self) -> None:
        """The connection was lost on which messages would have been acknowledged."""
        self._waiting.clear()

    def _publish(self, parcels: Sequence[_Parcel]) -> None:
        self._outbox.publish_once(
            [origin for parcel in parcels for origin in parcel.origins],
            [draft for parcel in parcels for draft in parcel.drafts],
        )

    def _publish_alone(self, parcel: _Parcel) -> None:
        try:
            self._publish((parcel,))
        except (ValueError, TypeError) as error:
            self._put_aside(parcel, str(error))
            self._publish((parcel,))

    def _settle(self) -> None:
        stored = self._outbox.stored([one for wait in self._waiting.values() for one in wait.left])
        done = []
        for slot, wait in self._waiting.items():
            wait.left -= stored
            if not wait.left:
                done.append(slot)
        for slot in done:
            wait = self._waiting.pop(slot)
            wait.settled(wait.reason)

    def _parcel(self, message: Message) -> _Parcel:
        parcel = _Parcel(message)
        try:
            made = self._mapping.drafts(message.payload)
            for number, (name, draft) in enumerate(made):
                own = f"{message.name}#{number}" if message.name else name
                self._add(parcel, own, draft)
        except NotMapped as error:
            self._put_aside(parcel, str(error))
        return parcel

    def _add(self, parcel: _Parcel, name: str, draft: Draft) -> None:
        # What has no name is never repeated either.
        parcel.origins.append(f"{self._upstream}\x1f{name or uuid7()}")
        parcel.drafts.append(draft)

    def _put_aside(self, parcel: _Parcel, reason: str) -> None:
        """Send what has no place as an event of no known type: the hub keeps it in quarantine."""
        message = parcel.message
        self.set_aside += 1
        _log.warning(
            "%s: a message from %s is put aside: %s", self._upstream, message.where, reason
        )
        digest = hashlib.sha256(message.payload).hexdigest()
        body = {
            "reason": reason,
            "size": len(message.payload),
            "sha256": digest,
            "head": message.payload[:HEAD].decode("utf-8", "replace"),
        }
        parcel.reason = reason
        name = f"{message.name}#0" if message.name else f"aside\x1f{digest}"
        parcel.origins = [f"{self._upstream}\x1f{name}"]
        parcel.drafts = [Draft(UNMAPPED, message.where[:128], 3, body)]
