"""The multipart form of every ECP/1 message: magic, type, header, items; with all limits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec

from console.bus import strict_json

MAGIC = b"ECP1"
MAX_TYPE = 12
MAX_HEADER = 4096
MAX_ITEM = 256 * 1024
MAX_ITEMS = 256
MAX_MESSAGE = 1024 * 1024

H = TypeVar("H")

_ENCODER = msgspec.json.Encoder()
_DECODERS: dict[type, msgspec.json.Decoder[object]] = {}


class FrameError(ValueError):
    """A message that breaks the form: `code` is that of the ERR to answer."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Message(NamedTuple):
    """A message that kept the form; its header is checked JSON, not yet typed."""

    kind: str
    header: bytes
    items: list[bytes]

    def typed(self, header: type[H]) -> H:
        """The header as a `header`; raises `FrameError` where fields are missing or wrong."""
        decoder = _DECODERS.get(header)
        if decoder is None:
            decoder = _DECODERS[header] = msgspec.json.Decoder(header)
        try:
            return decoder.decode(self.header)  # type: ignore[return-value] # keyed by its type
        except msgspec.MsgspecError:
            raise FrameError(400, "BAD_HEADER") from None


def encode(kind: str, header: object, items: Sequence[bytes] = ()) -> list[bytes]:
    """The frames of a message; raises `FrameError` 413 where it would break a limit."""
    head = _ENCODER.encode(header)
    if len(head) > MAX_HEADER or len(items) > MAX_ITEMS:
        raise FrameError(413, "TOO_LARGE")
    return [MAGIC, kind.encode("ascii"), head, *items]


def decode(parts: Sequence[bytes], *, trusted: bool = False) -> Message:
    """The message in `parts` (routing id taken off); raises `FrameError`.

    Oversize items of EVENTS are let through, because each is quarantined by its own number. A
    `trusted` sender, the hub, may send items of any size: a console must not fail on a long case.
    """
    if len(parts) < 3:
        raise FrameError(400, "BAD_FRAME")
    if parts[0] != MAGIC:
        raise FrameError(426, "PROTO")
    kind, header, items = parts[1], parts[2], list(parts[3:])
    if not (0 < len(kind) <= MAX_TYPE and kind.isalpha() and kind.isupper()):
        raise FrameError(400, "BAD_FRAME")
    if not trusted:
        _check_sizes(kind, header, items)
    try:
        strict_json.check(header)
    except strict_json.NotStrict:
        raise FrameError(400, "BAD_HEADER") from None
    if header[:1] != b"{":
        raise FrameError(400, "BAD_HEADER")
    return Message(kind.decode("ascii"), header, items)


def _check_sizes(kind: bytes, header: bytes, items: Sequence[bytes]) -> None:
    sizes = [len(item) for item in items]
    if len(header) > MAX_HEADER or len(items) > MAX_ITEMS or sum(sizes) > MAX_MESSAGE:
        raise FrameError(413, "TOO_LARGE")
    if kind != b"EVENTS" and max(sizes, default=0) > MAX_ITEM:
        raise FrameError(413, "TOO_LARGE")


def chunks(items: Sequence[bytes]) -> list[Sequence[bytes]]:
    """`items` cut so that each piece fits into one message."""
    pieces: list[Sequence[bytes]] = []
    start = size = 0
    for at, item in enumerate(items):
        if at - start == MAX_ITEMS or (at > start and size + len(item) > MAX_MESSAGE):
            pieces.append(items[start:at])
            start, size = at, 0
        size += len(item)
    if start < len(items):
        pieces.append(items[start:])
    return pieces
