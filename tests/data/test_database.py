"""The database file: schema, locks, full disks, and what a kill leaves behind."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from console.errors import (
    AlreadyRunning,
    DatabaseLocked,
    DatabaseTooNew,
    DatabaseUnusable,
    DiskFull,
)
from data import revisions
from data.database import Database
from data.migrate import configuration, upgrade
from data.opened_core import OpenedCore
from data.schema import metadata
from tests.data.feeder import Feeder, Watch, settled

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "hub.db")
    yield opened
    opened.close()


def test_the_newest_revision_is_the_one_the_start_looks_for() -> None:
    script = ScriptDirectory.from_config(configuration())
    assert script.get_heads() == [revisions.HEAD]
    assert tuple(reversed([one.revision for one in script.walk_revisions()])) == revisions.REVISIONS


def test_the_migrations_lead_to_the_tables_of_the_program(database: Database) -> None:
    with database.connection.begin():
        context = MigrationContext.configure(database.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_comparison_would_notice(database: Database) -> None:
    """The negative control of the test above."""
    with database.connection.begin():
        database.connection.exec_driver_sql("ALTER TABLE gap ADD COLUMN more INTEGER")
    with database.connection.begin():
        context = MigrationContext.configure(database.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) != []


def test_every_revision_upgrades_and_goes_back_to_nothing() -> None:
    from alembic import command

    engine = create_engine("sqlite://")
    with engine.connect() as connection, connection.begin():
        for revision in revisions.REVISIONS:
            upgrade(connection, revision)
        assert set(metadata.tables) < set(inspect(connection).get_table_names())
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in metadata.sorted_tables:
        text = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "CREATE TABLE" in text


def test_opening_an_existing_database_does_not_import_alembic(tmp_path: Path) -> None:
    Database(tmp_path / "hub.db").close()
    code = (
        "import sys; from pathlib import Path; from data.database import Database;"
        "Database(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "hub.db")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    assert told.stdout.strip() == "False"


def test_it_is_durable_as_promised(database: Database) -> None:
    def pragma(name: str) -> object:
        with database.connection.begin():
            return database.connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)


def test_a_new_store_begins_another_epoch_and_keeps_it(tmp_path: Path) -> None:
    first = Database(tmp_path / "hub.db")
    first.close()
    again = Database(tmp_path / "hub.db")
    again.close()
    assert again.hub_epoch == first.hub_epoch > 1_000_000_000


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    Database(path).close()
    _execute(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew):
        Database(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            ("9999",)
        ]
    connection.close()


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    path.write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(DatabaseUnusable):
        Database(path)
    other = tmp_path / "other.db"
    _execute(other, "CREATE TABLE shopping (item TEXT)")
    with pytest.raises(DatabaseUnusable, match="something else"):
        Database(other)


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_locked_database_is_told_and_works_again_when_free(
    open_store: Callable[[], OpenedCore], feeder: Feeder, folder: Path
) -> None:
    core = open_store().core
    batch = feeder.batch(feeder.level())
    holder = sqlite3.connect(folder / "hub.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLocked):
        core.take([batch])
    holder.execute("ROLLBACK")
    holder.close()
    [intake], _ = core.take([batch])
    assert intake.acked == 1


def test_one_folder_one_hub(open_store: Callable[[], OpenedCore], folder: Path) -> None:
    first = open_store()
    with pytest.raises(AlreadyRunning):
        open_store()
    first.close()
    open_store()
    assert folder.is_dir()


def test_a_full_disk_stops_the_acknowledgements_and_nothing_else(
    store: OpenedCore, feeder: Feeder
) -> None:
    core = store.core
    core.take([feeder.batch(feeder.report(), feeder.level())])
    head, before = core.head, settled(core)
    _allow_pages(store, _pages(store))
    batch = feeder.batch(*(feeder.report(f"F{n}") for n in range(200)))
    with pytest.raises(DiskFull):
        core.take([batch])
    assert core.head == head
    assert settled(core) == before
    _allow_pages(store, 1 << 30)
    [intake], items = core.take([batch])
    assert (intake.acked, items[0].gseq) == (202, head + 1)


def _pages(store: OpenedCore) -> int:
    with store.database.connection.begin():
        return int(store.database.connection.exec_driver_sql("PRAGMA page_count").scalar() or 0)


def _allow_pages(store: OpenedCore, pages: int) -> None:
    with store.database.connection.begin():
        store.database.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_killed_while_writing_nothing_acknowledged_is_lost(
    folder: Path, open_store: Callable[[], OpenedCore]
) -> None:
    for round_ in range(3):
        acked = _write_and_kill(folder, lines=8 + 5 * round_)
        opened = open_store()
        assert opened.core.high_water("grid-app", 1, 0) >= acked
        opened.close()
        _check(folder)


def _write_and_kill(folder: Path, lines: int) -> int:
    """The last number that a child acknowledged before it was killed in the middle of its work."""
    command = [sys.executable, "-m", "tests.data.writer", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acked = [int(child.stdout.readline()) for _ in range(lines)]
        child.kill()
        acked += [int(line) for line in child.stdout.read().splitlines() if line]
    return acked[-1]


def _check(folder: Path) -> None:
    connection = sqlite3.connect(folder / "hub.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    seqs = [row[0] for row in connection.execute("SELECT seq FROM event ORDER BY gseq")]
    marks = connection.execute("SELECT acked FROM source_mark").fetchall()
    heads = connection.execute("SELECT max(gseq), count(*) FROM fact").fetchall()
    connection.close()
    assert seqs == list(range(1, len(seqs) + 1))
    assert marks == [(len(seqs),)]
    assert heads[0][0] == heads[0][1]


def test_a_watch_is_all_the_core_knows_of_time(
    open_store: Callable[[], OpenedCore], watch: Watch, feeder: Feeder, folder: Path
) -> None:
    open_store().core.take([feeder.batch(feeder.level())])
    connection = sqlite3.connect(folder / "hub.db")
    stored = connection.execute("SELECT rcv FROM event").fetchall()
    connection.close()
    assert stored == [(int(watch.now.timestamp()) * 1_000_000,)]
