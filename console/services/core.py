"""What the hub's sockets may ask of the services: one object, one transaction a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from console.domain.access import Actor
from console.domain.event import Event
from console.domain.link import LinkClass
from console.domain.refusal import Refusal
from console.domain.result import CommandResult, ResultCode
from console.services.records import AllowedKey

__all__ = [
    "Accepted",
    "Admission",
    "CommandResult",
    "FeedItem",
    "HubCore",
    "Intake",
    "PasswordSheet",
    "PasswordTrial",
    "PeerRefused",
    "Rejected",
    "ResultCode",
    "SourceBatch",
]


class FeedItem(NamedTuple):
    """An encoded fact ready for the wire. `urgent` ones (severity 1–2) overtake a replay."""

    gseq: int
    data: bytes
    urgent: bool


class Accepted(NamedTuple):
    """An item that passed frame and schema checks. `raw` is the item frame as it came."""

    event: Event
    raw: bytes
    sha256: bytes


class Rejected(NamedTuple):
    """An item that failed them but still takes up its sequence number; kept in quarantine."""

    sequence: int
    code: str
    raw: bytes
    sha256: bytes


@dataclass(frozen=True, slots=True)
class SourceBatch:
    """Consecutive items of one source, in the order they came.

    `newest` is the last number its spool holds, 0 where the source does not say.
    """

    source: str
    epoch: int
    items: Sequence[Accepted | Rejected]
    newest: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a `SourceBatch`: everything up to `acked` is durable.

    `want` is the first missing sequence number where there was a hole (answer NAK), else 0.
    """

    source: str
    epoch: int
    acked: int
    want: int
    quarantined: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PeerRefused:
    """A connection or key that was kept or put out, `times` within a minute.

    `who` is the id of a known peer or a stranger's address, `reason` a fixed word, `key` the
    beginning of the public key.
    """

    who: str
    reason: str
    key: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Admission:
    """The person who signed in, or why nobody did."""

    actor: Actor | None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class PasswordSheet:
    """What a change of password is tried against: hashes of the present one and of earlier ones."""

    user: str
    credential: str = field(repr=False)
    history: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PasswordTrial:
    """Whether the old password matched, what is wrong with the new one, and its hash."""

    sheet: PasswordSheet
    matched: bool
    refusal: Refusal | None
    hashed: str = field(default="", repr=False)


class HubCore(Protocol):
    """The services behind the sockets. Every method is one transaction, called from one thread."""

    @property
    def hub_epoch(self) -> int:
        """Generation of this store; a restored backup or new database starts another."""

    @property
    def head(self) -> int:
        """`gseq` of the newest fact."""

    def high_water(self, source: str, epoch: int, first: int) -> int:
        """Last durable sequence of (source, epoch); a `first` beyond it + 1 is stored as a gap.

        Raises `StaleEpoch` where a newer epoch of the source is known.
        """

    def take(self, batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
        """Store events and quarantine records, act on them, commit; the new facts come back."""

    def command(
        self, actor: Actor, cmd_id: str, kind: str, args: bytes
    ) -> tuple[CommandResult, list[FeedItem]]:
        """Check, apply, audit and remember a command; `args` is the JSON of the command."""

    def query(self, actor: Actor, name: str, args: bytes) -> list[bytes]:
        """Rows of a named query as JSON."""

    def snapshot(self) -> tuple[int, list[bytes]]:
        """The newest `gseq` and every current row, each an encoded fact with `gseq` 0."""

    def facts_after(self, gseq: int, limit: int) -> list[FeedItem]:
        """Stored facts after `gseq`, oldest first; raises `CursorPruned` where they are gone."""

    def urgent(self) -> list[bytes]:
        """Alarms and cases of severity 1–2 that ask for something now, as facts with `gseq` 0."""

    def credential(self, user: str) -> str:
        """What a password of `user` has to match; unknown names have one too."""

    def matches(self, credential: str, password: str) -> bool:
        """Whether a password matches. Slow on purpose; the one method for any thread."""

    def signed_in(self, user: str, credential: str, console: str, *, matched: bool) -> Admission:
        """The person whose password matched; failures are counted and audited."""

    def signed_out(self, actor: Actor) -> None:
        """Somebody else signed in at the console of `actor`."""

    def password_sheet(self, user: str) -> PasswordSheet:
        """What a change of the password of `user` is to be tried against."""

    def try_password(self, sheet: PasswordSheet, password: str, new: str) -> PasswordTrial:
        """Compare and hash. Slow on purpose; may be called from any thread."""

    def password_changed(self, trial: PasswordTrial, console: str) -> Refusal | None:
        """Take the new password, or say why not; audited either way."""

    def audit_refusals(self, refusals: Sequence[PeerRefused]) -> None:
        """Write who was kept out or put out into the audit log."""

    def introduced(self, source: str, promise: LinkClass, newest: int) -> None:
        """What a source said of itself with its HELLO; nothing is stored."""

    def link_changed(
        self, source: str, up: bool, rtt_ms: float, offset_ms: float
    ) -> list[FeedItem]:
        """Note that a source's link went up or down, or its measured round trip."""

    def keys_changed(self, keys: Sequence[AllowedKey]) -> None:
        """These keys may connect now; what is new or gone since last time is audited."""

    def status(self) -> list[bytes]:
        """How the hub and its links are, as encoded facts; answered without the store."""

    def tick(self, now: datetime) -> list[FeedItem]:
        """Time-driven work: link rates, health, clocks that ran out."""
