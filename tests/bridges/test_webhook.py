"""The webhook over real HTTP: who may post, what is answered when, and what becomes of it."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bridges.running import Bridges, level, payload
from tests.bridges.servers import free_port
from tests.hub.site import Site, wait_for

TOKEN = "a-token-for-tests"  # noqa: S105 nobody's
KEY = "a-key-for-tests"
REFUSED = pytest.mark.expects_log("audit: webhook turned 127.0.0.1 away")


class Sender:
    """Posts to one webhook."""

    def __init__(self, port: int) -> None:
        self._port = port

    def post(self, body: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("POST", "/events", body, named)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def known(self, body: bytes) -> tuple[int, dict[str, Any]]:
        return self.post(body, Authorization=f"Bearer {TOKEN}")


@pytest.fixture
def sender() -> Sender:
    return Sender(free_port())


@pytest.fixture
def bridges(site: Site, sender: Sender) -> Iterator[Bridges]:
    made = Bridges(site, "webhook", webhook=_section(sender, token=TOKEN))
    yield made
    made.close()


def _section(sender: Sender, **more: object) -> dict[str, object]:
    return {"port": sender._port, "answer_s": 0.5, **more}


def _signed(body: bytes, at: float, key: str = KEY) -> dict[str, str]:
    stamp = str(int(at))
    code = hmac.new(key.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {"X_Timestamp": stamp, "X_Signature": f"sha256={code}"}


def test_a_post_is_answered_once_it_is_stored(bridges: Bridges, sender: Sender) -> None:
    bridges.start().wait_until_up()
    assert sender.known(payload(1)) == (200, {"stored": True})
    assert bridges.stored == ["WL-1"]


def test_without_the_hub_the_answer_is_503_and_the_repeated_post_is_one_event(
    site: Site, bridges: Bridges, sender: Sender
) -> None:
    bridges.start().wait_until_up()
    site.stop_hub()
    assert sender.known(payload(1))[0] == 503
    assert sender.known(payload(1))[0] == 503
    site.start_hub()
    wait_for(lambda: bridges.stored == ["WL-1"], "the event from the spool")
    wait_for(lambda: sender.known(payload(1))[0] == 200, "the good answer")
    assert bridges.stored == ["WL-1"]


def test_the_bridge_restarted_knows_what_it_took(bridges: Bridges, sender: Sender) -> None:
    first = bridges.start()
    first.wait_until_up()
    assert sender.known(payload(1))[0] == 200
    first.close()
    bridges.start().wait_until_up()
    assert sender.known(payload(1))[0] == 200
    assert bridges.stored == ["WL-1"]


@REFUSED
def test_a_wrong_token_is_turned_away_and_audited(
    bridges: Bridges, sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    bridges.start().wait_until_up()
    with caplog.at_level(logging.WARNING):
        assert sender.post(payload(1), Authorization="Bearer guess-guess")[0] == 401
        assert sender.post(payload(1))[0] == 401
    assert caplog.text.count("wrong token") == 2
    assert "guess-guess" not in caplog.text
    assert TOKEN not in caplog.text
    assert not bridges.stored


@REFUSED
def test_a_signature_has_to_fit_and_to_be_fresh(
    bridges: Bridges, sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    bridges.start(webhook=_section(sender, hmac_key=KEY)).wait_until_up()
    body, now = payload(1), time.time()
    assert sender.post(body, **_signed(body, now - 301))[0] == 401
    assert sender.post(body, **_signed(body, now, "another key"))[0] == 401
    assert sender.post(payload(2), **_signed(body, now))[0] == 401
    assert sender.post(body)[0] == 401
    assert not bridges.stored
    assert sender.post(body, **_signed(body, now))[0] == 200
    assert KEY not in caplog.text


def test_more_than_256_kib_is_refused(bridges: Bridges, sender: Sender) -> None:
    bridges.start().wait_until_up()
    large = json.dumps(level(1, note="x" * 256 * 1024)).encode()
    assert sender.known(large) == (413, {"error": "more than 256 KiB"})
    assert not bridges.stored


@pytest.mark.expects_log("aside")
def test_what_has_no_rule_is_put_aside_and_said(
    site: Site, bridges: Bridges, sender: Sender
) -> None:
    bridges.start().wait_until_up()
    assert sender.known(b"{}") == (422, {"error": "nothing usable at site"})
    assert [code for _, _, code in site.fake.quarantine] == ["UNKNOWN_TYPE"]


def test_lanting_cameras(site: Site, bridges: Bridges, sender: Sender) -> None:
    bridges.start(mapping="lanting").wait_until_up()
    alarm = {
        "alarmId": "a-17",
        "alarmTime": 1637985720123,
        "alarmType": 2,
        "level": 1,
        "score": 87,
        "channel": {"gbCode": "42020400001320000421"},
        "targets": 3,
    }
    assert sender.known(json.dumps(alarm).encode())[0] == 200
    assert sender.known(b'{"alarmType": 0}')[0] == 200
    (event,) = site.fake.events
    assert (event.type, event.key, event.severity) == ("video.finding", "42020400001320000421", 2)
    assert event.occurred_at.isoformat() == "2021-11-27T04:02:00.123000+00:00"
    assert vars_of(event.body) == {
        "camera": "42020400001320000421",
        "finding": "crowd",
        "title": "人员聚集",
        "case_type": "H01",
        "confidence": 0.87,
        "count": 3,
    }


def test_qiushi_boxes_send_several_events_and_their_ends(
    site: Site, bridges: Bridges, sender: Sender
) -> None:
    bridges.start(mapping="qiushi").wait_until_up()
    start = {
        "uuid": "5f0c",
        "state": "start",
        "utc": "2021-11-28T01:02:03Z",
        "rule": {"name": "fire", "priority": "high"},
        "source": {"code": "42020400001320000007"},
        "result": {"confidence": "0.91", "objects": "2"},
    }
    keepalive = {"rule": {"name": "keepalive"}}
    events = [start, keepalive, start | {"state": "end"}]
    assert sender.known(json.dumps({"events": events}).encode())[0] == 200
    assert [event.message.value for event in site.fake.events] == ["alert", "cancel"]
    assert [event.severity for event in site.fake.events] == [2, 2]
    body = vars_of(site.fake.events[0].body)
    assert (body["finding"], body["confidence"], body["count"]) == ("smoke", 0.91, 2)


def vars_of(body: object) -> dict[str, object]:
    return {name: getattr(body, name) for name in type(body).__slots__}  # type: ignore[attr-defined]
