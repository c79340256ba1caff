"""R11: the store cannot grow; SQLite's own page limit stands in for a full disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus.source import Draft
from console.config import RESOURCES
from console.hub.server import HubServer
from console.services.core import FeedItem, Intake, SourceBatch
from data.opened_core import OpenedCore
from tests.hub.fakes import position
from tests.hub.site import Console, Site, wait_for


class StoredSite(Site):
    """A hub on a real store, opened in the hub's thread, that can be told to be full."""

    full = False

    def start_hub(self) -> HubServer:
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), name="hub")
        self._thread.start()
        assert started.wait(20)
        assert self.server is not None
        return self.server

    def _serve(self, started: threading.Event) -> None:
        with OpenedCore(self.folder / "data", RESOURCES, lambda: datetime.now(UTC)) as opened:
            take = opened.core.take
            connection = opened.database.connection.connection.driver_connection
            assert isinstance(connection, sqlite3.Connection)
            most = connection.execute("PRAGMA max_page_count").fetchone()[0]

            def limited(batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
                now = connection.execute("PRAGMA page_count").fetchone()[0]
                connection.execute(f"PRAGMA max_page_count = {now if self.full else most}")
                return take(batches)

            opened.core.take = limited  # type: ignore[method-assign]
            self.core = opened.core
            self.server = HubServer(self.core, self._config())
            self.ports = (self.server.ingest_port, self.server.feed_port)
            started.set()
            self.server.run()


@pytest.mark.expects_log("is full|cannot be used|does not take writes")
def test_full_disk_stops_acknowledgements_and_nothing_else(tmp_path: Path) -> None:
    with StoredSite(tmp_path) as site:
        console = site.console()
        wait_for(lambda: bool(console.snapshots), "the snapshot")
        source = site.source()
        note = "x" * 2000
        drafts = [
            Draft("unit.position", f"{n}{note}"[:120], 4, position(f"u{n}") | {"note": note})
            for n in range(400)
        ]
        ids = source.publish_many(drafts)
        assert source.drain(20)
        site.full = True
        before = source.stats.acked
        ids += source.publish_many(drafts)
        wait_for(lambda: source.stats.acked - before < 400, "acknowledgements to stop")
        assert not source.drain(1.5), "control: without the limit this drains at once"
        assert site.serving
        acked = source.stats.acked
        with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
            newest = store.execute("SELECT max(seq) FROM event").fetchone()[0]
        assert acked <= newest
        site.full = False
        assert source.drain(10)
        wait_for(lambda: _arrived(console) >= len(ids), "every fact at the console")
    with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
        stored = [row[0] for row in store.execute("SELECT id FROM event ORDER BY seq")]
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert stored == ids


def _arrived(console: Console) -> int:
    return sum(1 for fact in list(console.stored) if fact.origin)
