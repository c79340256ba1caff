"""From the schema before to this one: all of it or nothing, and the old file stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from console.errors import UpgradeFailed
from data import migrate
from data.database import Database
from data.engine import writing_engine
from data.migrate import upgrade
from data.opened_core import OpenedCore
from data.repositories.event_log import SqlEventLog
from tests.data.conftest import RESOURCES
from tests.data.feeder import Watch


@pytest.fixture
def old(folder: Path) -> Path:
    """A database as the first version left it, with one event, still in its write-ahead log."""
    folder.mkdir()
    path = folder / "hub.db"
    engine = writing_engine(path)
    with engine.connect() as connection, connection.begin():
        upgrade(connection, "0001")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('hub_epoch', '1700000000')")
        connection.exec_driver_sql(
            "INSERT INTO event VALUES "
            "(1, 'id', 'grid-app', 1, 1, 't', 'k', 3, 'actual', 'alert', 0, 0, 1, x'00', x'00')"
        )
    engine.dispose()
    return path


def _all(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_schema_before_is_upgraded_and_the_old_file_kept(old: Path, folder: Path) -> None:
    database = Database(old)
    with database.connection.begin():
        assert SqlEventLog(database.connection).total() == 1
    assert database.hub_epoch == 1_700_000_000
    database.close()
    [kept] = folder.glob("hub-before-upgrade-*.db")
    assert _all(kept, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert _all(kept, "SELECT id FROM event") == [("id",)]
    assert _all(old, "PRAGMA integrity_check") == [("ok",)]
    assert sorted(path.name for path in folder.iterdir()) == [kept.name, "hub.db"]


def test_a_failing_migration_leaves_everything_as_it_was(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()

    def half_way(connection: Connection, _revision: str = "head") -> None:
        connection.exec_driver_sql("DROP TABLE event")
        raise RuntimeError("out of luck")

    monkeypatch.setattr(migrate, "upgrade", half_way)
    with pytest.raises(UpgradeFailed, match="out of luck"):
        OpenedCore(folder, RESOURCES, Watch())
    assert old.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["hub.db", "hub.lock"]
    monkeypatch.undo()
    with OpenedCore(folder, RESOURCES, Watch()) as opened:
        assert opened.core.hub_epoch == 1_700_000_000


def test_a_migration_that_leaves_stray_rows_is_refused(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    real = migrate.upgrade

    def careless(connection: Connection, _revision: str = "head") -> None:
        real(connection)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("INSERT INTO grid VALUES ('G1', 'nowhere', 1, '{}')")

    monkeypatch.setattr(migrate, "upgrade", careless)
    with pytest.raises(UpgradeFailed):
        Database(old)
    assert old.read_bytes() == before
