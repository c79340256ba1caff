"""Whether an audit log is the one that was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from console.services.audit_log import first_fault
from console.services.records import AuditRow
from data.audit_anchor import Anchor


class AuditFinding(StrEnum):
    """What is wrong with it."""

    INTACT = "intact"
    BROKEN = "a row was changed, removed or moved"
    TRUNCATED = "the newest rows are missing"
    REPLACED = "the whole log was written anew"


@dataclass(frozen=True, slots=True)
class AuditReport:
    """A finding, the row it is about (the last one where all is well), the number of rows."""

    finding: AuditFinding
    sequence: int
    rows: int

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return self.finding is AuditFinding.INTACT


class _Watched:
    """Passes rows on and remembers how many there were and the digest at the anchor."""

    def __init__(self, rows: Iterable[AuditRow], anchored: int) -> None:
        self._rows = rows
        self._anchored = anchored
        self.count = 0
        self.last = 0
        self.digest = ""

    def __iter__(self) -> Iterator[AuditRow]:
        for row in self._rows:
            self.count += 1
            self.last = row.sequence
            if row.sequence == self._anchored:
                self.digest = row.sha256
            yield row


def check_audit(rows: Iterable[AuditRow], anchor: Anchor | None) -> AuditReport:
    """Check rows, oldest first, by their chain and, where there is one, by an anchor."""
    watched = _Watched(rows, anchor.sequence if anchor else 0)
    fault = first_fault(watched)
    if fault:
        return AuditReport(AuditFinding.BROKEN, fault, watched.count)
    if anchor is not None and watched.last < anchor.sequence:
        return AuditReport(AuditFinding.TRUNCATED, watched.last + 1, watched.count)
    if anchor is not None and watched.digest != anchor.sha256:
        return AuditReport(AuditFinding.REPLACED, anchor.sequence, watched.count)
    return AuditReport(AuditFinding.INTACT, watched.last, watched.count)
