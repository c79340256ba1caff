"""The one connection that writes, and the only one that checkpoints (SQLite's WAL)."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, text

from console.errors import DatabaseTooNew, DatabaseUnusable
from data.engine import writing_engine
from data.failures import told
from data.paths import side_file, size_of
from data.revisions import HEAD, REVISIONS
from data.upgrade import upgrade_database


class Database:
    """An open SQLite database at its newest schema. One thread uses it, the one that opened it."""

    def __init__(self, path: Path, *, max_pages: int | None = None) -> None:
        """Open or make `path`; an earlier schema is upgraded first, the old file is kept.

        `max_pages` bounds the file for tests of a full disk.

        Raises `DatabaseTooNew`, `DatabaseLocked`, `DatabaseUnusable`, `UpgradeFailed` or
        `DiskFull`.
        """
        self.path = path
        self._connect()
        try:
            with told(path):
                if self._is_outdated():
                    self.close()
                    upgrade_database(path)
                    self._connect()
                self.hub_epoch = self._read_epoch()
                if max_pages is not None:
                    self.connection.exec_driver_sql(f"PRAGMA max_page_count = {max_pages}")
                    self.connection.rollback()
        except BaseException:
            self._engine.dispose()
            raise

    def _connect(self) -> None:
        self._engine = writing_engine(self.path)
        try:
            with told(self.path):
                self.connection: Connection = self._engine.connect()
        except BaseException:
            self._engine.dispose()
            raise

    def _is_outdated(self) -> bool:
        """Whether an earlier version wrote the database; an empty one gets its tables here."""
        stored = self._revision()
        if stored == HEAD:
            return False
        if stored is not None:
            if stored not in REVISIONS:
                raise DatabaseTooNew(path=self.path)
            return True
        # alembic takes a fifth of a second to import, and is needed once a version.
        migrate = import_module("data.migrate")
        with self.connection.begin():
            migrate.upgrade(self.connection)
        return False

    def _revision(self) -> str | None:
        with self.connection.begin():
            tables = self.connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).scalars()
            names = set(tables)
            if "alembic_version" not in names:
                if names:
                    raise DatabaseUnusable(path=self.path, detail="it belongs to something else")
                return None
            query = text("SELECT version_num FROM alembic_version")
            return self.connection.execute(query).scalar()

    def _read_epoch(self) -> int:
        """The store's generation: a new store begins one that no older store has had."""
        with self.connection.begin():
            stored = self.connection.execute(
                text("SELECT value FROM meta WHERE name = 'hub_epoch'")
            ).scalar()
            if stored is not None:
                return int(stored)
            epoch = int(time.time())
            self.connection.execute(
                text("INSERT INTO meta (name, value) VALUES ('hub_epoch', :epoch)"),
                {"epoch": str(epoch)},
            )
            return epoch

    def told(self) -> AbstractContextManager[None]:
        """Raise `DatabaseLocked`, `DatabaseUnusable` or `DiskFull` for an engine error inside."""
        return told(self.path)

    def confirm(self) -> None:
        """Nobody else writes: the folder's lock holds until this process ends."""

    @property
    def driver(self) -> sqlite3.Connection:
        """The driver's own connection, for copies of the database."""
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 the engine's only driver
        return driver

    def database_bytes(self) -> int:
        """Size of the database and its write-ahead log."""
        return size_of(self.path) + self.wal_bytes()

    def wal_bytes(self) -> int:
        """Size of the write-ahead log."""
        return size_of(side_file(self.path, "-wal"))

    def checkpoint(self) -> bool:
        """Empty the write-ahead log if nobody reads from it; whether it worked."""
        with told(self.path):
            self.driver.execute("PRAGMA busy_timeout = 0")
            try:
                busy = self.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                self.driver.execute("PRAGMA busy_timeout = 1000")
        return not busy

    def disk_free_bytes(self) -> int:
        """Free space where the database is."""
        return shutil.disk_usage(self.path.parent).free

    def close(self) -> None:
        """Empty the write-ahead log into the database and let go; harmless when done twice."""
        if not self.connection.closed:
            self.connection.close()
        self._engine.dispose()
