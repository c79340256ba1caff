"""The audit log: who did what, in rows chained by their digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from console.codec import encode
from console.domain.access import Actor
from console.services.records import AuditRow
from console.services.work import Work

FIRST_LINK = "0" * 64
"""What stands for the digest before the first row."""


def record(
    work: Work,
    actor: Actor,
    *,
    action: str,
    entity: str,
    outcome: str,
    detail: Mapping[str, str] | None = None,
) -> None:
    """Append a row in the transaction of what it speaks of. `detail` holds no personal data."""
    last = work.uow.audit.last()
    row = next_row(
        last, actor, work.now, action=action, entity=entity, outcome=outcome, detail=detail
    )
    work.uow.audit.append(row)


def next_row(
    last: AuditRow | None,
    actor: Actor,
    at: datetime,
    *,
    action: str,
    entity: str,
    outcome: str,
    detail: Mapping[str, str] | None = None,
) -> AuditRow:
    """The row that follows `last`."""
    row = AuditRow(
        sequence=last.sequence + 1 if last else 1,
        at=at,
        user=actor.user,
        role=actor.role.value if actor.user else "",
        console=actor.console,
        action=action,
        entity=entity,
        outcome=outcome,
        detail=dict(detail or {}),
        previous=last.sha256 if last else FIRST_LINK,
        sha256="",
    )
    return replace(row, sha256=digest(row))


def digest(row: AuditRow) -> str:
    """SHA-256 over the row (its own digest left out) with the one before it."""
    return hashlib.sha256(encode(replace(row, sha256=""))).hexdigest()


def first_fault(rows: Iterable[AuditRow], before: AuditRow | None = None) -> int:
    """Sequence of the first row (oldest first) that does not fit the chain, 0 where all do.

    `before` is the row, already checked, that they follow; None where they begin the log.
    """
    previous = before.sha256 if before else FIRST_LINK
    for sequence, row in enumerate(rows, start=before.sequence + 1 if before else 1):
        if row.sequence != sequence or row.previous != previous or row.sha256 != digest(row):
            return sequence
        previous = row.sha256
    return 0
