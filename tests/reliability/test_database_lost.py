"""A shared site whose database server goes away in the middle of the work, and comes back."""

from __future__ import annotations

import time
from pathlib import Path

from console.bus.link import FeedState
from tests.hub.site import Console, wait_for
from tests.postgres_server import Database, PostgresServer
from tests.reliability.server_hub import ServerHub
from tests.reliability.test_hub_killed import Publisher

TOLD_S, RESUMED_S = 3.0, 10.0


def _failed(console: Console) -> str | None:
    """What the newest health row says."""
    rows = [fact.row for fact in list(console.facts) if fact.name == "HealthMeasured"]
    return rows[-1].write_failed if rows else None


def test_the_hub_says_so_and_goes_on_by_itself(
    tmp_path: Path, postgres: Database, postgres_server: PostgresServer
) -> None:
    with ServerHub(tmp_path, postgres) as hub:
        hub.start()
        source, console = hub.source("patrol"), hub.console()
        publisher = Publisher(source)
        try:
            wait_for(lambda: console.state is FeedState.UP, "the console being attached", 10)
            wait_for(lambda: _failed(console) == "" and source.stats.acked > 0, "work", 10)
            postgres_server.stop("immediate")
            began = time.monotonic()
            wait_for(lambda: _failed(console) == "E-DB-AWAY", "the consoles being told", 10)
            assert time.monotonic() - began < TOLD_S
            acked = source.stats.acked
            alarms = [fact.row for fact in console.facts if fact.name == "AlarmRaised"]
            assert [(one.type, one.value) for one in alarms] == [("system.store", "E-DB-AWAY")]
            postgres_server.start()
            began = time.monotonic()
            wait_for(lambda: source.stats.acked > acked, "the next acknowledgement", 20)
            assert time.monotonic() - began < RESUMED_S
            wait_for(lambda: _failed(console) == "", "the end of the alarm", 20)
            assert len(console.snapshots) == 1
        finally:
            publisher.end()
            drained = source.drain(20)
            source.close(0)
            console.client.close()
        assert drained
        hub.kill()
        assert hub.stored("patrol") == publisher.ids
        assert hub.integrity() == "ok"


def test_a_standby_waits_for_a_server_that_is_not_there_yet(
    tmp_path: Path, postgres: Database, postgres_server: PostgresServer
) -> None:
    postgres_server.stop()
    with ServerHub(tmp_path, postgres) as hub:
        try:
            assert not hub.wait_turn()
        finally:
            postgres_server.start()
        assert hub.hear()["active"]
