"""JSON as ECP/1 wants it: strict UTF-8, no duplicate keys, no NaN, shallow, integers below 2^53."""

from __future__ import annotations

import json
import re

import msgspec

MAX_DEPTH = 8
MAX_INTEGER = 2**53

_DECODER = msgspec.json.Decoder()
_ENCODER = msgspec.json.Encoder()
_LONG_NUMBER = re.compile(rb"(?:^|[:,\[-])\d{16}")
# Told by two passes of the C library, where the expression alone costs a tenth of the hub's time.
_DIGITS_AS_ZERO = bytes.maketrans(b"123456789", b"000000000")
_LONG_RUN = b"0" * 16


class NotStrict(ValueError):
    """The bytes are not the JSON that the protocol allows."""


def check(data: bytes) -> None:
    """Raise `NotStrict` unless `data` is JSON within the protocol's rules."""
    try:
        if not is_plain(data):
            _check_slowly(data)
    except (ValueError, RecursionError) as error:
        raise NotStrict(str(error)) from None


def is_plain(data: bytes, depth: int = 0) -> bool:
    """Whether `data` is canonical, which rules out duplicate keys; False means: look closer.

    `depth` is how deep it lies already. Raises `msgspec.DecodeError` where it is no JSON.
    """
    value = _DECODER.decode(data)
    return (
        data.count(b"{") + data.count(b"[") <= MAX_DEPTH - depth
        and not _has_long_number(data)
        and _ENCODER.encode(value) == data
    )


def _has_long_number(data: bytes) -> bool:
    run = _LONG_RUN in data.translate(_DIGITS_AS_ZERO)
    return run and _LONG_NUMBER.search(data) is not None


def _check_slowly(data: bytes) -> None:
    value = json.loads(
        data.decode("utf-8"),
        object_pairs_hook=_unique,
        parse_int=_small,
        parse_constant=_refuse,
    )
    _check_depth(value, MAX_DEPTH)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("duplicate key")
    return found


def _small(digits: str) -> int:
    if len(digits) > 17 or abs(number := int(digits)) >= MAX_INTEGER:
        raise NotStrict("integer too large")
    return number


def _refuse(constant: str) -> object:
    raise NotStrict(constant)


def _check_depth(value: object, left: int) -> None:
    if isinstance(value, dict | list):
        if left == 0:
            raise NotStrict("too deep")
        for inner in value.values() if isinstance(value, dict) else value:
            _check_depth(inner, left - 1)
