"""Whether a copy of the store is sound, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from console.errors import BackupBroken
from data.audit_anchor import Anchor
from data.audit_check import AuditReport, check_audit
from data.reading import audit_rows, reading, revision_of
from data.schema import account, alarm, case_file, event, fact, meta, quarantine

_COUNTED = {
    "events": event,
    "facts": fact,
    "quarantined": quarantine,
    "alarms": alarm,
    "cases": case_file,
    "accounts": account,
}


@dataclass(frozen=True, slots=True)
class Verified:
    """A sound copy: schema revision, generation, rows by table, and the state of its audit log."""

    revision: str
    hub_epoch: int
    counts: dict[str, int]
    audit: AuditReport


def verify(path: Path, anchor: Anchor | None = None) -> Verified:
    """Check pages, indexes, references and the audit chain of a copy.

    An `anchor` from before the copy was made tells whether its audit log was cut.

    Raises `BackupBroken` where pages, indexes or references are not sound.
    """
    try:
        with reading(path) as connection:
            fault = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if fault != "ok":
                raise BackupBroken(path=path, detail=fault)
            stray = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if stray is not None:
                raise BackupBroken(path=path, detail=f"a row of {stray[0]} refers to nothing")
            counts = {
                name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
                for name, table in _COUNTED.items()
            }
            epoch = connection.scalar(select(meta.c.value).where(meta.c.name == "hub_epoch"))
            return Verified(
                revision=revision_of(path),
                hub_epoch=int(epoch or 0),
                counts=counts,
                audit=check_audit(audit_rows(connection), anchor),
            )
    except DBAPIError as error:
        raise BackupBroken(path=path, detail=error.orig) from error
