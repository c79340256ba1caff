"""`backup`, `restore` and `verify`: copies of the hub's store."""

from __future__ import annotations

import getpass
import os
import shutil
import sqlite3
import time
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from console.bootstrap.workstation import backup_folder
from console.cli import server_backup
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.config import load_settings
from console.errors import AlreadyRunning, AuditTampered, BackupBroken, BackupFailed, FileThere
from data.audit_anchor import Anchorage
from data.backup_rule import copies_in, name_at
from data.backup_worker import REQUEST, checked_copy
from data.copying import sync_file
from data.folder_lock import FolderLock
from data.paths import DATABASE
from data.restoring import restore as put_back
from data.verifying import Verified
from data.verifying import verify as check

COPY_S = 600.0
"""How long a running hub may take for a copy."""
_POLL_S = 0.1


def backup(arguments: Namespace, _: Text) -> int:
    """Copy the store now, by the hub where one runs; the copy is checked."""
    folders = folders_for(arguments, "site")
    settings = load_settings(folders.settings)
    folder = backup_folder(folders, settings.store)
    target: Path | None = arguments.file
    if target is not None and target.exists():
        raise FileThere(path=target)
    if settings.database:
        made = server_backup.back_up(settings, folder, target)
        print(_("The backup is {file}.").format(file=made))
        return 0
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FolderLock(folders.data)
    except AlreadyRunning:
        made = _ask_the_hub(folder)
        if target is not None:
            _copy_file(made, target)
    else:
        try:
            made = target or folder / name_at(datetime.now(UTC))
            _copy(folders.data / DATABASE, made)
        finally:
            lock.release()
    print(_("The backup is {file}.").format(file=target or made))
    return 0


def _copy(database: Path, target: Path) -> None:
    if not database.exists():
        raise BackupBroken(path=database, detail="there is no such file")
    try:
        with closing(sqlite3.connect(database)) as source:
            checked_copy(source, target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(path=target, detail=error) from error


def _copy_file(made: Path, target: Path) -> None:
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with made.open("rb") as source, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
        sync_file(target)
    except OSError as error:
        raise BackupFailed(path=target, detail=error) from error


def _ask_the_hub(folder: Path) -> Path:
    """The copy that the running hub makes; raises `BackupFailed` where none comes."""
    before = set(copies_in(folder))
    (folder / REQUEST).touch()
    until = time.monotonic() + COPY_S
    while time.monotonic() < until:
        copies = copies_in(folder)
        fresh = set(copies) - before
        if fresh:
            return copies[max(fresh)]
        time.sleep(_POLL_S)
    raise BackupFailed(path=folder, detail="the hub made none")


def restore(arguments: Namespace, _: Text) -> int:
    """Put a backup in the place of the store of a hub that does not run."""
    folders = folders_for(arguments, "site")
    by = getpass.getuser()
    settings = load_settings(folders.settings)
    if settings.database:
        before = server_backup.put_back(arguments.file, settings, folders, by)
        print(_("The store before is kept as {file}.").format(file=before))
        print(
            _("Restored. Start the hub; the sources send again what they keep of the last 3 days.")
        )
        return 0
    restored = put_back(arguments.file, folders.data, folders.keys, datetime.now(UTC), by)
    _tell(restored.verified, _)
    if restored.kept is not None:
        print(_("The store before is kept as {file}.").format(file=restored.kept))
    print(_("Restored. Start the hub; the sources send again what they keep of the last 3 days."))
    return 0


def verify(arguments: Namespace, _: Text) -> int:
    """Check a backup; 0 where it is sound and its audit log intact."""
    folders = folders_for(arguments, "site")
    if server_backup.is_dump(arguments.file):
        server_backup.check(arguments.file)
        print(_("The backup is sound. Its audit log is checked once it is restored."))
        return 0
    own = (folders.keys / "audit-key").exists()
    anchor = Anchorage(folders.keys).newest() if own else None
    verified = check(arguments.file)
    _tell(verified, _)
    if anchor is not None and anchor.sequence <= verified.audit.sequence:
        verified = check(arguments.file, anchor)
    if not verified.audit.intact:
        raise AuditTampered(finding=verified.audit.finding.value, sequence=verified.audit.sequence)
    print(_("The backup is sound."))
    return 0


def _tell(verified: Verified, _: Text) -> None:
    counts = " · ".join(f"{name} {count}" for name, count in verified.counts.items())
    text = _("Schema {revision}, generation {epoch}, {rows} rows of audit log. {counts}")
    print(
        text.format(
            revision=verified.revision,
            epoch=verified.hub_epoch,
            rows=verified.audit.rows,
            counts=counts,
        )
    )
