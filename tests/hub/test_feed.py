"""The feed: credit, replay, resync, urgent facts, commands, queries and signing in."""

from __future__ import annotations

import pytest

from console.bus import headers
from console.bus.ids import uuid7
from console.bus.link import FeedState
from console.bus.source import Draft
from console.codec import decode_fact
from console.domain.result import ResultCode
from tests.hub.fakes import PASSWORD, FakeCore, position
from tests.hub.site import TOKEN, Raw, Site, wait_for


def _attach(site: Site, credit: int, cursor: headers.Cursor | None = None) -> Raw:
    raw = site.raw(site.console_keys, feed=True)
    raw.send("ATTACH", headers.Attach("desk-1", TOKEN, credit, cursor=cursor))
    return raw


def _keys(raw: Raw) -> tuple[headers.Ev, list[str]]:
    message = raw.receive("EV")
    return message.typed(headers.Ev), [decode_fact(item).key for item in message.items]


def _at(gseq: int) -> headers.Cursor:
    return headers.Cursor(1, gseq)


def _fill(core: FakeCore, count: int) -> None:
    for n in range(count):
        core.add_fact("UnitMoved", f"u{n + 1}")


@pytest.fixture
def filled(site: Site) -> Site:
    """A hub that was started on a store with ten facts."""
    site.stop_hub()
    _fill(site.fake, 10)
    site.start_hub()
    return site


def test_hub_sends_only_against_credit(filled: Site) -> None:
    raw = _attach(filled, 4, _at(0))
    attached = raw.receive("ATTACHED").typed(headers.Attached)
    assert (attached.mode, attached.head) == ("replay", 10)
    ev, keys = _keys(raw)
    assert (ev.first, ev.last, ev.prev) == (1, 4, 0)
    assert keys == ["u1", "u2", "u3", "u4"]
    with pytest.raises(AssertionError, match="no EV"):
        raw.receive("EV", 0.4)
    raw.send("CREDIT", headers.Credit(4, 3))
    ev, keys = _keys(raw)
    assert (ev.first, ev.last, ev.prev) == (5, 7, 4)


def test_hub_tells_how_far_behind_each_console_is(filled: Site) -> None:
    server = filled.server
    assert server is not None
    assert server.attached == ()
    raw = _attach(filled, 4, _at(0))
    raw.receive("EV")
    wait_for(lambda: [one.behind for one in server.attached] == [6], "6 facts behind")
    assert server.attached[0].console == "desk-1"
    raw.send("CREDIT", headers.Credit(4, 9))
    wait_for(lambda: [one.behind for one in server.attached] == [0], "none behind")


def test_hub_measures_the_way_to_each_console(filled: Site) -> None:
    server = filled.server
    assert server is not None
    raw = _attach(filled, 100, _at(0))
    ping = raw.receive("PING").typed(headers.Ping)
    raw.send("PONG", headers.Pong(ping.t + 1, 0))
    raw.send("CREDIT", headers.Credit(10, 1))
    assert server.attached[0].rtt_ms == 0.0
    raw.send("PONG", headers.Pong(ping.t, 0))
    wait_for(lambda: server.attached[0].rtt_ms > 0.0, "the round trip")


def test_resync_sends_again_from_where_something_was_missed(filled: Site) -> None:
    raw = _attach(filled, 100, _at(5))
    assert _keys(raw)[0].prev == 5
    raw.send("RESYNC", headers.Resync(8))
    ev, keys = _keys(raw)
    assert (ev.prev, keys) == (8, ["u9", "u10"])


@pytest.mark.parametrize(
    "cursor", [headers.Cursor(9, 3), headers.Cursor(1, 99)], ids=["other epoch", "from the future"]
)
def test_unknown_cursor_means_a_snapshot(filled: Site, cursor: headers.Cursor) -> None:
    raw = _attach(filled, 100, cursor)
    assert raw.receive("ATTACHED").typed(headers.Attached).mode == "snapshot"
    assert raw.receive("SNAPEND").typed(headers.SnapEnd).at == 10


def test_pruned_cursor_means_a_snapshot(filled: Site) -> None:
    filled.stop_hub()
    filled.fake.prune()
    filled.start_hub()
    raw = _attach(filled, 100, _at(5))
    assert raw.receive("ATTACHED").typed(headers.Attached).mode == "snapshot"


def test_urgent_fact_overtakes_a_replay_and_comes_again_in_order(filled: Site) -> None:
    raw = _attach(filled, 2, _at(0))
    _keys(raw)
    source = filled.source()
    source.publish("unit.position", "alarm", 1, position("alarm"))
    alert = raw.receive("ALERT")
    assert [decode_fact(item).key for item in alert.items] == ["alarm"]
    raw.send("CREDIT", headers.Credit(2, 100))
    ev, keys = _keys(raw)
    while ev.last < 11:
        ev, more = _keys(raw)
        keys += more
    assert keys == [*(f"u{n}" for n in range(3, 11)), "alarm"]


def test_slow_console_does_not_hold_up_another(site: Site) -> None:
    slow = _attach(site, 1)
    slow.receive("SNAPEND")
    site.allow_list.refresh()
    source = site.source()
    source.publish_many(Draft("unit.position", f"u{n}", 4, position(f"u{n}")) for n in range(3000))
    assert source.drain(10)
    other = site.console()
    wait_for(lambda: bool(other.snapshots), "the other console's snapshot")
    source.publish("unit.position", "new", 4, position("new"))
    wait_for(lambda: bool(other.stored), "the other console's fact")


def test_command_is_carried_out_once_however_often_it_is_sent(site: Site) -> None:
    raw = _attach(site, 100)
    raw.receive("SNAPEND")
    cmd_id = uuid7()
    results = []
    for _ in range(3):
        raw.send("CMD", headers.Cmd(cmd_id, "AddNote"), [b'{"entity":"x","text":"y"}'])
        results.append(raw.receive("RESULT").typed(headers.Result))
    assert site.fake.commands == ["AddNote"]
    assert results[0] == results[1] == results[2]
    assert results[0].data == {"by": "duty", "at": "desk-1"}


def test_result_comes_after_the_facts_it_left(site: Site) -> None:
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    cmd_id = uuid7()
    console.client.submit(cmd_id, "AddNote", b'{"entity":"x","text":"y"}')
    wait_for(lambda: bool(console.results), "the result")
    assert console.results[0].cmd_id == cmd_id
    assert console.results[0].code is ResultCode.OK
    wait_for(lambda: bool(console.stored), "the fact")
    assert console.stored[0].name == "UnitSent"


def test_command_given_while_the_hub_is_away_is_carried_out_later(site: Site) -> None:
    console = site.console()
    wait_for(lambda: console.state is FeedState.UP, "the link")
    site.stop_hub()
    wait_for(lambda: console.state is FeedState.DOWN, "the loss")
    console.client.submit(uuid7(), "AddNote", b"{}")
    site.start_hub()
    wait_for(lambda: bool(console.results), "the result")
    assert site.fake.commands == ["AddNote"]


@pytest.mark.expects_log("command Break failed")
def test_fault_in_a_command_is_an_answer_and_the_hub_lives_on(site: Site) -> None:
    console = site.console()
    console.client.submit(uuid7(), "Break", b"{}")
    console.client.submit(uuid7(), "AddNote", b"{}")
    wait_for(lambda: len(console.results) == 2, "both results")
    assert [one.code for one in console.results] == [ResultCode.INTERNAL, ResultCode.OK]


def test_query_rows_come_complete(site: Site) -> None:
    site.fake.rows = [b'{"n":%d}' % n for n in range(1000)]
    console = site.console()
    query_id = console.client.query("history", {"case": "1"})
    wait_for(lambda: query_id in console.rows, "the rows")
    assert console.rows[query_id] == site.fake.rows
    refused = console.client.query("secrets", {})
    wait_for(lambda: bool(console.results), "the refusal")
    assert (console.results[0].cmd_id, console.results[0].code) == (refused, ResultCode.INVALID)


def test_signing_in_attaches_and_names_the_person(site: Site) -> None:
    console = site.console(token="")
    wait_for(lambda: console.state is FeedState.REFUSED, "the hub asking who it is")
    console.client.sign_in("duty2", "wrong")
    wait_for(lambda: len(console.results) == 1, "the first answer")
    assert console.results[0].code is ResultCode.NOT_ALLOWED
    console.client.sign_in("duty2", PASSWORD)
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    assert console.results[1].data["name"] == "Somebody"
    assert "token" not in console.results[1].data
    console.client.submit(uuid7(), "AddNote", b"{}")
    wait_for(lambda: len(console.results) == 3, "the command's result")
    assert console.results[2].data["by"] == "duty2"


def test_snapshot_larger_than_the_credit_arrives_whole(site: Site) -> None:
    source = site.source()
    for part in range(6):
        source.publish_many(
            Draft("unit.position", f"u{part}-{n}", 4, position("u")) for n in range(1000)
        )
    assert source.drain(20)
    console = site.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    assert len(console.snapshots[0][0]) == 6000
