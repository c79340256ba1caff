"""What a console has received so far: order, snapshot, credit. Knows no socket."""

from __future__ import annotations

import logging
from dataclasses import replace
from hashlib import sha256

import msgspec

from console.bus.frames import Message
from console.bus.headers import Attached, Credit, Cursor, Ev, Resync, Snap, SnapEnd
from console.codec import decode_fact
from console.domain.facts import Fact

CREDIT = 4000
GRANT = 500
"""Credit is given back in portions of this many items."""

_log = logging.getLogger(__name__)


class FeedReader:
    """Follows the feed over any number of connections and says what is to be answered.

    `facts` and `snapshot` fill up until `take_facts` and `take_snapshot` fetch them.
    """

    def __init__(self) -> None:
        self.cursor: Cursor | None = None
        self.snapshot: tuple[list[Fact], int] | None = None
        self._facts: list[Fact] = []
        self._loading: list[Fact] = []
        self._digest = sha256()
        self._hub_epoch = 0
        self._granted = 0
        self._resyncing = False

    def attached(self, header: Attached) -> None:
        """A connection begins."""
        self._hub_epoch = header.hub_epoch
        self._granted = 0
        self._resyncing = False
        self._restart_snapshot()

    def snap(self, message: Message) -> None:
        """Part of a snapshot."""
        if message.typed(Snap).i == 0:
            self._restart_snapshot()
        for item in message.items:
            self._digest.update(item)
        self._loading += self._decoded(message.items)

    def snap_end(self, message: Message) -> bool:
        """The snapshot is complete; False where it is not what the hub says."""
        header = message.typed(SnapEnd)
        whole = header.rows == len(self._loading) and header.sha256 == self._digest.hexdigest()
        if whole:
            self.snapshot = (self._loading, header.at)
            self._facts = []
            self.cursor = Cursor(self._hub_epoch, header.at)
        self._restart_snapshot()
        return whole

    def ev(self, message: Message) -> Resync | None:
        """Facts in order; a gap is answered with a RESYNC, once until it is mended."""
        header = message.typed(Ev)
        passing = header.last == 0
        facts = self._decoded(message.items, 0 if passing else 1)
        if self.cursor is None:
            return None
        if passing:
            self._facts += facts
            return None
        if header.prev != self.cursor.gseq:
            if self._resyncing:
                return None
            self._resyncing = True
            return Resync(self.cursor.gseq)
        self._resyncing = False
        self._facts += facts
        self.cursor = Cursor(self._hub_epoch, header.last)
        return None

    def alert(self, message: Message) -> None:
        """Urgent facts ahead of their turn: shown at once, without moving the cursor."""
        if self.cursor is not None:
            self._facts += [replace(fact, gseq=0) for fact in self._decoded(message.items, 0)]

    def credit(self) -> Credit | None:
        """Credit to give back now, if it is worth a message."""
        if self._granted < GRANT:
            return None
        add, self._granted = self._granted, 0
        return Credit(self.cursor.gseq if self.cursor else 0, add)

    def take_facts(self) -> list[Fact]:
        """The facts received since the last call."""
        facts, self._facts = self._facts, []
        return facts

    def take_snapshot(self) -> tuple[list[Fact], int] | None:
        """A snapshot completed since the last call, with its `gseq`; facts come after it."""
        snapshot, self.snapshot = self.snapshot, None
        return snapshot

    def _decoded(self, items: list[bytes], cost: int = 1) -> list[Fact]:
        self._granted += cost * len(items)
        facts = []
        for item in items:
            try:
                facts.append(decode_fact(item))
            except msgspec.MsgspecError as error:
                _log.error("a fact of a kind this console does not know: %s", error)
        return facts

    def _restart_snapshot(self) -> None:
        self._loading = []
        self._digest = sha256()
