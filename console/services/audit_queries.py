"""The audit log as the auditor reads it: pages, a check of the chain in bites, an export."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from console.codec import decode, encode
from console.domain.access import Actor
from console.domain.masking import mask_text
from console.errors import InvalidCommand
from console.services import audit_log
from console.services.ports import Storage, UnitOfWork
from console.services.records import AuditFilter, AuditMark
from console.services.work import Work

MOST_ROWS = 500
BITE = 1000
"""Rows checked at a time: the hub has other things to do."""
LEAST_WORDS, MOST_WORDS = 4, 200


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of what `only` lets through, newest first, below the sequence `before` (0: all)."""

    limit: int = 100
    before: int = 0
    only: AuditFilter = field(default_factory=AuditFilter)

    @property
    def size(self) -> int:
        """The page size that is granted."""
        return max(1, min(self.limit, MOST_ROWS))


@dataclass(frozen=True, slots=True)
class AuditExport:
    """What is taken away, and why, in the auditor's own words."""

    purpose: str
    only: AuditFilter = field(default_factory=AuditFilter)


@dataclass(frozen=True, slots=True)
class CheckFrom:
    """Go on from this row, itself included; 0 begins."""

    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """Up to where the chain holds, the row that does not fit (0: none), and the newest anchor.

    `done` says that the end was reached. `anchor_met` that the anchored row is as it was signed,
    or is still to come.
    """

    upto: int
    fault: int
    last: int
    done: bool
    anchor: AuditMark | None
    anchor_met: bool


class AuditQueries:
    """Answers the queries about the log; an export leaves a line of its own."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def page(self, uow: UnitOfWork, _actor: Actor, args: bytes, _now: datetime) -> list[bytes]:
        """Rows of one page."""
        page = decode(args, AuditPage)
        return [encode(row) for row in uow.audit.page(page.before, page.size, page.only)]

    def export(self, uow: UnitOfWork, actor: Actor, args: bytes, now: datetime) -> list[bytes]:
        """Write down who takes the log away and why; answers the line that says so.

        Somebody at the hub's own machine has no account there: the name they give stands instead.
        Raises `InvalidCommand` where no purpose is given, or nobody is named.
        """
        wanted = decode(args, AuditExport)
        words = wanted.purpose.strip()
        if not LEAST_WORDS <= len(words) <= MOST_WORDS or not (actor.user or actor.name.strip()):
            raise InvalidCommand()
        detail = {"purpose": mask_text(words)} | _told(wanted.only)
        if not actor.user:
            detail["by"] = mask_text(actor.name.strip())
        work = Work(uow, now)
        audit_log.record(
            work, actor, action="ExportAudit", entity="audit", outcome="OK", detail=detail
        )
        last = uow.audit.last()
        return [encode(last)] if last is not None else []

    def check(self, uow: UnitOfWork, _actor: Actor, args: bytes, _now: datetime) -> list[bytes]:
        """Check one bite of the chain."""
        begin = decode(args, CheckFrom).sequence
        rows = uow.audit.after(begin, BITE + 1)
        fault = audit_log.first_fault(rows[1:], rows[0]) if begin and rows else 0
        if not begin:
            fault = audit_log.first_fault(rows)
        last = uow.audit.last()
        end = last.sequence if last else 0
        upto = rows[-1].sequence if rows else begin
        anchor = self._storage.anchored()
        met = anchor is None or end >= anchor.sequence
        if anchor is not None and begin <= anchor.sequence <= upto:
            met = any(
                (row.sequence, row.sha256) == (anchor.sequence, anchor.sha256) for row in rows
            )
        return [encode(Checked(upto, fault, end, upto >= end or fault > 0, anchor, met))]


def _told(only: AuditFilter) -> dict[str, str]:
    named = {"only_user": only.user, "only_action": only.action, "only_entity": only.entity}
    moments = {"since": only.since, "until": only.until}
    told = named | {name: at.isoformat() for name, at in moments.items() if at is not None}
    return {name: value for name, value in told.items() if value}
