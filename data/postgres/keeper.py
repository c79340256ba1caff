"""A shared site's upkeep: how large its database is, its dumps, and anchors of the audit log."""

from __future__ import annotations

import logging
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from console.errors import ConsoleError
from console.services.records import AuditMark, AuditRow, BackupState
from data.anchoring import Anchoring
from data.backup_rule import DUMP, copies_in
from data.paths import size_of
from data.postgres.database import PostgresDatabase
from data.store_keeper import Upkeep

LOOK_EVERY = timedelta(seconds=30)
"""The server looks at every one of its files to tell the size."""

log = logging.getLogger(__name__)


class ServerKeeper:
    """Implements `Storage` on a database server, whose disk and copies are its own affair."""

    def __init__(self, database: PostgresDatabase, folder: Path, upkeep: Upkeep | None) -> None:
        self._database = database
        self._folder = folder
        self._anchoring = Anchoring(upkeep.keys_folder) if upkeep else None
        self._dumps = upkeep.backup_folder if upkeep else None
        self._backup = BackupState()
        self._bytes = 0
        self._looked_at: datetime | None = None

    def database_bytes(self) -> int:
        """Size of the database when last looked at, 0 before."""
        return self._bytes

    def wal_bytes(self) -> int:
        """Not known: the write-ahead log is the whole server's."""
        return 0

    def disk_free_bytes(self) -> int:
        """Free space where this machine keeps logs and keys; the server's own is not known."""
        return shutil.disk_usage(self._folder).free

    def server(self) -> str:
        """Where the database is."""
        return self._database.server.place

    def backup_state(self) -> BackupState:
        """The newest dump that was asked for; what the server copies by itself is not known."""
        return self._backup

    def audit_fault(self) -> bool:
        """Whether the audit log lost rows that an anchor knows of."""
        return self._anchoring is not None and self._anchoring.fault

    def anchored(self) -> AuditMark | None:
        """The newest signed anchor of the audit log."""
        return self._anchoring.mark() if self._anchoring is not None else None

    def care(self, now: datetime, last_audit: AuditRow | None) -> None:
        """Size, dumps and anchor, each as far as it is due."""
        try:
            if self._anchoring is not None:
                self._anchoring.care(now, last_audit)
            if self._looked_at is None or now - self._looked_at >= LOOK_EVERY:
                self._looked_at = now
                self._backup = self._newest_dump()
                self._bytes = self._database.size()
        except (OSError, ConsoleError) as error:
            log.error("upkeep of the store failed: %s", error)

    def _newest_dump(self) -> BackupState:
        dumps = copies_in(self._dumps, DUMP) if self._dumps else {}
        if not dumps:
            return BackupState()
        at = max(dumps)
        return BackupState(at, size_of(dumps[at]))

    def close(self, now: datetime) -> None:
        """Keep a last anchor."""
        if self._anchoring is not None:
            try:
                self._anchoring.close(now)
            except OSError as error:
                log.error("no anchor of the audit log: %s", error)
