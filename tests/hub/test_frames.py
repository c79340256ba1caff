"""The form of messages and items: strict JSON, what survives a fuzzer, key files."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.bus import frames, headers, strict_json
from console.bus.allow_list import AllowList, PeerKind
from console.bus.feed_reader import FeedReader
from console.bus.frames import FrameError
from console.bus.keys import ensure_keypair, new_keypair
from console.bus.schema import json_schemas
from console.bus.source import uuid7
from console.domain.bodies import BODIES
from tests.hub.fakes import FakeCore

_leaf = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8)
_json = st.recursive(
    _leaf | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


@given(_json, st.booleans(), st.sampled_from([None, 1]))
@settings(max_examples=150, deadline=None)
def test_any_shallow_json_is_strict_however_it_is_written(
    value: object, escape: bool, indent: int | None
) -> None:
    data = json.dumps(value, ensure_ascii=escape, indent=indent).encode()
    if _depth(value) <= strict_json.MAX_DEPTH:
        strict_json.check(data)
    else:
        with pytest.raises(strict_json.NotStrict):
            strict_json.check(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1,"a":1}',
        b'{"a":{"b":1, "b":2}}',
        b"NaN",
        b"[Infinity]",
        b"1e400",
        b"9007199254740992",
        b"[-9007199254740992]",
        b"[[[[[[[[[1]]]]]]]]]",
        b'"\xff"',
        b'{"\xed\xa0\x80":1}',
        b'"\\ud800"',
        b"[" * 100_000,
        b'{"a":' * 5000,
        b"{} {}",
        b"\xef\xbb\xbf{}",
        b"1" * 5000,
    ],
)
def test_anything_else_is_not(data: bytes) -> None:
    with pytest.raises(strict_json.NotStrict):
        strict_json.check(data)


@given(st.lists(st.binary(max_size=40), max_size=6))
@settings(max_examples=200, deadline=None)
def test_decoding_a_message_never_fails_otherwise(parts: list[bytes]) -> None:
    code = 0
    try:
        frames.decode([b"ECP1", *parts]).typed(headers.Hello)
    except FrameError as error:
        code = error.code
    assert code in {0, 400, 413, 426}


def test_chunks_keep_order_and_limits() -> None:
    items = [b"x" * 5000] * 300 + [b"y" * 250_000] * 9
    pieces = frames.chunks(items)
    assert [item for piece in pieces for item in piece] == items
    for piece in pieces:
        assert len(piece) <= frames.MAX_ITEMS
        assert sum(map(len, piece)) <= frames.MAX_MESSAGE


def test_every_event_type_has_a_schema() -> None:
    schemas = json_schemas()
    assert set(schemas) == {"item", *(f"body/{name}" for name in BODIES)}
    assert msgspec.json.encode(schemas)


def test_uuids_are_unique_version_7_and_follow_time() -> None:
    ids = [uuid7() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert all(one[14] == "7" and one[19] in "89ab" for one in ids)
    assert [one[:13] for one in ids] == sorted(one[:13] for one in ids)


def test_key_files_are_private_and_lasting(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "hub.json"
    pair = ensure_keypair(path)
    assert ensure_keypair(path) == pair
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pair.secret not in repr(pair)


@pytest.mark.expects_log("allow-list cannot be read")
def test_broken_allow_list_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "allowed.json"
    key = new_keypair().public
    writer = AllowList(path)
    writer.add(key, "patrol", PeerKind.SOURCE)
    reader = AllowList(path)
    path.write_text("{broken")
    assert not reader.refresh()
    assert reader.peer(key, PeerKind.SOURCE) is not None


def _ev(core: FakeCore, first: int, last: int, prev: int) -> frames.Message:
    items = [item.data for item in core.facts[first - 1 : last]]
    return frames.decode(frames.encode("EV", headers.Ev(first, last, prev), items))


def test_gap_in_the_feed_is_asked_for_once_and_nothing_behind_it_applied() -> None:
    core = FakeCore()
    for n in range(9):
        core.add_fact("UnitMoved", f"u{n}")
    reader = FeedReader()
    reader.attached(headers.Attached(1, "snapshot", 0))
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    end = frames.decode(frames.encode("SNAPEND", headers.SnapEnd(0, 0, empty)))
    assert reader.snap_end(end)
    assert reader.ev(_ev(core, 1, 2, 0)) is None
    assert reader.ev(_ev(core, 5, 6, 4)) == headers.Resync(2)
    assert reader.ev(_ev(core, 7, 7, 6)) is None
    assert reader.ev(_ev(core, 3, 9, 2)) is None
    assert [fact.gseq for fact in reader.take_facts()] == list(range(1, 10))


def test_passing_facts_cost_no_credit() -> None:
    core = FakeCore()
    core.add_fact("UnitMoved", "u")
    reader = FeedReader()
    reader.attached(headers.Attached(1, "replay", 0))
    reader.cursor = headers.Cursor(1, 0)
    passing = frames.encode("EV", headers.Ev(0, 0, 0), [core.facts[0].data])
    for _ in range(600):
        assert reader.ev(frames.decode(passing)) is None
    assert reader.credit() is None
    for n in range(600):
        assert reader.ev(_ev(core, 1, 1, 0)) is None
        reader.cursor = headers.Cursor(1, 0)
        if n == 498:
            assert reader.credit() is None
    assert reader.credit() == headers.Credit(0, 600)


def test_row_of_any_size_reaches_a_console() -> None:
    row = b'"' + b"x" * 2 * frames.MAX_ITEM + b'"'
    message = frames.encode("SNAP", headers.Snap(0, 1, 1), [row])
    assert frames.decode(message, trusted=True).items == [row]
    with pytest.raises(FrameError):
        frames.decode(message)
