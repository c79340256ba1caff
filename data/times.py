"""Moments as the database keeps them: whole microseconds since 1970 UTC, on every engine alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_us(moment: datetime) -> int:
    """Microseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // _MICROSECOND


def from_us(stored: int) -> datetime:
    """The aware UTC datetime behind `stored`."""
    return _EPOCH + timedelta(microseconds=stored)


def maybe_us(moment: datetime | None) -> int | None:
    """`to_us`, passing None."""
    return None if moment is None else to_us(moment)


def maybe_from_us(stored: int | None) -> datetime | None:
    """`from_us`, passing None."""
    return None if stored is None else from_us(stored)
