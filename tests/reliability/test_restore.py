"""R9: an old backup is put back; sources that keep 72 hours fill what it does not have."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus import source as source_sdk
from console.bus.source import Draft, Source
from data.backup_worker import checked_copy
from data.restoring import restore
from tests.hub.fakes import position
from tests.hub.site import Console, wait_for
from tests.reliability.real_hub import RealHub

EACH = 300


def _publish(source: Source, first: int) -> list[str]:
    drafts = [
        Draft("unit.position", f"u{n}", 4, position(f"u{n}")) for n in range(first, first + EACH)
    ]
    ids = source.publish_many(drafts)
    assert source.drain(20)
    return ids


def _restore_in_between(
    hub: RealHub, source: Source, ready: Callable[[], bool] = lambda: True
) -> tuple[list[str], int]:
    """Events, a backup, more events, and the backup back; ids of all events and the new epoch."""
    ids = _publish(source, 0)
    store, copy = hub.folder / "data" / "hub.db", hub.folder / "copy.db"
    with closing(sqlite3.connect(store)) as connection:
        checked_copy(connection, copy)
    ids += _publish(source, EACH)
    wait_for(ready, "the source's spool to forget", 20)
    hub.kill()
    restored = restore(copy, hub.folder / "data", hub.folder, datetime.now(UTC), "tester")
    assert hub.newest("patrol") == EACH
    assert restored.kept is not None
    hub.start()
    return ids, restored.hub_epoch


def _spooled(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "patrol.db")) as spool:
        return int(spool.execute("SELECT count(*) FROM outbox").fetchone()[0])


def _facts_of_events(console: Console) -> int:
    return sum(1 for fact in list(console.stored) if fact.origin)


def test_nothing_is_lost_by_restoring_an_old_backup(tmp_path: Path) -> None:
    with RealHub(tmp_path) as hub:
        hub.start()
        source, console = hub.source("patrol"), hub.console()
        try:
            wait_for(lambda: bool(console.snapshots), "the first snapshot")
            ids, _ = _restore_in_between(hub, source)
            wait_for(lambda: hub.newest("patrol") == 2 * EACH, "what was sent again", 20)
            assert hub.stored("patrol") == ids
            # The console's position belongs to a generation that is gone: it starts over.
            wait_for(lambda: len(console.snapshots) > 1, "a new snapshot", 20)
            known = _facts_of_events(console)
            _publish(source, 2 * EACH)
            wait_for(lambda: _facts_of_events(console) >= known + EACH, "live events again")
            with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
                assert store.execute("SELECT count(*) FROM gap").fetchone() == (0,)
        finally:
            console.client.close()
            source.close(drain_s=0)
        assert hub.integrity() == "ok"


@pytest.mark.expects_log(".*")
def test_a_source_that_keeps_nothing_leaves_a_gap_on_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: without the 72 hours the events are gone, and the hub says so."""
    monkeypatch.setattr(source_sdk, "RETENTION_S", 0)
    monkeypatch.setattr(source_sdk, "HOUSEKEEPING_S", 0.05)
    with RealHub(tmp_path) as hub:
        hub.start()
        source = hub.source("patrol")
        try:
            _restore_in_between(hub, source, lambda: _spooled(tmp_path) <= 1)
            with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
                wait_for(
                    lambda: store.execute("SELECT count(*) FROM gap").fetchone() == (1,),
                    "the gap to be noticed",
                    20,
                )
        finally:
            source.close(drain_s=0)
        assert len(hub.stored("patrol")) < 2 * EACH
