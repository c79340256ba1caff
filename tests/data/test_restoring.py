"""Putting a backup back: over a broken store, from an earlier schema, never half."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.errors import AlreadyRunning, AuditTampered, BackupBroken
from data.copying import copy_database
from data.engine import writing_engine
from data.migrate import upgrade
from data.opened_core import OpenedCore
from data.restoring import restore
from tests.data.feeder import Feeder, Watch

Opening = Callable[..., OpenedCore]


@pytest.fixture
def copy(open_store: Opening, feeder: Feeder, tmp_path: Path) -> Path:
    """A backup with one event; the store went on to two and is closed."""
    opened = open_store()
    opened.core.take([feeder.batch(feeder.level())])
    opened.core.sign_in("nobody", "wrong", "console-1")
    copy_database(opened.database.driver, tmp_path / "copy.db")
    opened.core.take([feeder.batch(feeder.level())])
    opened.close()
    return tmp_path / "copy.db"


def _put_back(copy: Path, folder: Path, watch: Watch) -> int:
    return restore(copy, folder, folder / "keys", watch.now, "tester").hub_epoch


def test_the_store_before_is_kept_and_the_generation_is_new(
    copy: Path, folder: Path, watch: Watch, open_store: Opening
) -> None:
    restored = restore(copy, folder, folder / "keys", watch.now, "tester")
    assert restored.kept is not None
    with closing(sqlite3.connect(restored.kept)) as before:
        assert before.execute("SELECT max(seq) FROM event").fetchone() == (2,)
    assert restored.hub_epoch > restored.verified.hub_epoch
    opened = open_store()
    assert opened.core.hub_epoch == restored.hub_epoch
    assert opened.core.high_water("grid-app", 1, 1) == 1


def test_a_broken_store_is_replaced_and_kept(
    copy: Path, folder: Path, watch: Watch, open_store: Opening
) -> None:
    (folder / "hub.db").write_bytes(b"no longer a database" * 500)
    (folder / "hub.db-wal").write_bytes(b"nor is this" * 500)
    _put_back(copy, folder, watch)
    assert open_store().core.high_water("grid-app", 1, 1) == 1
    [kept] = folder.glob("hub-before-restore-*.db")
    assert kept.read_bytes().startswith(b"no longer")


def test_a_backup_of_an_earlier_schema_is_brought_up(
    folder: Path, tmp_path: Path, watch: Watch, open_store: Opening
) -> None:
    old = tmp_path / "old.db"
    engine = writing_engine(old)
    with engine.connect() as connection, connection.begin():
        upgrade(connection, "0001")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('hub_epoch', '1700000000')")
    engine.dispose()
    before = old.read_bytes()
    epoch = _put_back(old, folder, watch)
    assert open_store().core.hub_epoch == epoch > 1_700_000_000
    assert old.read_bytes() == before


def test_a_running_hub_is_left_alone(
    copy: Path, folder: Path, watch: Watch, open_store: Opening
) -> None:
    open_store()
    with pytest.raises(AlreadyRunning):
        _put_back(copy, folder, watch)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("UPDATE audit SET entity = 'x'", AuditTampered),
        ("DROP TABLE alembic_version", BackupBroken),
        ("UPDATE alembic_version SET version_num = '9999'", BackupBroken),
        ("INSERT INTO grid VALUES ('G1', 'nowhere', 1, '{}')", BackupBroken),
    ],
)
def test_what_is_not_sound_changes_nothing(
    copy: Path, folder: Path, watch: Watch, fault: str, error: type[Exception]
) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(fault)
        connection.commit()
    before = (folder / "hub.db").read_bytes()
    with pytest.raises(error):
        _put_back(copy, folder, watch)
    assert (folder / "hub.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["hub.db", "hub.lock"]
