"""The store's upkeep between transactions: copies, write-ahead log, anchors of the audit log."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from console.errors import ConsoleError
from console.services.records import AuditMark, AuditRow, BackupState
from data.anchoring import Anchoring
from data.backup_rule import BackupRule
from data.backup_worker import BackupWorker
from data.database import Database

WAL_LARGE_BYTES = 1 << 26
"""From here on the log is emptied by hand; a reader must have kept SQLite from doing it."""
_CHECKPOINT_EVERY = timedelta(seconds=30)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Where copies and anchors of the store go, and how many copies are kept.

    The first copy waits for `settle` after the start.
    """

    backup_folder: Path
    keys_folder: Path
    rule: BackupRule = field(default_factory=BackupRule)
    settle: timedelta = timedelta(0)


class StoreKeeper:
    """Implements `Storage` on a database; without an `upkeep` it only tells sizes."""

    def __init__(self, database: Database, upkeep: Upkeep | None) -> None:
        self._database = database
        self._checkpointed_at: datetime | None = None
        self.backups: BackupWorker | None = None
        self._anchoring: Anchoring | None = None
        if upkeep is not None:
            self.backups = BackupWorker(
                database.path,
                database.driver,
                upkeep.backup_folder,
                upkeep.rule,
                upkeep.settle,
            )
            self._anchoring = Anchoring(upkeep.keys_folder)

    def database_bytes(self) -> int:
        """Size of the database and its write-ahead log."""
        return self._database.database_bytes()

    def wal_bytes(self) -> int:
        """Size of the write-ahead log alone."""
        return self._database.wal_bytes()

    def disk_free_bytes(self) -> int:
        """Free space where the database is."""
        return self._database.disk_free_bytes()

    def backup_state(self) -> BackupState:
        """How the automatic copies stand."""
        return self.backups.state if self.backups else BackupState()

    def server(self) -> str:
        """None: a file keeps the store."""
        return ""

    def audit_fault(self) -> bool:
        """Whether the audit log lost rows that an anchor knows of."""
        return self._anchoring is not None and self._anchoring.fault

    def anchored(self) -> AuditMark | None:
        """The newest signed anchor of the audit log."""
        return self._anchoring.mark() if self._anchoring is not None else None

    def care(self, now: datetime, last_audit: AuditRow | None) -> None:
        """Copies, log and anchors, each as far as it is due."""
        try:
            if self._anchoring is not None:
                self._anchoring.care(now, last_audit)
            if self.backups is not None:
                self.backups.care(now)
            self._care_for_log(now)
        except (OSError, ConsoleError) as error:
            log.error("upkeep of the store failed: %s", error)

    def _care_for_log(self, now: datetime) -> None:
        at = self._checkpointed_at
        due = at is None or now - at >= _CHECKPOINT_EVERY
        if due and self.wal_bytes() > WAL_LARGE_BYTES:
            self._checkpointed_at = now
            if not self._database.checkpoint():
                log.warning("the write-ahead log cannot be emptied: somebody reads from it")

    def close(self, now: datetime) -> None:
        """End what is under way; called before the database is closed."""
        if self.backups is not None:
            self.backups.close()
        if self._anchoring is not None:
            try:
                self._anchoring.close(now)
            except OSError as error:
                log.error("no anchor of the audit log: %s", error)
