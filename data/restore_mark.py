"""What a restored store says of itself: a row in its audit log, and an anchor that begins anew."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from console.domain.access import Actor, Role
from console.services.audit_log import next_row
from console.services.records import AuditRow
from data.audit_anchor import Anchorage
from data.repositories.audit_trail import SqlAuditTrail

_SYSTEM = Actor("", "", Role.ADMINISTRATOR, "", "")


def record_restore(connection: Connection, now: datetime, name: str, by: str) -> AuditRow:
    """Write down, inside the open transaction, that the backup `name` was restored."""
    trail = SqlAuditTrail(connection)
    row = next_row(
        trail.last(),
        _SYSTEM,
        now,
        action="RestoreBackup",
        entity=name,
        outcome="OK",
        detail={"by": by},
    )
    trail.append(row)
    trail.flush()
    return row


def anchor_anew(row: AuditRow, keys_folder: Path, now: datetime) -> None:
    """The log goes on from `row`; the anchor of the one before is put aside."""
    anchorage = Anchorage(keys_folder)
    anchorage.set_aside()
    anchorage.keep(anchorage.sign(row, now))
