"""What of the feed each role is sent, and that its order has no holes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.bus import headers
from console.codec import decode_fact, encode
from console.domain.access import Role
from console.domain.case import Case, CaseSource, CaseState, Opening, Stage
from console.domain.event import EventStatus
from console.domain.facts import Fact, Kind, Row
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.unit import Unit, UnitKind
from console.domain.watcher import Watcher
from console.hub.config import SignedIn
from console.services.core import FeedItem
from tests.hub.fakes import FakeCore, unit
from tests.hub.site import Raw, Site

_NOW = datetime(2021, 11, 28, 6, 5, tzinfo=UTC)
EAST, WEST = "420299001", "420299002"


def _case(number: str, street: str, level: int = 3) -> Case:
    now = datetime(2021, 11, 28, 6, 5, tzinfo=UTC)
    opening = Opening(
        number, "井盖缺失", "D01", CaseSource.GRID_APP, level, None, "", "", street, "", now, "",
        "罗某", "138****5678", EventStatus.ACTUAL,
    )  # fmt: skip
    return Case(
        opening, CaseState.FILED, Stage.FOUND, level, "", "", (), (), (), (), (), (), (), 0,
        suspended=False, paperwork_due=False, reported_at=now, updated_at=now, clocks=(),
    )  # fmt: skip


def _watcher(street: str) -> Watcher:
    return Watcher("desk-2", "li", "李某", Role.OPERATOR, "n", street, _NOW, _NOW)


def _task(task: str) -> GridTask:
    return GridTask(task, "走访", "", ("g",), _NOW, "周某", _NOW)


def _check(task: str, street: str) -> GridCheck:
    return GridCheck(task, "g", street, _NOW, _NOW, "王某")


def _add(core: FakeCore, kind: Kind, key: str, row: Row | None, *, urgent: bool = False) -> None:
    gseq = core.head + 1
    fact = Fact(gseq, "Changed", datetime.now(UTC), kind, key, row)
    core.facts.append(FeedItem(gseq, encode(fact), urgent))


def _mixed(core: FakeCore, rounds: int) -> None:
    for n in range(rounds):
        _add(core, Kind.CASE, f"east-{n}", _case(f"east-{n}", EAST))
        _add(core, Kind.CASE, f"west-{n}", _case(f"west-{n}", WEST), urgent=n == 0)
        patrol = replace(unit(f"u-{n}"), street=WEST)
        _add(core, Kind.UNIT, f"u-{n}", patrol)
        _add(core, Kind.UNIT, f"anywhere-{n}", Unit("x", "x", UnitKind.FIRE, "", 4))
        _add(core, Kind.WATCHER, f"watch-{n}", _watcher(WEST))
        _add(core, Kind.WATCHER, f"elsewhere-{n}", _watcher(EAST))
        _add(core, Kind.TASK, f"task-{n}", _task(f"task-{n}"))
        _add(core, Kind.CHECK, f"check-{n}", _check(f"task-{n}", WEST))
        _add(core, Kind.CHECK, f"other-{n}", _check(f"task-{n}", EAST))
        _add(core, Kind.LINK, f"event-{n}", None)


SEEN = {
    Role.OPERATOR: {
        *("east", "west", "u", "anywhere", "event"),
        *("watch", "elsewhere", "task", "check", "other"),
    },
    Role.STREET_SEAT: {"west", "u", "event", "watch", "task", "check"},
    Role.AUDITOR: {"u", "anywhere", "event"},
    Role.ADMINISTRATOR: {"u", "anywhere", "event"},
}


def _attached(site: Site, role: Role, cursor: int) -> Raw:
    raw = site.raw(site.console_keys, feed=True)
    at = headers.Cursor(1, cursor)
    raw.send("ATTACH", headers.Attach("desk-1", role.value, 10_000, cursor=at))
    assert raw.receive("ATTACHED").typed(headers.Attached).mode == "replay"
    return raw


@pytest.mark.parametrize("role", SEEN)
def test_each_role_is_sent_its_view_without_holes(site: Site, role: Role) -> None:
    site.stop_hub()
    _mixed(site.fake, 300)
    site.sessions = (SignedIn(role.value, "somebody", "Somebody", role.value, WEST),)
    site.start_hub()
    raw = _attached(site, role, 0)
    early = (
        {decode_fact(item).key for item in raw.receive("ALERT").items}
        if ("west" in SEEN[role])
        else set()
    )
    assert early == ({"west-0"} if "west" in SEEN[role] else set())
    at, kinds, count = 0, set(), 0
    while at < site.fake.head:
        message = raw.receive("EV")
        header = message.typed(headers.Ev)
        assert header.prev == at
        at = header.last
        keys = [decode_fact(item).key for item in message.items]
        count += len(keys)
        kinds |= {key.rpartition("-")[0] for key in keys}
    assert kinds == SEEN[role]
    assert count == 300 * len(SEEN[role])


def test_long_stretch_of_foreign_facts_moves_the_cursor(site: Site) -> None:
    site.stop_hub()
    for n in range(1000):
        _add(site.fake, Kind.CASE, f"east-{n}", _case(f"east-{n}", EAST))
    site.sessions = (SignedIn("t", "seat", "Seat", Role.STREET_SEAT.value, WEST),)
    site.start_hub()
    raw = site.raw(site.console_keys, feed=True)
    raw.send("ATTACH", headers.Attach("desk-1", "t", 10, cursor=headers.Cursor(1, 0)))
    message = raw.receive("EV")
    header = message.typed(headers.Ev)
    assert (header.prev, message.items) == (0, [])
    assert header.last > 200
    raw.send("RESYNC", headers.Resync(header.last - 100))
    assert raw.receive("EV").typed(headers.Ev).prev >= header.last - 100


def test_snapshot_is_cut_to_the_view(site: Site) -> None:
    rows = [
        encode(Fact(0, "Snapshot", datetime.now(UTC) - timedelta(1), Kind.CASE, key, _case(key, s)))
        for key, s in (("east-1", EAST), ("west-1", WEST))
    ]
    site.stop_hub()
    site.fake.snapshot = lambda: (0, rows)  # type: ignore[method-assign]
    site.sessions = (SignedIn("t", "seat", "Seat", Role.STREET_SEAT.value, WEST),)
    site.start_hub()
    raw = site.raw(site.console_keys, feed=True)
    raw.send("ATTACH", headers.Attach("desk-1", "t", 100))
    assert [decode_fact(item).key for item in raw.receive("SNAP").items] == ["west-1"]
    assert raw.receive("SNAPEND").typed(headers.SnapEnd).rows == 1
