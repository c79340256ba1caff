"""What the hub does with strangers, wrong numbers and bad items."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import zmq

from console.bus import headers
from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import KeyPair, new_keypair
from console.bus.link import FeedState
from console.bus.source import uuid7
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Raw, Site, wait_for


def _item(seq: int, key: str = "a", **changes: object) -> bytes:
    item = {
        "v": 1,
        "id": uuid7(),
        "src": "patrol",
        "ep": 7,
        "seq": seq,
        "type": "unit.position",
        "sv": 1,
        "occ": "2021-11-28T06:05:09.123Z",
        "snt": "2021-11-28T06:05:09.130Z",
        "clk": {"sync": True, "err_ms": 3},
        "sev": 4,
        "key": key,
        "st": "actual",
        "mt": "alert",
        "ref": [],
        "body": position(key),
    }
    return json.dumps(item | changes, separators=(",", ":")).encode()


def _events(first: int, count: int) -> headers.Events:
    return headers.Events("patrol", 7, first, count)


@pytest.fixture
def patrol(site: Site) -> Raw:
    """A hand-made source that has been welcomed."""
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    assert raw.receive("WELCOME").typed(headers.Welcome).acked == 0
    return raw


def _error(raw: Raw) -> tuple[int, str]:
    error = raw.receive("ERR").typed(headers.Err)
    return error.code, error.reason


def test_source_with_a_strange_key_is_not_let_in(site: Site) -> None:
    raw = site.raw(new_keypair())
    assert not raw.socket.poll(700, zmq.POLLOUT)


def test_console_key_does_not_open_the_ingest(site: Site) -> None:
    raw = site.raw(site.console_keys)
    assert not raw.socket.poll(700, zmq.POLLOUT)


def test_stranger_without_curve_is_not_let_in(site: Site) -> None:
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    with context, context.socket(zmq.DEALER) as plain:
        plain.linger = 0
        plain.immediate = 1
        plain.connect(f"tcp://127.0.0.1:{site.ports[1]}")
        assert not plain.poll(700, zmq.POLLOUT)


def test_console_with_a_strange_key_is_told_that_it_is_refused(site: Site) -> None:
    console = site.console(pair=new_keypair())
    wait_for(lambda: console.state is FeedState.REFUSED, "the refusal")
    assert console.links[-1].reason == "KEY"
    assert not console.snapshots
    assert not console.facts


@pytest.mark.expects_log("claims to be another source")
def test_key_of_another_source_is_refused(site: Site) -> None:
    raw = site.raw(site.allow("hotline", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    assert _error(raw) == (403, "NOT_ALLOWED")


def test_key_taken_off_the_list_ends_a_live_session(site: Site) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    raw = site.raw(pair)
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    raw.receive("WELCOME")
    site.allow_list.remove(pair.public)
    assert _error(raw) == (403, "NOT_ALLOWED")
    raw.send("EVENTS", _events(1, 1), [_item(1)])
    assert _error(raw) == (403, "NOT_ALLOWED")
    assert not site.fake.events


def test_expired_key_opens_nothing(site: Site) -> None:
    pair: KeyPair = new_keypair()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    site.allow_list.add(pair.public, "patrol", PeerKind.SOURCE, not_after=yesterday)
    assert AllowList(site.allow_list_path).peer(pair.public, PeerKind.SOURCE) is None
    assert not site.raw(pair).socket.poll(500, zmq.POLLOUT)


def test_events_before_hello_are_refused(site: Site) -> None:
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("EVENTS", _events(1, 1), [_item(1)])
    assert _error(raw) == (401, "NO_SESSION")


def test_older_epoch_is_stale(site: Site, patrol: Raw) -> None:
    patrol.send("HELLO", headers.Hello([1], "patrol", 6, 1, 0))
    assert _error(patrol) == (409, "STALE_EPOCH")


def test_resent_events_are_stored_once(site: Site, patrol: Raw) -> None:
    items = [_item(1), _item(2, "b")]
    for _ in range(2):
        patrol.send("EVENTS", _events(1, 2), items)
        ack = patrol.receive("ACK").typed(headers.Ack)
        assert (ack.acked, ack.quar) == (2, [])
    assert [event.key for event in site.fake.events] == ["a", "b"]


def test_hole_is_named_and_nothing_behind_it_taken(site: Site, patrol: Raw) -> None:
    patrol.send("EVENTS", _events(3, 1), [_item(3)])
    assert patrol.receive("NAK").typed(headers.Nak).want == 1
    assert not site.fake.events


def test_events_missing_from_the_spool_are_stored_as_a_gap(site: Site) -> None:
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 11, 20))
    assert raw.receive("WELCOME").typed(headers.Welcome).acked == 10
    assert site.fake.gaps == [("patrol", 10)]


BAD_ITEMS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "no json": ("BAD_JSON", lambda seq: b"{not json"),
    "duplicate key": ("BAD_JSON", lambda seq: _item(seq)[:-1] + b',"seq":%d}' % seq),
    "not a number": ("BAD_JSON", lambda seq: _item(seq).replace(b'"speed":1.5', b'"speed":NaN')),
    "bad utf-8": ("BAD_JSON", lambda seq: _item(seq).replace(b'"key":"a"', b'"key":"\xff"')),
    "too deep": ("BAD_JSON", lambda seq: _item(seq, extra=[[[[[[[[1]]]]]]]])),
    "huge integer": ("BAD_JSON", lambda seq: _item(seq, extra=2**53)),
    "missing field": ("SCHEMA", lambda seq: _item(seq).replace(b'"sev":4,', b"")),
    "severity 5": ("SCHEMA", lambda seq: _item(seq, sev=5)),
    "other version": ("SCHEMA", lambda seq: _item(seq, v=2)),
    "no uuid": ("SCHEMA", lambda seq: _item(seq, id="1")),
    "another source": ("NOT_YOURS", lambda seq: _item(seq, src="hotline")),
    "another number": ("SEQ", lambda seq: _item(seq + 1)),
    "local time": ("BAD_TIME", lambda seq: _item(seq, occ="2021-11-28T14:05:09.123+08:00")),
    "unknown type": ("UNKNOWN_TYPE", lambda seq: _item(seq, type="unit.teleported")),
    "wrong body": ("BODY", lambda seq: _item(seq, body={"unit": 1})),
    "too large": ("TOO_LARGE", lambda seq: _item(seq, pad="x" * 300_000)),
}


def test_bad_items_are_put_aside_and_the_next_good_one_is_taken(site: Site, patrol: Raw) -> None:
    seq = 0
    for name, (code, make) in BAD_ITEMS.items():
        seq += 2
        patrol.send("EVENTS", _events(seq - 1, 2), [make(seq - 1), _item(seq, name)])
        ack = patrol.receive("ACK").typed(headers.Ack)
        assert ack.acked == seq, name
        assert ack.quar == [{"seq": seq - 1, "code": code}], name
    assert [event.key for event in site.fake.events] == list(BAD_ITEMS)
    assert len(site.fake.quarantine) == len(BAD_ITEMS)


@pytest.mark.expects_log("is muted")
def test_twenty_errors_mute_a_key_but_nobody_else(site: Site, patrol: Raw) -> None:
    for _ in range(20):
        patrol.send_parts([b"ECP1", b"NONSENSE", b"{}"])
        assert _error(patrol)[0] == 400
    patrol.send_parts([b"ECP1", b"NONSENSE", b"{}"])
    with pytest.raises(AssertionError, match="no ERR"):
        patrol.receive("ERR", 0.5)
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the other peers to be served")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([b"ECP1"], 400),
        ([b"ECP2", b"PING", b"{}"], 426),
        ([b"ECP1", b"PING", b"[]"], 400),
        ([b"ECP1", b"PING", b'{"t":1,"t":2}'], 400),
        ([b"ECP1", b"ping", b"{}"], 400),
        ([b"ECP1", b"PING", b'{"pad":"' + b"x" * 5000 + b'"}'], 413),
        ([b"ECP1", b"EVENTS", b"{}", *[b"{}"] * 257], 413),
        ([b"ECP1", b"EVENTS", b'{"src":"patrol","ep":7,"from":1,"n":2}', b"{}"], 400),
    ],
)
def test_malformed_messages_are_answered(patrol: Raw, parts: list[bytes], code: int) -> None:
    patrol.send_parts(parts)
    assert _error(patrol)[0] == code


def test_console_without_a_session_waits_for_somebody_to_sign_in(site: Site) -> None:
    console = site.console("stale")
    wait_for(lambda: console.state is FeedState.REFUSED, "the refusal")
    assert console.links[-1].reason == "NOT_SIGNED_IN"
    assert not console.snapshots


def test_console_may_not_pass_for_another(site: Site) -> None:
    raw = site.raw(site.allow("desk-2", PeerKind.CONSOLE), feed=True)
    raw.send("ATTACH", headers.Attach("desk-1", TOKEN, 100))
    assert _error(raw) == (403, "NOT_ALLOWED")
