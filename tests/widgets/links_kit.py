"""Made-up rows of the quarantine."""

from __future__ import annotations

from datetime import timedelta

from console.client.put_aside import PutAside
from tests.builders import NOW

CODES = ("SCHEMA", "UNKNOWN_TYPE", "SEQ_REUSE", "BAD_JSON")


def record(number: int, *, whole: bool = True, taken: bool = False) -> PutAside:
    """A refused event; the odd ones name their type."""
    return PutAside(
        number=number,
        source="sensors",
        epoch=3,
        sequence=2000 + number,
        code=CODES[number % len(CODES)],
        at=NOW - timedelta(minutes=5 * (10 - number)),
        size=312 + number,
        sha256=f"{number:064x}"[::-1],
        whole=whole,
        taken=taken,
        type="sensor.water" if number % 2 else "",
    )
