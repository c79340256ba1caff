"""JSON of domain values, in one place: the wire, the store of facts and the console agree on it."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

import msgspec

from console.domain.facts import ROW_TYPES, Fact, Kind, Origin, Row

T = TypeVar("T")


class _FactFrame(msgspec.Struct, frozen=True):
    """A fact whose row is still bytes, because its type depends on `kind`."""

    gseq: int
    name: str
    at: datetime
    kind: Kind
    key: str
    row: msgspec.Raw
    by: str = ""
    origin: Origin | None = None


_ENCODER = msgspec.json.Encoder()
_FRAME = msgspec.json.Decoder(_FactFrame)
_ROWS: dict[Kind, msgspec.json.Decoder[Row | None]] = {
    kind: msgspec.json.Decoder(row_type | None) for kind, row_type in ROW_TYPES.items()
}


def encode(value: object) -> bytes:
    """JSON of a domain value; datetimes are RFC 3339."""
    return _ENCODER.encode(value)


def decode(data: bytes | str, kind: type[T]) -> T:
    """A `kind` read strictly from JSON; raises `msgspec.DecodeError` or `ValidationError`."""
    return msgspec.json.decode(data, type=kind)


def decode_fact(data: bytes) -> Fact:
    """The fact in `data`; raises `msgspec.DecodeError` or `msgspec.ValidationError`."""
    frame = _FRAME.decode(data)
    return Fact(
        gseq=frame.gseq,
        name=frame.name,
        at=frame.at,
        kind=frame.kind,
        key=frame.key,
        row=_ROWS[frame.kind].decode(frame.row),
        by=frame.by,
        origin=frame.origin,
    )
