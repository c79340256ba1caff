"""Copies of a shared site's database, and putting one in its place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from console.config import DatabaseSettings
from console.errors import BackupBroken
from data.backup_rule import DUMP, BackupRule, copies_in, name_at
from data.postgres.database import PostgresDatabase
from data.postgres.server import Server
from data.postgres.tools import Tools, read_whole, revision_in
from data.restore_mark import anchor_anew, record_restore
from data.revisions import HEAD


def dump(settings: DatabaseSettings, folder: Path, rule: BackupRule, now: datetime) -> Path:
    """A copy among the others in `folder`, of which the superfluous ones go.

    Raises `BackupFailed` or `DatabaseUnusable`.
    """
    target = folder / name_at(now, DUMP)
    dump_to(settings, target)
    for old in rule.superfluous(copies_in(folder, DUMP), now):
        (folder / name_at(old, DUMP)).unlink(missing_ok=True)
    return target


def dump_to(settings: DatabaseSettings, target: Path) -> None:
    """A copy in a file of its own; raises as `dump`."""
    Tools(Server(settings)).dump(target)


def check_dump(path: Path) -> None:
    """Read a dump to its end; raises `BackupBroken`."""
    if not path.is_file():
        raise BackupBroken(path=path, detail="there is no such file")
    fault = read_whole(path)
    if fault:
        raise BackupBroken(path=path, detail=fault)


def restore_dump(
    path: Path,
    settings: DatabaseSettings,
    folders: tuple[Path, Path],
    now: datetime,
    by: str,
) -> Path:
    """Put a dump in the place of the database; the dump of what was there before.

    `folders` are those of the backups and of the keys. No hub may run: it has the turn.

    Raises:
        AlreadyRunning: a hub writes to the database.
        BackupBroken: the dump is not sound; nothing was changed.
        BackupFailed: what is there now could not be kept; nothing was changed.
    """
    backups, keys = folders
    check_dump(path)
    revision = revision_in(path)
    if revision != HEAD:
        detail = f"revision {revision} wrote it: restore it into an empty database of its own"
        raise BackupBroken(path=path, detail=detail)
    before = PostgresDatabase(settings)
    try:
        before.keep_turn()
        kept = backups / f"hub-before-restore-{now.strftime('%Y%m%dT%H%M%SZ')}{DUMP}"
        dump_to(settings, kept)
        Tools(before.server).put_back(path)
    finally:
        before.close()
    database = PostgresDatabase(settings, newer_than=before.hub_epoch)
    try:
        with database.told(), database.connection.begin():
            row = record_restore(database.connection, now, path.name, by)
    finally:
        database.close()
    anchor_anew(row, keys, now)
    return kept
