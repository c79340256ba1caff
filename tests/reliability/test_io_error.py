"""R11 on the hub's own process: the operating system refuses its writes, then lets it write again.

A limit on file sizes, set from outside, makes every write beyond it fail (EFBIG), which reaches
SQLite as an I/O error in the middle of its write-ahead log.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import psutil
import pytest

from console.bus.source import Draft, Source
from console.domain.link import HubHealth
from tests.hub.fakes import position
from tests.hub.site import Console, wait_for
from tests.reliability.real_hub import RealHub

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of another process")


def _limit(hub: RealHub, size: int) -> None:
    assert hub._process is not None
    limits = (size, psutil.RLIM_INFINITY)
    psutil.Process(hub._process.pid).rlimit(psutil.RLIMIT_FSIZE, limits)


def _drafts(count: int, mark: str) -> list[Draft]:
    return [Draft("unit.position", f"{mark}{n}", 4, position(f"{mark}{n}")) for n in range(count)]


def _failed(console: Console) -> str:
    health = [fact.row for fact in list(console.facts) if isinstance(fact.row, HubHealth)]
    return health[-1].write_failed if health else ""


def _alarms(console: Console) -> list[str]:
    return [fact.name for fact in list(console.facts) if fact.name.startswith("Alarm")]


@pytest.mark.expects_log("BUSY|paus")
def test_an_io_error_is_told_survived_and_left_behind(tmp_path: Path) -> None:
    with RealHub(tmp_path) as hub:
        hub.start()
        source, console = hub.source("patrol"), hub.console()
        try:
            ids = source.publish_many(_drafts(50, "a"))
            assert source.drain(10)
            wait_for(lambda: bool(console.snapshots), "the snapshot")
            assert _failed(console) == "", "the control: nothing is wrong yet"
            ids += _starve(hub, source, console)
            _limit(hub, psutil.RLIM_INFINITY)
            healed = time.monotonic()
            assert source.drain(10)
            assert time.monotonic() - healed < 10
            wait_for(lambda: _failed(console) == "", "the all-clear", 10)
            wait_for(lambda: "AlarmReturned" in _alarms(console), "the episode on record")
            assert hub.stored("patrol") == ids
        finally:
            console.client.close()
            source.close(drain_s=0)
        assert hub.integrity() == "ok"


def _starve(hub: RealHub, source: Source, console: Console) -> list[str]:
    """Take the hub its writes; ids of what was published meanwhile."""
    _limit(hub, 8192)
    began = time.monotonic()
    ids = source.publish_many(_drafts(500, "b"))
    wait_for(lambda: _failed(console) != "", "the health row", 3)
    wait_for(lambda: "AlarmRaised" in _alarms(console), "the alarm", 3)
    assert time.monotonic() - began < 3
    acked = source.stats.acked
    assert not source.drain(1.5), "control: without the limit this drains at once"
    assert source.stats.acked == acked
    assert len(hub.stored("patrol")) == acked
    assert console.state is not None
    assert console.state.value == "up"
    return ids
