"""The event item on the wire and how it becomes a domain event."""

from __future__ import annotations

import re
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


class FullClock(SourceClock, frozen=True, forbid_unknown_fields=True):
    """A `SourceClock` with nothing left out and nothing added."""

    err_ms: Annotated[int, msgspec.Meta(ge=0)] | None


class FullItem(Item, frozen=True, gc=False, forbid_unknown_fields=True):
    """An `Item` with nothing left out and nothing added, as the SDK writes it.

    Where one can be read, and the bytes hold no more keys than it has, none is there twice.
    """

    sv: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    snt: UtcTime
    clk: FullClock
    st: EventStatus
    mt: MessageType
    ref: Annotated[tuple[str, ...], msgspec.Meta(max_length=16)]


_KEY = b'":'
_SPACED = re.compile(rb'"[ \t\r\n]')
"""A key with a space behind it would not be counted."""
_FULL_KEYS = len(FullItem.__struct_fields__) + len(FullClock.__struct_fields__)
_FULL_ITEM = msgspec.json.Decoder(FullItem)
_ITEM = msgspec.json.Decoder(Item)
_BODIES: Mapping[str, msgspec.json.Decoder[object]] = {
    name: msgspec.json.Decoder(body) for name, body in BODIES.items()
}
_WITH_MOMENTS = frozenset({CaseHandedOver, SourceOverflow})
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
    item = _full(data) or _any(data)
    if item.src != source or item.ep != epoch:
        raise ItemError("NOT_YOURS")
    if item.seq != sequence:
        raise ItemError("SEQ")
    occurred_at = _utc(item.occ)
    if occurred_at is None:
        raise ItemError("BAD_TIME")
    # By place: fourteen names cost as much as the tuple itself.
    return Event(
        item.id,
        source,
        epoch,
        sequence,
        item.type,
        occurred_at,
        received_at,
        item.sev,
        item.key,
        item.st,
        item.mt,
        _body(item),
        _utc(item.snt),  # only measured with, so never refused
    )


def _full(data: bytes) -> Item | None:
    """The item where it is strict and complete, told without looking at every value twice."""
    try:
        item = _FULL_ITEM.decode(data)
        body = bytes(item.body)
        # A quote and a colon inside a string only make the count too high.
        keys = data.count(_KEY) - body.count(_KEY)
        counted = keys == _FULL_KEYS and _SPACED.search(data) is None
        return item if counted and strict_json.is_plain(body, depth=1) else None
    except (ValueError, RecursionError):
        return None


def _any(data: bytes) -> Item:
    try:
        strict_json.check(data)
    except strict_json.NotStrict:
        raise ItemError("BAD_JSON") from None
    try:
        return _ITEM.decode(data)
    except msgspec.MsgspecError:
        raise ItemError("SCHEMA") from None


def _utc(moment: datetime | None) -> datetime | None:
    """The moment where it says UTC."""
    if moment is None or moment.tzinfo is UTC:
        return moment
    return moment.replace(tzinfo=UTC) if moment.utcoffset() == _NO_OFFSET else None


def _body(item: Item) -> object:
    decoder = _BODIES.get(item.type)
    if decoder is None:
        raise ItemError("UNKNOWN_TYPE")
    try:
        body = decoder.decode(item.body)
    except msgspec.MsgspecError:
        raise ItemError("BODY") from None
    if type(body) in _WITH_MOMENTS and any(one.tzinfo is None for one in _moments(body)):
        raise ItemError("BAD_TIME")
    return body


def _moments(body: object) -> tuple[datetime, ...]:
    if isinstance(body, CaseHandedOver):
        return tuple(step.at for step in body.steps)
    return (body.since, body.until) if isinstance(body, SourceOverflow) else ()
