"""Events from a source's publish() to a console, over real sockets."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.bus.link import FeedState
from console.bus.source import Draft, Source, TooLarge
from console.domain.link import LinkClass
from tests.hub.fakes import position
from tests.hub.site import Site, wait_for


def _drafts(count: int, prefix: str = "u") -> list[Draft]:
    return [
        Draft("unit.position", f"{prefix}{n}", 4, position(f"{prefix}{n}")) for n in range(count)
    ]


def test_events_reach_a_console_once_and_in_order(site: Site) -> None:
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    source = site.source()
    ids = source.publish_many(_drafts(1200))
    ids.append(source.publish("unit.position", "last", 4, position("last")))
    wait_for(lambda: len(console.stored) >= len(ids), "all facts")
    assert [fact.origin.id for fact in console.stored if fact.origin] == ids
    assert [fact.gseq for fact in console.stored] == list(range(1, len(ids) + 1))
    assert source.drain(5)
    assert [event.id for event in site.fake.events] == ids


def test_a_source_says_how_much_it_has_and_what_it_can_promise(site: Site) -> None:
    source = site.source(promise="best-effort")
    wait_for(lambda: site.fake.promises == {"patrol": LinkClass.BEST_EFFORT}, "the hello")
    source.publish_many(_drafts(300))
    assert source.drain(5)
    assert site.fake.newest == {"patrol": 300}


def test_console_that_comes_late_gets_a_snapshot_and_then_what_follows(site: Site) -> None:
    source = site.source()
    source.publish_many(_drafts(700))
    assert source.drain(10)
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    facts, gseq = console.snapshots[0]
    assert gseq == 700
    assert {fact.key for fact in facts} == {f"u{n}" for n in range(700)}
    assert all(fact.gseq == 0 for fact in facts)
    source.publish("unit.position", "new", 4, position("new"))
    wait_for(lambda: bool(console.stored), "the next fact")
    assert console.stored[0].gseq == 701


def test_source_and_console_carry_on_after_the_hub_restarts(site: Site) -> None:
    console = site.console()
    source = site.source()
    source.publish_many(_drafts(50, "a"))
    wait_for(lambda: len(console.stored) == 50, "the first facts")
    site.stop_hub()
    wait_for(lambda: console.state is FeedState.DOWN, "the console seeing it", 3.5)
    source.publish_many(_drafts(50, "b"))
    site.start_hub()
    wait_for(lambda: console.state is FeedState.UP, "the console being back", 3.0)
    wait_for(lambda: len(console.stored) == 100, "the facts from the spool")
    assert [fact.gseq for fact in console.stored] == list(range(1, 101))
    assert len(console.snapshots) == 1, "a known cursor is replayed"
    assert len({event.id for event in site.fake.events}) == len(site.fake.events) == 100


def test_new_hub_epoch_means_a_new_snapshot(site: Site) -> None:
    console = site.console()
    source = site.source()
    source.publish_many(_drafts(3))
    wait_for(lambda: len(console.stored) == 3, "the facts")
    site.stop_hub()
    site.fake.hub_epoch += 1
    site.start_hub()
    wait_for(lambda: len(console.snapshots) == 2, "the second snapshot")
    assert console.snapshots[1][1] == 3


def test_events_survive_the_source_that_published_them(site: Site, tmp_path: Path) -> None:
    source = site.source()
    source.publish("unit.position", "a", 4, position("a"))
    assert source.drain(5)
    site.stop_hub()
    source.publish("unit.position", "b", 4, position("b"))
    source.close(drain_s=0)
    pair = site.console_keys
    reopened = Source(
        "tcp://127.0.0.1:1",
        "patrol",
        site.keys.public,
        pair.public,
        pair.secret,
        tmp_path / "patrol-0.db",
    )
    assert (reopened.stats.published, reopened.stats.acked) == (2, 1)
    reopened.close()


def test_too_large_an_event_is_refused_before_it_is_spooled(site: Site) -> None:
    source = site.source()
    body = {**position("a"), "note": "x" * 300_000}
    with pytest.raises(TooLarge):
        source.publish("unit.position", "a", 4, body)
    assert source.stats.published == 0


def test_link_is_reported_up_and_down(site: Site) -> None:
    source = site.source()
    wait_for(lambda: ("patrol", True) in site.fake.links, "the link to come up")
    source.close()
    wait_for(lambda: ("patrol", False) in site.fake.links, "the link to go down", 4.0)


@pytest.mark.expects_log("disk with .* is full")
def test_nothing_is_acknowledged_while_the_disk_is_full(site: Site) -> None:
    site.fake.disk_full = True
    source = site.source()
    source.publish("unit.position", "a", 4, position("a"))
    assert not source.drain(0.5)
    site.fake.disk_full = False
    assert source.drain(5)
    assert len(site.fake.events) == 1
