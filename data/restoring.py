"""Puts a backup in the place of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.errors import AuditTampered
from console.services.records import AuditRow
from data.copying import copy_database
from data.database import Database
from data.folder_lock import FolderLock
from data.paths import DATABASE, remove_database
from data.reading import revision_of
from data.restore_mark import anchor_anew, record_restore
from data.revisions import HEAD
from data.swap import swap
from data.upgrade import migrate_file
from data.verifying import Verified, verify


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, as which generation, and where the store before it is kept."""

    verified: Verified
    hub_epoch: int
    kept: Path | None


def restore(backup: Path, folder: Path, keys_folder: Path, now: datetime, by: str) -> Restored:
    """Make `backup` the store of the data folder; the store before is kept beside it.

    The store gets a generation no console has seen, so that every console takes a snapshot; the
    sources send again what the backup does not have, as far as they keep it.

    Raises:
        AlreadyRunning: a hub uses the folder.
        BackupBroken: the backup is not sound; nothing was changed.
        AuditTampered: its audit log is not intact; nothing was changed.
        DiskFull: there is no room; nothing was changed.
    """
    lock = FolderLock(folder)
    try:
        verified = verify(backup)
        if not verified.audit.intact:
            report = verified.audit
            raise AuditTampered(finding=report.finding.value, sequence=report.sequence)
        path, fresh = folder / DATABASE, folder / f"{DATABASE}.restoring"
        remove_database(fresh)
        try:
            with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as old:
                copy_database(old, fresh, pause_s=0)
            if revision_of(fresh) != HEAD:
                migrate_file(fresh)
            epoch = max(int(now.timestamp()), verified.hub_epoch + 1, _epoch_of(path) + 1)
            row = _mark(fresh, epoch, now, backup.name, by)
            _empty_log(path)
            kept = swap(fresh, path, "before-restore", now)
        finally:
            remove_database(fresh)
        anchor_anew(row, keys_folder, now)
        return Restored(verified, epoch, kept)
    finally:
        lock.release()


def _epoch_of(path: Path) -> int:
    """Generation of the store that is replaced, 0 where it cannot be read."""
    if not path.exists():
        return 0
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE name = 'hub_epoch'").fetchone()
        return int(row[0]) if row else 0
    return 0


def _empty_log(path: Path) -> None:
    """So that the store before is one file; where it is broken, it keeps its log."""
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _mark(fresh: Path, epoch: int, now: datetime, name: str, by: str) -> AuditRow:
    """Begin the new generation, on record."""
    database = Database(fresh)
    try:
        with database.connection.begin():
            database.connection.exec_driver_sql(
                "UPDATE meta SET value = ? WHERE name = 'hub_epoch'", (str(epoch),)
            )
            return record_restore(database.connection, now, name, by)
    finally:
        database.close()
