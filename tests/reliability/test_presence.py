"""Who has a case open, from one console to another through the real hub's sockets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.codec import decode_fact, encode
from console.domain.watcher import Watcher
from tests.reliability.real_site import RealSite, real_site


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RealSite]:
    with real_site(tmp_path) as one:
        yield one


def test_one_console_hears_that_another_sits_there(town: RealSite) -> None:
    here, there = town.seat("desk-2"), town.seat("desk-3")
    town.start_hub()
    speaks = town.attached(there, there.user)
    listens = town.raw(town.allow(here.user, PeerKind.CONSOLE), feed=True)
    listens.send("ATTACH", headers.Attach(here.user, here.token, 10_000))
    listens.receive("SNAPEND", 10)
    speaks.send("QUERY", headers.Query("q1", "watching"), [encode({"case": ""})])
    assert speaks.receive("ROWS", 10).typed(headers.Rows).last
    for _ in range(30):
        told = [decode_fact(item) for item in listens.receive("EV", 10).items]
        rows = [fact.row for fact in told if isinstance(fact.row, Watcher)]
        if rows:
            break
    assert [(row.user, row.case) for row in rows] == [(there.user, "")]
    town.stop_hub()
