"""The automatic copies of the store, made while it is written to."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from console.errors import BackupFailed, DiskFull
from console.services.records import BackupState
from data.backup_rule import BackupRule, copies_in, name_at
from data.copying import Copied, CopyStopped, copy_database
from data.paths import remove_database, size_of

REQUEST = "request"
"""A file of this name in the backup folder asks for a copy now."""
SPARE_BYTES = 1 << 28
"""Room that a copy leaves on the disk."""
LEAST_KEPT = 3
"""As many copies stay even where room is short."""

log = logging.getLogger(__name__)


class BackupWorker:
    """Copies the database every so often, in a thread of its own that lives as long as a copy.

    `source` is the connection that writes. `folder` is where the copies go. The first one waits
    for `settle` unless it is asked for.
    """

    def __init__(
        self,
        database: Path,
        source: sqlite3.Connection,
        folder: Path,
        rule: BackupRule,
        settle: timedelta,
    ) -> None:
        self._database = database
        self._source = source
        self._folder = folder
        self._rule = rule
        self._settle = settle
        self._began_at: datetime | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._tried_at: datetime | None = None
        self._state = self._found()
        self.last: Copied | None = None

    @property
    def state(self) -> BackupState:
        """How the copies stand."""
        return self._state

    def _found(self) -> BackupState:
        copies = copies_in(self._folder)
        if not copies:
            return BackupState()
        at = max(copies)
        return BackupState(at, size_of(copies[at]))

    def care(self, now: datetime) -> None:
        """Begin a copy where one is due or asked for."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._began_at = self._began_at or now
        if not self._asked() and not self._due(now):
            return
        self._tried_at = now
        self._thread = threading.Thread(target=self._run, args=(now,), name="backup", daemon=True)
        self._thread.start()

    def _due(self, now: datetime) -> bool:
        if self._began_at is not None and now - self._began_at < self._settle:
            return False
        since = max((at for at in (self._state.at, self._tried_at) if at), default=None)
        return since is None or now - since >= self._rule.every

    def _asked(self) -> bool:
        request = self._folder / REQUEST
        if not request.exists():
            return False
        request.unlink(missing_ok=True)
        return True

    def close(self) -> None:
        """End a copy that is under way, leaving nothing of it."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, now: datetime) -> None:
        try:
            self._copy(now)
        except CopyStopped:
            return
        except (OSError, sqlite3.Error, BackupFailed, DiskFull) as error:
            log.error("no backup: %s", error)
            code = error.code if isinstance(error, DiskFull) else BackupFailed.code
            self._state = BackupState(self._state.at, self._state.size, code)

    def _copy(self, now: datetime) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in self._rule.superfluous(copies_in(self._folder), now):
            (self._folder / name_at(old)).unlink(missing_ok=True)
        self._make_room()
        target = self._folder / name_at(now)
        self.last = checked_copy(self._source, target, self._stop.is_set)
        self._state = BackupState(now, self.last.size)
        log.info(
            "backup of %d bytes in %.1f s, longest step %.3f s",
            self.last.size,
            self.last.seconds,
            self.last.longest_step_s,
        )

    def _make_room(self) -> None:
        """Where the disk is too full for one more copy, the oldest ones go; raises `DiskFull`."""
        needed = size_of(self._database) + SPARE_BYTES
        copies = copies_in(self._folder)
        for at in sorted(copies)[: max(0, len(copies) - LEAST_KEPT)]:
            if shutil.disk_usage(self._folder).free >= needed:
                return
            log.warning("the disk is short of room: an old backup goes")
            copies[at].unlink(missing_ok=True)
        if shutil.disk_usage(self._folder).free < needed:
            raise DiskFull(folder=self._folder)


def checked_copy(
    source: sqlite3.Connection, target: Path, stopped: Callable[[], bool] = lambda: False
) -> Copied:
    """Copy to `target`, which appears only once the copy was checked; raises `BackupFailed`."""
    unfinished = target.with_name(f".{target.name}.part")
    remove_database(unfinished)
    copied = copy_database(source, unfinished, stopped=stopped)
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise BackupFailed(path=target, detail=found)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    except BaseException:
        remove_database(unfinished)
        raise
    return copied
