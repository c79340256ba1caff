"""The source's outbox: full, restored from a copy, stale; and the next hub of a list."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from console.bus.allow_list import PeerKind
from console.bus.keys import KeyPair
from console.bus.source import Draft, Source, SpoolFull
from console.domain.bodies import Poison, SourceOverflow
from console.services.core import Accepted, FeedItem, Intake, SourceBatch
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, Site, wait_for


def _source(site: Site, pair: KeyPair, spool: Path, limit: int = 2**29) -> Source:
    return Source(
        f"tcp://127.0.0.1:{site.ports[0]}",
        "patrol",
        site.keys.public,
        pair.public,
        pair.secret,
        spool,
        spool_limit=limit,
    )


def _publish(source: Source, key: str, severity: int = 4) -> str:
    return source.publish("unit.position", key, severity, position(key))


def _fill(source: Source, kept: list[str]) -> None:
    while True:
        kept.append(_publish(source, "minor"))


def test_full_spool_refuses_loudly_but_never_the_worst(site: Site, tmp_path: Path) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = _source(site, pair, tmp_path / "spool.db", limit=2000)
    kept: list[str] = []
    with pytest.raises(SpoolFull):
        _fill(source, kept)
    kept.append(_publish(source, "worst", severity=1))
    source.start()
    assert source.drain(8)
    kept.append(_publish(source, "minor again"))
    assert source.close(drain_s=8)
    sent = [event for event in site.fake.events if event.type != "source.overflow"]
    assert [event.id for event in sent] == kept


def test_failed_batch_leaves_no_hole(site: Site, tmp_path: Path) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = _source(site, pair, tmp_path / "spool.db")
    source.start()
    good = Draft("unit.position", "a", 4, position("a"))
    with pytest.raises(TypeError):
        source.publish_many([good, Draft("unit.position", "b", 4, {"unit": object()})])
    with pytest.raises(ValueError, match="severity"):
        source.publish_many([good, Draft("unit.position", "b", 5, position("b"))])
    _publish(source, "c")
    assert source.close(drain_s=8)
    assert [(event.sequence, event.key) for event in site.fake.events] == [(1, "c")]


@pytest.mark.expects_log("older than the hub")
def test_spool_restored_from_an_older_copy_begins_a_new_epoch(site: Site, tmp_path: Path) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    spool = tmp_path / "spool.db"
    source = _source(site, pair, spool)
    source.start()
    _publish(source, "a")
    assert source.close(drain_s=8)
    shutil.copy(spool, tmp_path / "copy.db")
    source = _source(site, pair, spool)
    source.start()
    for key in "bcd":
        _publish(source, key)
    assert source.close(drain_s=8)
    restored = _source(site, pair, tmp_path / "copy.db")
    _publish(restored, "e")
    restored.start()
    assert restored.close(drain_s=8)
    events = [(event.sequence, event.key) for event in site.fake.events]
    assert events == [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (1, "e")]
    assert site.fake.events[-1].epoch > site.fake.events[0].epoch


def test_stale_epoch_is_renewed_and_ids_stay(site: Site, tmp_path: Path) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = _source(site, pair, tmp_path / "spool.db")
    ids = [_publish(source, key) for key in "ab"]
    later = int(time.time()) + 1
    site.fake.marks["patrol", later] = 0
    source.start()
    wait_for(lambda: source.stats.epoch >= later, "a later epoch")
    assert source.drain(8)
    source.close()
    assert [event.id for event in site.fake.events] == ids
    assert {event.epoch for event in site.fake.events} == {source.stats.epoch}


def test_console_goes_on_to_the_next_endpoint(site: Site) -> None:
    endpoints = ["tcp://127.0.0.1:9", f"tcp://127.0.0.1:{site.ports[1]}"]
    console = Console(endpoints, site.keys.public, site.console_keys, TOKEN)
    try:
        wait_for(lambda: bool(console.snapshots), "the second hub", 4.0)
    finally:
        console.client.close()


def test_what_a_full_spool_refused_is_told_when_there_is_room(site: Site, tmp_path: Path) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = _source(site, pair, tmp_path / "spool.db", limit=2000)
    kept: list[str] = []
    with pytest.raises(SpoolFull):
        _fill(source, kept)
    with pytest.raises(SpoolFull):
        source.publish_many([Draft("unit.position", "m", sev, position("m")) for sev in (3, 4, 4)])
    assert source.stats.refused == 4
    source.close()
    source = _source(site, pair, tmp_path / "spool.db", limit=2000)
    mixed = [Draft("unit.position", "m", sev, position("m")) for sev in (1, 4)]
    kept += source.publish_many(mixed)
    assert source.stats.refused == 4, "a restart forgets nothing"
    source.start()
    wait_for(lambda: source.stats.refused == 0, "the notice being spooled")
    assert source.close(drain_s=8)
    *events, notice = site.fake.events
    assert [event.id for event in events] == kept
    assert isinstance(notice.body, SourceOverflow)
    assert (notice.type, notice.severity) == ("source.overflow", 2)
    assert notice.body.refused == {"3": 1, "4": 3}
    assert notice.body.since <= notice.body.until


@pytest.mark.expects_log("breaks every session")
def test_event_that_breaks_every_session_is_replaced_by_a_notice(
    site: Site, tmp_path: Path
) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = _source(site, pair, tmp_path / "spool.db")
    ids = [_publish(source, key) for key in ("a", "poison", "b")]
    broken: list[int] = []
    take = site.fake.take

    def breaking(batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
        for batch in batches:
            if any(
                isinstance(one, Accepted)
                and one.event.key == "poison"
                and one.event.type != "ecp.poison"
                for one in batch.items
            ):
                broken.append(len(batch.items))
                assert site.server is not None
                site.server.stop()
                return [], []
        return take(batches)

    site.fake.take = breaking  # type: ignore[method-assign]
    source.start()
    deadline = time.monotonic() + 20
    while not source.drain(0.05) and time.monotonic() < deadline:
        if site.server is not None and not site.serving:
            site.stop_hub()
            site.start_hub()
    assert source.drain(1)
    source.close()
    first, notice, last = site.fake.events
    assert (first.id, last.id) == (ids[0], ids[2])
    assert isinstance(notice.body, Poison)
    assert (notice.type, notice.key) == ("ecp.poison", "poison")
    assert broken[-2:] == [1, 1], "under suspicion it travels alone"
    with closing(sqlite3.connect(tmp_path / "spool.db")) as spool:
        original = spool.execute("SELECT data FROM poison").fetchone()[0]
    assert sha256(original).hexdigest() == notice.body.sha256
    assert json.loads(original)["id"] == ids[1]
