"""Copies of a store that is written to meanwhile."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.errors import BackupFailed
from data import backup_worker, copying
from data.backup_rule import BackupRule, copies_in, name_at, time_of
from data.backup_worker import REQUEST, checked_copy
from data.copying import copy_database
from data.opened_core import OpenedCore
from data.store_keeper import Upkeep
from tests.data.feeder import Feeder, Watch

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
Opening = Callable[..., OpenedCore]


@pytest.fixture
def upkeep(tmp_path: Path) -> Upkeep:
    return Upkeep(tmp_path / "backups", tmp_path / "keys")


@pytest.fixture
def kept(open_store: Opening, upkeep: Upkeep) -> OpenedCore:
    return open_store(upkeep=upkeep)


def _seqs(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT seq FROM event ORDER BY gseq")]


def _await_copy(folder: Path, count: int = 1) -> list[Path]:
    deadline = time.monotonic() + 20
    while len(found := sorted(copies_in(folder).values())) < count:
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    return found


def test_a_copy_taken_under_load_is_whole_and_of_one_moment(
    kept: OpenedCore, upkeep: Upkeep, feeder: Feeder, watch: Watch
) -> None:
    core = kept.core
    core.take([feeder.batch(*(feeder.position() for _ in range(2000)))])
    core.tick(watch.on(seconds=2))
    written = 0
    while not copies_in(upkeep.backup_folder):
        core.take([feeder.batch(*(feeder.position() for _ in range(20)))])
        written += 20
        assert written < 100_000
    [copy] = copies_in(upkeep.backup_folder).values()
    seqs = _seqs(copy)
    assert seqs == list(range(1, len(seqs) + 1))
    assert 2000 <= len(seqs) <= 2000 + written
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT acked FROM source_mark").fetchall() == [(len(seqs),)]
    assert kept.keeper is not None
    assert kept.keeper.backups is not None
    assert kept.keeper.backups.last is not None
    assert kept.keeper.backups.last.longest_step_s < 2.0
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in upkeep.backup_folder.iterdir()) == [copy.name]


def test_copies_come_every_quarter_of_an_hour_and_on_demand(
    kept: OpenedCore, upkeep: Upkeep, watch: Watch
) -> None:
    core, folder = kept.core, upkeep.backup_folder
    core.tick(watch.on(seconds=2))
    _await_copy(folder, 1)
    core.tick(watch.on(minutes=14))
    core.tick(watch.on(minutes=2))
    _await_copy(folder, 2)
    (folder / REQUEST).touch()
    core.tick(watch.on(seconds=5))
    assert len(_await_copy(folder, 3)) == 3
    assert not (folder / REQUEST).exists()


def test_a_hub_that_ends_during_a_copy_leaves_nothing_of_it(
    kept: OpenedCore, upkeep: Upkeep, feeder: Feeder, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "STEP_PAGES", 1)
    kept.core.take([feeder.batch(*(feeder.position() for _ in range(500)))])
    kept.core.tick(watch.on(seconds=2))
    kept.close()
    assert list(upkeep.backup_folder.iterdir()) == []


@pytest.mark.expects_log("no backup")
def test_a_folder_that_cannot_be_written_is_told_in_the_health_row(
    open_store: Opening, tmp_path: Path, watch: Watch
) -> None:
    (tmp_path / "file").touch()
    opened = open_store(upkeep=Upkeep(tmp_path / "file" / "backups", tmp_path / "keys"))
    opened.core.tick(watch.on(seconds=2))
    assert opened.keeper is not None
    deadline = time.monotonic() + 10
    while not opened.keeper.backup_state().failed:
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert opened.keeper.backup_state().failed == "E-BACKUP"


@pytest.mark.expects_log("short of room|no backup")
def test_where_room_is_short_the_oldest_copies_go_but_never_the_last_three(
    kept: OpenedCore, upkeep: Upkeep, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    upkeep.backup_folder.mkdir()
    old = [watch.now - timedelta(hours=hours) for hours in range(2, 7)]
    for at in old:
        (upkeep.backup_folder / name_at(at)).write_bytes(b"x")
    monkeypatch.setattr(backup_worker, "SPARE_BYTES", 1 << 60)
    kept.core.tick(watch.on(seconds=2))
    assert kept.keeper is not None
    deadline = time.monotonic() + 10
    while not kept.keeper.backup_state().failed:
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert kept.keeper.backup_state().failed == "E-DISK-FULL"
    assert sorted(copies_in(upkeep.backup_folder)) == sorted(old[:3])


def test_a_damaged_copy_never_appears_under_its_name(tmp_path: Path) -> None:
    source = sqlite3.connect(tmp_path / "a.db")
    source.execute("CREATE TABLE t (x)")
    source.execute("CREATE INDEX i ON t (x)")
    source.executemany("INSERT INTO t VALUES (?)", [(n,) for n in range(5000)])
    source.commit()
    page = source.execute("SELECT rootpage FROM sqlite_master WHERE name = 't'").fetchone()[0]
    source.close()
    with (tmp_path / "a.db").open("r+b") as handle:
        handle.seek((page - 1) * 4096 + 8)
        handle.write(b"\xff" * 64)
    with (
        closing(sqlite3.connect(tmp_path / "a.db")) as broken,
        pytest.raises((BackupFailed, sqlite3.DatabaseError)),
    ):
        checked_copy(broken, tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db"]


def test_a_copy_is_one_file_that_reads_without_companions(
    kept: OpenedCore, tmp_path: Path, feeder: Feeder
) -> None:
    kept.core.take([feeder.batch(feeder.level())])
    copy = tmp_path / "copy.db"
    copy_database(kept.database.driver, copy)
    assert copy.read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode
    assert _seqs(copy) == [1]


def test_the_rule_keeps_quarter_hours_then_days() -> None:
    rule = BackupRule(recent=96, days=30)
    copies = [NOW - timedelta(minutes=15 * n) for n in range(60 * 96)]
    going = set(rule.superfluous(copies, NOW))
    left = [at for at in copies if at not in going]
    assert left[:96] == copies[:96]
    older = left[96:]
    assert len({at.date() for at in older}) == len(older)
    assert 28 <= len(older) <= 30
    assert all((at.hour, at.minute) == (23, 45) for at in older)
    assert min(left) >= NOW - timedelta(days=30)


def test_the_newest_copy_stays_however_old() -> None:
    ancient = [NOW - timedelta(days=400), NOW - timedelta(days=401)]
    assert BackupRule(recent=0, days=1).superfluous(ancient, NOW) == [ancient[1]]


def test_names_tell_the_time_and_other_files_none(tmp_path: Path) -> None:
    assert time_of(Path(name_at(NOW))) == NOW
    assert time_of(Path("hub-before-upgrade-20260320T120000Z.db")) is None
    assert copies_in(tmp_path / "missing") == {}
