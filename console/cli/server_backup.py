"""Copies of a shared site's database, by the programs that came with its server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.bootstrap.workstation import backup_folder
from console.config import Folders, Settings
from console.errors import BackupFailed
from data.backup_rule import BackupRule
from data.postgres.dumps import check_dump, dump, dump_to, restore_dump

_MAGIC = b"PGDMP"


def is_dump(path: Path) -> bool:
    """Whether a file is such a copy."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def back_up(settings: Settings, folder: Path, target: Path | None) -> Path:
    """A copy in `target`, or among the others in `folder`; raises `BackupFailed`."""
    store = settings.store
    rule = BackupRule(
        timedelta(minutes=store.backup_minutes), store.backups_recent, store.backup_days
    )
    try:
        if target is not None:
            dump_to(settings.database, target)
            return target
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return dump(settings.database, folder, rule, datetime.now(UTC))
    except OSError as error:
        raise BackupFailed(path=target or folder, detail=error) from error


def check(path: Path) -> None:
    """Read it to its end; raises `BackupBroken`."""
    check_dump(path)


def put_back(path: Path, settings: Settings, folders: Folders, by: str) -> Path:
    """Put a copy in the place of the database; the copy of what was there before."""
    backups = backup_folder(folders, settings.store)
    backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    places = (backups, folders.keys)
    return restore_dump(path, settings.database, places, datetime.now(UTC), by)
