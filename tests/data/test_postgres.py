"""A shared site's database: its tables, its one writer, and what a lost connection leaves."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from console.codec import encode
from console.config import DatabaseSettings
from console.domain.access import Role
from console.domain.commands import AddNote
from console.domain.facts import Kind
from console.errors import (
    AlreadyRunning,
    DatabaseAway,
    DatabaseLocked,
    DatabaseTooNew,
    DatabaseUnusable,
    DiskFull,
    StoreTaken,
)
from console.services.hub_core import Core
from data.audit_anchor import Anchorage
from data.audit_check import check_audit
from data.opened_core import OpenedCore
from data.postgres.database import PostgresDatabase
from data.postgres.reading import reading_server
from data.postgres.turn import Turn
from data.reading import audit_rows
from data.schema import metadata
from data.store_keeper import Upkeep
from tests.data.conftest import Rows, actor
from tests.data.feeder import Feeder, Watch, facts, settled
from tests.postgres_server import Database, PostgresServer

pytestmark = pytest.mark.parametrize("server", ["postgresql"], indirect=True, ids=[""])

RESUME_S = 10.0
away = pytest.mark.expects_log("does not take writes")


@pytest.fixture
def database(server: DatabaseSettings) -> Iterator[PostgresDatabase]:
    with closing(PostgresDatabase(server)) as opened:
        yield opened


def test_the_migrations_lead_to_the_tables_of_the_program(database: PostgresDatabase) -> None:
    with database.connection.begin():
        context = MigrationContext.configure(database.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_commit_is_durable_and_an_idle_session_is_ended(database: PostgresDatabase) -> None:
    def setting(name: str) -> object:
        with database.connection.begin():
            return database.connection.exec_driver_sql(f"SHOW {name}").scalar()

    assert setting("synchronous_commit") == "on"
    assert setting("idle_session_timeout") == "8s"
    assert setting("idle_in_transaction_session_timeout") == "8s"


def test_an_empty_database_gets_its_tables_and_its_epoch(
    server: DatabaseSettings, postgres_server: PostgresServer
) -> None:
    fresh = postgres_server.new()
    with closing(PostgresDatabase(fresh.settings)) as opened:
        assert opened.hub_epoch > 1_000_000_000
        assert fresh.rows("SELECT count(*) FROM fact") == [(0,)]
    fresh.drop()


def test_every_hub_is_another_generation(server: DatabaseSettings) -> None:
    epochs = []
    for _ in range(3):
        with closing(PostgresDatabase(server)) as opened:
            epochs.append(opened.hub_epoch)
    assert epochs == sorted(set(epochs))


def test_one_database_one_hub(open_store: Callable[[], OpenedCore]) -> None:
    first = open_store()
    with pytest.raises(AlreadyRunning):
        open_store()
    first.close()
    open_store()


def test_a_newer_database_and_one_of_something_else_are_refused(
    server: DatabaseSettings, postgres: Database, postgres_server: PostgresServer
) -> None:
    postgres.rows("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew):
        PostgresDatabase(server)
    other = postgres_server.new()
    other.rows("CREATE TABLE shopping (item text)")
    with pytest.raises(DatabaseUnusable, match="something else"):
        PostgresDatabase(other.settings)
    other.drop()


def test_a_password_that_others_may_read_is_not_used(
    server: DatabaseSettings, tmp_path: Path
) -> None:
    path = tmp_path / "password"
    path.write_text("wrong\n")
    path.chmod(0o600)
    with pytest.raises(DatabaseAway, match="password authentication failed"):
        PostgresDatabase(replace(server, password_file=str(path)))
    path.chmod(0o644)
    with pytest.raises(DatabaseUnusable, match="others may read"):
        PostgresDatabase(replace(server, password_file=str(path)))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://hub:secret@db/site",
        "postgresql://db/site?password=secret",
        "mysql://db/site",
    ],
)
def test_a_password_in_the_url_is_refused(server: DatabaseSettings, url: str) -> None:
    with pytest.raises(ValueError, match="url") as refused:
        replace(server, url=url)
    assert "secret" not in str(refused.value)


def test_text_that_only_one_engine_would_refuse_is_stored(core: Core, feeder: Feeder) -> None:
    """NUL, and more letters than a column was made for: SQLite takes both."""
    report = feeder.report(reference="R\0" + "长" * 300)
    [intake], items = core.take([feeder.batch(report, feeder.level())])
    assert (intake.acked, intake.quarantined) == (2, ())
    number = next(fact.key for fact in facts(items) if fact.kind is Kind.CASE)
    note = encode(AddNote(number, "a\0b"))
    result, _ = core.command(actor(Role.OPERATOR), "c1", "AddNote", note)
    assert result.code.value == "OK"
    assert core.take([feeder.batch(report)])[0][0].acked == 2


def test_a_table_somebody_locks_is_told(core: Core, feeder: Feeder, postgres: Database) -> None:
    batch = feeder.batch(feeder.level())
    with closing(postgres.session()) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE event IN SHARE MODE")
        with pytest.raises(DatabaseLocked):
            core.take([batch])
    [intake], _ = core.take([batch])
    assert intake.acked == 1


def test_a_full_disk_stops_the_acknowledgements_and_nothing_else(
    core: Core, feeder: Feeder, postgres: Database
) -> None:
    core.take([feeder.batch(feeder.report(), feeder.level())])
    head, before = core.head, settled(core)
    postgres.rows(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$"
    )
    postgres.rows("CREATE TRIGGER full_disk BEFORE INSERT ON event EXECUTE FUNCTION full_disk()")
    batch = feeder.batch(*(feeder.report(f"F{n}") for n in range(20)))
    with pytest.raises(DiskFull):
        core.take([batch])
    assert core.head == head
    assert settled(core) == before
    postgres.rows("DROP TRIGGER full_disk ON event")
    [intake], items = core.take([batch])
    assert (intake.acked, items[0].gseq) == (22, head + 1)


@away
def test_a_lost_connection_is_told_and_mended_and_nothing_is_doubled(
    store: OpenedCore, feeder: Feeder, watch: Watch, postgres: Database, rows: Rows
) -> None:
    core = store.core
    core.take([feeder.batch(feeder.report(), feeder.level())])
    head, epoch = core.head, core.hub_epoch
    assert postgres.cut() == 1
    batch = feeder.batch(*(feeder.report(f"F{n}") for n in range(20)))
    with pytest.raises(DatabaseAway):
        core.take([batch])
    told = {fact.name: fact.row for fact in facts(core.tick(watch.on(seconds=1)))}
    assert told["HealthMeasured"].write_failed == "E-DB-AWAY"
    assert told["AlarmRaised"].type == "system.store"
    began = time.monotonic()
    intake, items = _until_stored(core, batch)
    assert time.monotonic() - began < RESUME_S
    assert (intake.acked, items[0].gseq, core.hub_epoch) == (22, head + 1, epoch)
    told = {fact.name: fact.row for fact in facts(core.tick(watch.on(seconds=5)))}
    assert told["HealthMeasured"].write_failed == ""
    assert rows("SELECT count(*), count(DISTINCT seq) FROM event") == [(22, 22)]


def _until_stored(core: Core, batch: object) -> tuple[object, list[object]]:
    while True:
        try:
            [intake], items = core.take([batch])
        except DatabaseAway:
            threading.Event().wait(0.05)
        else:
            return intake, items


@away
def test_a_commit_whose_answer_was_lost_is_neither_lost_nor_doubled(
    store: OpenedCore, feeder: Feeder, postgres: Database, rows: Rows
) -> None:
    """The server has committed, the hub could not hear it: the source sends again."""
    core = store.core
    core.take([feeder.batch(feeder.level())])
    batch = feeder.batch(*(feeder.report(f"F{n}") for n in range(5)))
    engine, connection = store.database.connection.engine, store.database.connection
    commit = engine.dialect.do_commit

    def lost(driver: object) -> None:
        commit(driver)
        engine.dialect.do_commit = commit
        postgres.cut()
        connection.exec_driver_sql("SELECT 1")

    engine.dialect.do_commit = lost
    with pytest.raises(DatabaseAway):
        core.take([batch])
    assert core.head == 1
    intake, items = _until_stored(core, batch)
    assert (intake.acked, items) == (6, [])
    [[stored]] = rows("SELECT count(*) FROM fact")
    assert core.head == stored >= 6
    assert len(core.facts_after(1, 99)) == stored - 1
    assert rows("SELECT count(*) FROM event") == [(6,)]
    assert core.take([feeder.batch(feeder.level())])[1][0].gseq == stored + 1


@pytest.mark.expects_log("error ignored terminating")  # the driver's, where a batch was cut off
def test_cut_again_and_again_nothing_is_lost_or_doubled(
    core: Core, feeder: Feeder, postgres: Database, rows: Rows
) -> None:
    """Wherever in a transaction the connection goes: the source repeats until it has its answer."""
    chance = random.Random(3)  # noqa: S311 chance, not secrecy
    over = threading.Event()

    def cut() -> None:
        cuts = 0
        while cuts < 12 and not over.wait(chance.uniform(0.005, 0.15)):
            cuts += postgres.cut()

    cutter = threading.Thread(target=cut, name="cutter")
    cutter.start()
    try:
        failures = 0
        while cutter.is_alive():
            batch = feeder.batch(*(feeder.report(f"R{n}") for n in range(8)))
            while True:
                try:
                    core.take([batch])
                except DatabaseAway:
                    failures += 1
                    threading.Event().wait(0.01)
                else:
                    break
    finally:
        over.set()
        cutter.join()
    assert failures > 0
    numbers = [row[0] for row in rows("SELECT seq FROM event ORDER BY gseq")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert rows("SELECT acked FROM source_mark") == [(len(numbers),)]
    assert rows("SELECT max(gseq) - count(*) FROM fact") == [(0,)]
    assert rows("SELECT value FROM counter WHERE name = 'events'") == [(len(numbers),)]


@pytest.mark.parametrize("mark", ["_epoch", "_timeline"])
def test_what_another_hub_wrote_to_or_another_server_keeps_is_left_alone(
    store: OpenedCore, feeder: Feeder, postgres: Database, mark: str
) -> None:
    """A lost session is not renewed where meanwhile the turn, or the server's history, changed."""
    setattr(store.database._turn, mark, 7)
    postgres.cut()
    batch = feeder.batch(feeder.level())
    with pytest.raises(DatabaseAway):
        store.core.take([batch])
    with pytest.raises(StoreTaken):
        _until_stored(store.core, batch)


class _AlwaysMine(Turn):
    """A turn that is never refused: a hub that does not notice it lost its lock."""

    def take(self, session: object) -> bool:
        return True


def _past_its_turn(server: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> PostgresDatabase:
    """A hub that believes it writes, and another one that has taken over from it."""
    with monkeypatch.context() as blind:
        blind.setattr("data.postgres.database.Turn", _AlwaysMine)
        old = PostgresDatabase(server)
        PostgresDatabase(server).close()
    return old


def _write(database: PostgresDatabase, mark: str = "mark") -> None:
    with database.told(), database.connection.begin():
        values = {"mark": mark}
        database.connection.exec_driver_sql("INSERT INTO meta VALUES (%(mark)s, 'old')", values)
        database.confirm()


def test_a_hub_past_its_turn_cannot_commit(
    server: DatabaseSettings, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(_past_its_turn(server, monkeypatch)) as old:
        for _ in range(2):
            with pytest.raises(StoreTaken):
                _write(old)
    assert rows("SELECT * FROM meta WHERE name = 'mark'") == []


def test_without_the_fence_it_would(
    server: DatabaseSettings, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control."""
    monkeypatch.setattr(PostgresDatabase, "confirm", lambda _self: None)
    with closing(_past_its_turn(server, monkeypatch)) as old:
        _write(old)
    assert rows("SELECT value FROM meta WHERE name = 'mark'") == [("old",)]


def test_a_takeover_waits_for_a_commit_that_was_let_through(
    server: DatabaseSettings, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at the epoch and the commit nobody else can become the one that writes."""
    monkeypatch.setattr("data.postgres.database.Turn", _AlwaysMine)
    with closing(PostgresDatabase(server)) as old:
        with old.connection.begin():
            old.connection.exec_driver_sql("INSERT INTO meta VALUES ('mark', 'old')")
            old.confirm()
            with pytest.raises(DatabaseLocked):
                PostgresDatabase(server)
        PostgresDatabase(server).close()
        with pytest.raises(StoreTaken):
            _write(old, "another")
    assert rows("SELECT name FROM meta WHERE value = 'old'") == [("mark",)]


@pytest.mark.expects_log("but once reached")
def test_a_cut_audit_log_is_found_there_too(
    open_store: Callable[..., OpenedCore], watch: Watch, postgres: Database, tmp_path: Path
) -> None:
    upkeep = Upkeep(tmp_path / "backups", tmp_path / "keys")
    first = open_store(upkeep=upkeep)
    for n in range(9):
        first.core.sign_in(f"user-{n}", "wrong", "console-1")
    first.core.tick(watch.on(seconds=2))
    first.close()
    with reading_server(postgres.settings) as connection:
        assert check_audit(audit_rows(connection), Anchorage(upkeep.keys_folder).newest()).rows == 9
    postgres.rows("DELETE FROM audit WHERE sequence > 5")
    again = open_store(upkeep=upkeep)
    again.core.tick(watch.on(seconds=2))
    assert again.keeper.audit_fault()


def test_what_is_told_of_it_is_what_can_be_known(store: OpenedCore, watch: Watch) -> None:
    told = {fact.name: fact.row for fact in facts(store.core.tick(watch.on(seconds=2)))}
    told = {fact.name: fact.row for fact in facts(store.core.tick(watch.on(seconds=2)))}
    health = told["HealthMeasured"]
    assert health.server.endswith("/" + store.database.server.parts["dbname"])
    assert health.database_bytes > 1 << 20
    assert (health.wal_bytes, health.last_backup_at) == (0, None)


def test_reading_it_changes_nothing(core: Core, server: DatabaseSettings) -> None:
    """Needs no turn either: the hub goes on meanwhile."""
    with pytest.raises(DatabaseUnusable, match="read-only"), reading_server(server) as connection:
        connection.exec_driver_sql("DELETE FROM audit")
    assert core.has_district()


@away
def test_a_server_that_hangs_is_told_and_mended(
    core: Core,
    store: OpenedCore,
    feeder: Feeder,
    watch: Watch,
    postgres: Database,
    rows: Rows,
) -> None:
    """As where its disk stands still: connected, and no answer."""
    core.take([feeder.batch(feeder.level())])
    store.database.connection.connection.driver_connection.patience_s = 0.5
    [[process]] = rows("SELECT pid FROM pg_stat_activity WHERE application_name = 'wangge-hub'")
    batch = feeder.batch(feeder.report())
    os.kill(process, signal.SIGSTOP)
    try:
        with pytest.raises(DatabaseAway, match="no answer"):
            core.take([batch])
        told = {fact.name: fact.row for fact in facts(core.tick(watch.on(seconds=1)))}
        assert told["HealthMeasured"].write_failed == "E-DB-AWAY"
    finally:
        os.kill(process, signal.SIGCONT)
    intake, _ = _until_stored(core, batch)
    assert intake.acked == 2
    assert rows("SELECT seq FROM event ORDER BY gseq") == [(1,), (2,)]
