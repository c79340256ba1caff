"""The one connection that writes, and the only one that checkpoints (SQLite's WAL)."""

from __future__ import annotations

import shutil
import sqlite3
import time
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import StaticPool

from console.errors import DatabaseTooNew, DatabaseUnusable
from data.failures import told
from data.revisions import HEAD, REVISIONS

_CHECKPOINT_PAGES = 4000
_BUSY_MS = 1000


class Database:
    """An open SQLite database at its newest schema. One thread uses it, the one that opened it."""

    def __init__(self, path: Path) -> None:
        """Open or make `path`.

        Raises `DatabaseTooNew`, `DatabaseLocked`, `DatabaseUnusable` or `DiskFull`.
        """
        self.path = path
        self._engine = _engine(path)
        try:
            with told(path):
                self.connection: Connection = self._engine.connect()
                self._check_schema()
                self.hub_epoch = self._read_epoch()
        except BaseException:
            self._engine.dispose()
            raise

    def _check_schema(self) -> None:
        stored = self._revision()
        if stored == HEAD:
            return
        if stored is not None and stored not in REVISIONS:
            raise DatabaseTooNew(path=self.path)
        # alembic takes a fifth of a second to import, and is needed once a version.
        migrate = import_module("data.migrate")
        with self.connection.begin():
            migrate.upgrade(self.connection)

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

    def database_bytes(self) -> int:
        """Size of the database and its write-ahead log."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def disk_free_bytes(self) -> int:
        """Free space where the database is."""
        return shutil.disk_usage(self.path.parent).free

    def close(self) -> None:
        """Empty the write-ahead log into the database and let go; harmless when done twice."""
        if not self.connection.closed:
            self.connection.close()
        self._engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=StaticPool,
        connect_args={"timeout": _BUSY_MS / 1000, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
