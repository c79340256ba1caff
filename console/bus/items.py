"""The event item on the wire and how it becomes a domain event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Literal

import msgspec

from console.bus import strict_json
from console.bus.frames import MAX_ITEM
from console.domain.bodies import BODIES, CaseHandedOver, SourceOverflow
from console.domain.event import Event, EventStatus, MessageType

Uuid7 = Annotated[
    str,
    msgspec.Meta(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
]
UtcTime = Annotated[datetime, msgspec.Meta(tz=True)]


class ItemError(ValueError):
    """An item that takes up its number but cannot become an event; `code` goes to quarantine."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SourceClock(msgspec.Struct, frozen=True):
    """What the source knows of its own clock; `err_ms` is None before it was compared."""

    sync: bool
    err_ms: Annotated[int, msgspec.Meta(ge=0)] | None = None


class Item(msgspec.Struct, frozen=True, gc=False):
    """One event as a source sends it."""

    v: Literal[1]
    id: Uuid7
    src: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    ep: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
    seq: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    type: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    occ: UtcTime
    sev: Annotated[int, msgspec.Meta(ge=1, le=4)]
    key: Annotated[str, msgspec.Meta(max_length=128)]
    body: msgspec.Raw
    sv: Annotated[int, msgspec.Meta(ge=1, lt=2**31)] = 1
    snt: UtcTime | None = None
    clk: SourceClock | None = None
    st: EventStatus = EventStatus.ACTUAL
    mt: MessageType = MessageType.ALERT
    ref: Annotated[tuple[str, ...], msgspec.Meta(max_length=16)] = ()


_ITEM = msgspec.json.Decoder(Item)
_BODIES: Mapping[str, msgspec.json.Decoder[object]] = {
    name: msgspec.json.Decoder(body) for name, body in BODIES.items()
}
_NO_OFFSET = timedelta(0)


def digest(data: bytes) -> bytes:
    """SHA-256 of an item frame, by which a resend is told from a reused number."""
    return sha256(data).digest()


def decode_item(
    data: bytes, source: str, epoch: int, sequence: int, received_at: datetime
) -> Event:
    """The event in an item frame that stands at `sequence`; raises `ItemError`.

    Codes: TOO_LARGE, BAD_JSON, SCHEMA, NOT_YOURS (other source or epoch), SEQ (other number),
    BAD_TIME (not UTC), UNKNOWN_TYPE, BODY.
    """
    if len(data) > MAX_ITEM:
        raise ItemError("TOO_LARGE")
    try:
        strict_json.check(data)
    except strict_json.NotStrict:
        raise ItemError("BAD_JSON") from None
    try:
        item = _ITEM.decode(data)
    except msgspec.MsgspecError:
        raise ItemError("SCHEMA") from None
    if item.src != source or item.ep != epoch:
        raise ItemError("NOT_YOURS")
    if item.seq != sequence:
        raise ItemError("SEQ")
    if item.occ.utcoffset() != _NO_OFFSET:
        raise ItemError("BAD_TIME")
    return Event(
        id=item.id,
        source=source,
        epoch=epoch,
        sequence=sequence,
        type=item.type,
        occurred_at=item.occ.replace(tzinfo=UTC),
        received_at=received_at,
        severity=item.sev,
        key=item.key,
        status=item.st,
        message=item.mt,
        body=_body(item),
        sent_at=_utc(item.snt),
    )


def _utc(moment: datetime | None) -> datetime | None:
    """A moment of `snt` where it says UTC; it is only measured with, never refused."""
    if moment is None or moment.utcoffset() != _NO_OFFSET:
        return None
    return moment.replace(tzinfo=UTC)


def _body(item: Item) -> object:
    decoder = _BODIES.get(item.type)
    if decoder is None:
        raise ItemError("UNKNOWN_TYPE")
    try:
        body = decoder.decode(item.body)
    except msgspec.MsgspecError:
        raise ItemError("BODY") from None
    if any(moment.tzinfo is None for moment in _moments(body)):
        raise ItemError("BAD_TIME")
    return body


def _moments(body: object) -> tuple[datetime, ...]:
    if isinstance(body, CaseHandedOver):
        return tuple(step.at for step in body.steps)
    return (body.since, body.until) if isinstance(body, SourceOverflow) else ()
