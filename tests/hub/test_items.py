"""Items: whatever the shortest way lets through, the strict rules let through too."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.bus import strict_json
from console.bus.items import ItemError, decode_item
from console.bus.source import uuid7

CODES = {"BAD_JSON", "SCHEMA", "NOT_YOURS", "SEQ", "BAD_TIME", "UNKNOWN_TYPE", "BODY"}
ITEM = {
    "v": 1,
    "id": "0193a1b2-0000-7000-8000-000000000001",
    "src": "s",
    "ep": 1,
    "seq": 1,
    "type": "venue.presence",
    "sv": 1,
    "occ": "2021-11-28T06:05:09.123Z",
    "snt": "2021-11-28T06:05:09.125Z",
    "clk": {"sync": True, "err_ms": 2},
    "sev": 4,
    "key": "v",
    "st": "actual",
    "mt": "alert",
    "ref": [],
    "body": {"venue": "v", "state": "online", "rtt_ms": 2.5},
}
FULL = json.dumps(ITEM, separators=(",", ":")).encode()
LEFT_OUT = ("sv", "snt", "clk", "st", "mt", "ref")
SHORT = json.dumps({name: ITEM[name] for name in ITEM if name not in LEFT_OUT}).encode()


def _code(data: bytes) -> str:
    try:
        decode_item(data, "s", 1, 1, datetime.now(UTC))
    except ItemError as error:
        return error.code
    return ""


def _strict(data: bytes) -> bool:
    try:
        strict_json.check(data)
    except strict_json.NotStrict:
        return False
    return True


@given(st.sampled_from([FULL, SHORT]), st.data())
@settings(max_examples=300, deadline=None)
def test_a_mutated_item_is_refused_with_a_code_or_strict(good: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 6)))
    piece = st.binary(max_size=6) | st.sampled_from([b'"a":1,', b'"sev":4,', b'\\":', b"NaN"])
    mutated = good[:start] + data.draw(piece) + good[end:]
    code = _code(mutated)
    assert code in CODES or (code == "" and _strict(mutated))


@pytest.mark.parametrize("good", [FULL, SHORT])
def test_an_unmutated_one_passes(good: bytes) -> None:
    assert _code(good) == ""
    item = json.loads(good)
    item["id"], item["key"] = uuid7(), 'a "quoted": key 网格'
    assert _code(json.dumps(item, ensure_ascii=False).encode()) == ""


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b'"sev":4', b'"sev":4,"sev":1'),
        (b'"sev":4', b'"sev":4,"sev" :1'),
        (b'"sev":4', b'"sev":4,"sev"\n:1'),
        (b'"sync":true', b'"sync"\t:false,"sync":true'),
        (b'"v":1', b'"v":1,"v":1'),
        (b'"sync":true', b'"sync":false,"sync":true'),
        (b'"rtt_ms":2.5', b'"rtt_ms":1,"rtt_ms":2.5'),
        (b'"ref":[],', b'"sev":4,'),
        (b'"rtt_ms":2.5', b'"rtt_ms":2.5,"a":[[[[[[[1]]]]]]]'),
        (b'"rtt_ms":2.5', b'"rtt_ms":2.5,"a":9007199254740993'),
        (b'"rtt_ms":2.5', b'"rtt_ms":2.5,"a":"\xff"'),
    ],
)
def test_a_complete_item_that_is_not_strict_is_refused(there: bytes, instead: bytes) -> None:
    assert _code(FULL.replace(there, instead)) == "BAD_JSON"
