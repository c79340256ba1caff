"""What was refused can be read page by page and taken in once the fault is mended."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

import pytest

from console.bus.items import decode_item
from console.bus.source import uuid7
from console.codec import encode
from console.domain.access import Role
from console.domain.commands import ResubmitEvent
from console.domain.event import Event
from console.services.core import Accepted, Rejected, ResultCode, SourceBatch
from console.services.hub_core import Core
from tests.data.conftest import actor
from tests.data.feeder import Watch, facts


def _item(sequence: int, watch: Watch, **changes: object) -> bytes:
    item = {
        "v": 1,
        "id": uuid7(),
        "src": "gauges",
        "ep": 1,
        "seq": sequence,
        "type": "venue.presence",
        "occ": watch().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "sev": 4,
        "key": "v",
        "body": {"venue": "v", "state": "online"},
    }
    return json.dumps(item | changes).encode()


def _offer(core: Core, raw: bytes, sequence: int, watch: Watch, code: str = "") -> None:
    sha = hashlib.sha256(raw).digest()
    item: Accepted | Rejected = Rejected(sequence, code, raw, sha)
    if not code:
        item = Accepted(_read(raw, sequence, watch()), raw, sha)
    core.take([SourceBatch("gauges", 1, [item])])


def _read(raw: bytes, sequence: int, now: datetime) -> Event:
    return decode_item(raw, "gauges", 1, sequence, now)


def _rows(core: Core, **page: int) -> list[dict[str, object]]:
    args = json.dumps(page).encode()
    return [json.loads(row) for row in core.query(actor(Role.ADMINISTRATOR), "quarantine", args)]


def _resubmit(core: Core, number: object, role: Role = Role.ADMINISTRATOR) -> ResultCode:
    args = encode(ResubmitEvent(str(number)))
    return core.command(actor(role), uuid7(), "ResubmitEvent", args)[0].code


def test_pages_go_on_where_the_last_one_ended(core: Core, watch: Watch) -> None:
    for sequence in range(1, 8):
        _offer(core, b"{%d" % sequence, sequence, watch, "BAD_JSON")
    first = _rows(core, limit=3)
    second = _rows(core, limit=10, before=int(str(first[-1]["number"])))
    assert [row["sequence"] for row in first + second] == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.both_engines
def test_event_is_taken_in_at_its_own_number_once(core: Core, watch: Watch) -> None:
    raw = _item(1, watch)
    _offer(core, raw, 1, watch, "UNKNOWN_TYPE")
    [row] = _rows(core)
    assert (row["whole"], row["taken"]) == (True, False)
    args = encode(ResubmitEvent(str(row["number"])))
    result, items = core.command(actor(Role.SHIFT_LEADER), uuid7(), "ResubmitEvent", args)
    assert result.code is ResultCode.OK
    [origin] = [fact.origin for fact in facts(items) if fact.origin]
    assert (origin.source, origin.sequence) == ("gauges", 1)
    assert _rows(core)[0]["taken"] is True
    assert _resubmit(core, row["number"]) is not ResultCode.OK
    assert core.high_water("gauges", 1, 1) == 1


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b'{"v":1,"type":"sensor.water","body":{', "sensor.water"),
        (b'{"type" : "13812345678"}', ""),
        (b'{"type":"sensor.13812345678"}', ""),
        (b"no json", ""),
    ],
)
def test_of_its_content_only_the_type_is_told(
    core: Core, watch: Watch, raw: bytes, shown: str
) -> None:
    _offer(core, raw, 1, watch, "SCHEMA")
    assert _rows(core)[0]["type"] == shown


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"sev": 9}, "still bad"), ({"pad": "x" * 5000}, "not kept whole")],
    ids=["still bad", "not kept whole"],
)
def test_what_is_still_no_good_stays_out(
    core: Core, watch: Watch, changes: dict[str, object], why: str
) -> None:
    _offer(core, _item(1, watch, **changes), 1, watch, "SCHEMA")
    assert _resubmit(core, _rows(core)[0]["number"]) is ResultCode.INVALID, why
    assert _rows(core)[0]["taken"] is False


def test_id_that_is_stored_already_is_not_stored_twice(core: Core, watch: Watch) -> None:
    name = uuid7()
    _offer(core, _item(1, watch, id=name), 1, watch)
    _offer(core, _item(2, watch, id=name), 2, watch)
    [row] = _rows(core)
    assert row["code"] == "DUP_ID"
    assert _resubmit(core, row["number"]) is not ResultCode.OK


def test_operators_and_unknown_numbers_are_refused(core: Core, watch: Watch) -> None:
    _offer(core, _item(1, watch), 1, watch, "SCHEMA")
    assert _resubmit(core, _rows(core)[0]["number"], Role.OPERATOR) is ResultCode.NOT_ALLOWED
    assert _resubmit(core, 999) is ResultCode.UNKNOWN_ENTITY
    assert _resubmit(core, "x") is ResultCode.UNKNOWN_ENTITY
