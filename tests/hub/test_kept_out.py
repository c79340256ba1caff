"""S1: who is kept out or put out is told to the audit log; passwords do not hold the hub up."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.bus.ids import uuid7
from console.bus.keys import new_keypair
from console.bus.link import FeedState
from tests.hub.fakes import PASSWORD
from tests.hub.site import TOKEN, Site, wait_for


def _told(site: Site) -> set[tuple[str, str]]:
    return {(one.who, one.reason) for one in site.fake.refusals}


@pytest.mark.parametrize("feed", [False, True])
def test_stranger_is_audited_with_address_and_key(site: Site, feed: bool) -> None:
    pair = new_keypair()
    site.raw(pair, feed=feed)
    wait_for(lambda: ("127.0.0.1", "STRANGER") in _told(site), "the record")
    assert site.fake.refusals[0].key == pair.public[:8]
    assert not site.fake.events


def test_expired_key_and_key_for_the_other_door_are_audited(site: Site) -> None:
    pair = new_keypair()
    long_ago = datetime.now(UTC) - timedelta(days=1)
    site.allow_list.add(pair.public, "old-gauge", PeerKind.SOURCE, not_after=long_ago)
    site.raw(pair)
    site.raw(site.console_keys)
    expected = {("old-gauge", "KEY_NOT_VALID"), ("desk-1", "KEY_NOT_VALID")}
    wait_for(lambda: expected <= _told(site), "both records")


@pytest.mark.expects_log("claims to be another source")
def test_key_bound_to_another_source_is_audited(site: Site) -> None:
    raw = site.raw(site.allow("hotline", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    wait_for(lambda: ("hotline", "NOT_ALLOWED") in _told(site), "the record")


@pytest.mark.expects_log("is muted")
def test_mute_is_audited(site: Site) -> None:
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    raw.receive("WELCOME")
    for _ in range(20):
        raw.send_parts([b"ECP1", b"NONSENSE", b"{}"])
    wait_for(lambda: ("patrol", "MUTED") in _told(site), "the record")


def test_key_taken_off_ends_a_console_within_five_seconds(site: Site) -> None:
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    begun = time.monotonic()
    site.allow_list.remove(site.console_keys.public)
    wait_for(lambda: console.state is FeedState.REFUSED, "the refusal", 5.0)
    assert time.monotonic() - begun < 5
    before = len(console.facts)
    site.fake.passing.append(site.fake.link_changed("patrol", True, 1, 0)[0])
    threading.Event().wait(1.2)
    assert len(console.facts) == before
    console.client.submit(uuid7(), "AddNote", b"{}")
    threading.Event().wait(0.3)
    assert not site.fake.commands


def test_slow_password_holds_nobody_up(site: Site) -> None:
    other = site.console()
    wait_for(lambda: bool(other.snapshots), "the snapshot")
    release = threading.Event()
    matches = site.fake.matches

    def slow(credential: str, password: str) -> bool:
        assert release.wait(10)
        return matches(credential, password)

    site.stop_hub()
    site.fake.matches = slow  # type: ignore[method-assign]
    site.start_hub()
    raw = site.raw(site.allow("desk-2", PeerKind.CONSOLE), feed=True)
    args = b'{"user":"duty","password":"%s"}' % PASSWORD.encode()
    raw.send("CMD", headers.Cmd("c1", "SignIn"), [args])
    try:
        wait_for(lambda: other.state is FeedState.UP, "the other console")
        other.client.submit("c2", "AddNote", b"{}")
        wait_for(lambda: bool(other.results), "its command being carried out meanwhile", 2)
    finally:
        release.set()
    assert raw.receive("RESULT").typed(headers.Result).code == "OK"
    assert site.fake.checked_in == {"passwords_0"}


def test_token_of_nobody_opens_nothing(site: Site) -> None:
    raw = site.raw(site.console_keys, feed=True)
    raw.send("ATTACH", headers.Attach("desk-1", TOKEN + "x", 100))
    assert raw.receive("ERR").typed(headers.Err).reason == "NOT_SIGNED_IN"
