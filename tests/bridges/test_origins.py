"""A source's memory of what it took from elsewhere: one event a name, stored when the hub says."""

from __future__ import annotations

import pytest

from console.bus.source import Draft
from tests.hub.fakes import position
from tests.hub.site import Site, wait_for


def _draft(key: str) -> Draft:
    return Draft("unit.position", key, 4, position(key))


def _keys(site: Site) -> list[str]:
    return [event.key for event in site.fake.events]


def test_a_name_is_published_once_and_stored_only_when_acknowledged(site: Site) -> None:
    source = site.source()
    site.stop_hub()
    source.publish_once(["a", "b", "a"], [_draft("u1"), _draft("u2"), _draft("u1")])
    source.publish_once(["b", "c"], [_draft("u2"), _draft("u3")])
    assert source.known(["a", "b", "c", "d"]) == {"a", "b", "c"}
    assert source.stored(["a", "b", "c"]) == set()
    site.start_hub()
    wait_for(lambda: source.stored(["a", "b", "c"]) == {"a", "b", "c"}, "the acknowledgements")
    assert _keys(site) == ["u1", "u2", "u3"]


@pytest.mark.expects_log("the spool is older than the hub, new epoch")
def test_names_follow_their_events_into_a_new_epoch(site: Site) -> None:
    """The hub knows more of this source than its spool does: what waits is numbered anew."""
    source = site.source("patrol")
    source.publish_once(["a", "b"], [_draft("u1"), _draft("u2")])
    assert source.drain(5)
    site.stop_hub()
    source.publish_once(["b", "c"], [_draft("u2"), _draft("u3")])
    epoch = source.stats.epoch
    site.fake.marks["patrol", epoch] = 9
    assert source.stored(["a", "b", "c"]) == {"a", "b"}
    site.start_hub()
    wait_for(lambda: source.stored(["a", "b", "c"]) == {"a", "b", "c"}, "the acknowledgements")
    assert source.stats.epoch > epoch
    source.publish_once(["a", "c", "d"], [_draft("u1"), _draft("u3"), _draft("u4")])
    wait_for(lambda: source.stored(["d"]) == {"d"}, "the next acknowledgement")
    assert _keys(site) == ["u1", "u2", "u3", "u4"]
