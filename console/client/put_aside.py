"""A refused event as the hub lists it: everything but its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from console.codec import decode


@dataclass(frozen=True, slots=True)
class PutAside:
    """One record of the quarantine; `size` is in bytes.

    `whole` says that all of it was kept, so that it can be submitted again; `taken` that an event
    stands at its number by now. `type` is empty where the item does not tell it readably.
    """

    number: int
    source: str
    epoch: int
    sequence: int
    code: str
    at: datetime
    size: int
    sha256: str
    whole: bool
    taken: bool
    type: str = ""

    @property
    def mendable(self) -> bool:
        """Whether submitting it again can make sense."""
        return self.whole and not self.taken


def put_aside(rows: Sequence[bytes]) -> list[PutAside]:
    """The records in the rows of a `quarantine` query."""
    return [decode(row, PutAside) for row in rows]
