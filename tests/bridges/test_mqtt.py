"""MQTT against a real broker: acknowledged there only once it is stored here."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence

import paho.mqtt.client as mqtt
import pytest
from paho.mqtt.enums import CallbackAPIVersion

from console.bridges.courier import Courier, Message
from console.bus.source import Draft, Source
from tests.bridges.running import Bridges, payload
from tests.bridges.servers import Mosquitto
from tests.hub.site import Site, wait_for

LOST = pytest.mark.expects_log("no connection, trying again")


@pytest.fixture
def bridges(site: Site, mosquitto: Mosquitto) -> Iterator[Bridges]:
    section = {"client_id": "console", "topics": ["level/#"], "port": mosquitto.port}
    made = Bridges(site, "mqtt", mqtt=section)
    yield made
    made.close()


def _publish(port: int, *payloads: bytes) -> None:
    client = mqtt.Client(CallbackAPIVersion.VERSION2)
    client.connect("127.0.0.1", port)
    client.loop_start()
    for one in payloads:
        client.publish("level/1", one, qos=1).wait_for_publish(5)
    client.disconnect()
    client.loop_stop()


def test_messages_are_stored_once_and_in_order(
    site: Site, mosquitto: Mosquitto, bridges: Bridges
) -> None:
    bridge = bridges.start()
    bridge.wait_until_up()
    _publish(mosquitto.port, *(payload(n) for n in range(100)))
    wait_for(lambda: len(bridges.stored) == 100, "the events")
    assert bridges.stored == [f"WL-{n}" for n in range(100)]
    wait_for(lambda: bridge.waiting == 0, "every acknowledgement")
    event = site.fake.events[0]
    assert (event.source, event.type, event.severity) == ("bridge-mqtt", "sensor.level", 3)


def test_what_is_published_while_the_bridge_is_away_waits_at_the_broker(
    mosquitto: Mosquitto, bridges: Bridges
) -> None:
    first = bridges.start()
    first.wait_until_up()
    first.close()
    _publish(mosquitto.port, *(payload(n) for n in range(50)))
    bridges.start()
    wait_for(lambda: len(bridges.stored) == 50, "the events")


def test_a_repeated_message_is_one_event(mosquitto: Mosquitto, bridges: Bridges) -> None:
    bridge = bridges.start()
    bridge.wait_until_up()
    _publish(mosquitto.port, payload(1), payload(1), payload(2), payload(1))
    wait_for(lambda: bridge.taken == 4 and bridge.waiting == 0, "four acknowledged messages")
    assert bridges.stored == ["WL-1", "WL-2"]


@LOST
def test_nothing_is_lost_or_doubled_when_the_broker_is_killed(
    site: Site, mosquitto: Mosquitto, bridges: Bridges
) -> None:
    """Ten messages are taken and not acknowledged when it goes: it sends them again."""
    bridge = bridges.start()
    bridge.wait_until_up()
    site.stop_hub()
    _publish(mosquitto.port, *(payload(n) for n in range(10)))
    wait_for(lambda: bridge.taken == 10, "the messages at the bridge")
    assert bridge.waiting == 10
    mosquitto.save()
    mosquitto.kill()
    wait_for(lambda: not bridge.connected, "the bridge seeing it")
    mosquitto.start()
    bridge.wait_until_up()
    wait_for(lambda: bridge.taken == 20, "the same messages again")
    site.start_hub()
    wait_for(lambda: bridge.waiting == 0, "every acknowledgement")
    _publish(mosquitto.port, payload(10))
    wait_for(lambda: len(bridges.stored) == 11, "the next event")
    assert bridges.stored == [f"WL-{n}" for n in range(11)]


def _lose_the_bridge(site: Site, mosquitto: Mosquitto, bridges: Bridges) -> None:
    """While the hub is away: take a message, then lose the bridge's computer, spool and all."""
    bridge = bridges.start("first")
    bridge.wait_until_up()
    site.stop_hub()
    _publish(mosquitto.port, payload(1))
    wait_for(lambda: bridge.taken == 1, "the message at the bridge")
    bridge.close()
    shutil.rmtree(site.folder / "first")
    site.start_hub()
    bridges.start("second").wait_until_up()
    _publish(mosquitto.port, payload(2))
    wait_for(lambda: "WL-2" in bridges.stored, "the event after it")


def test_a_message_survives_the_loss_of_the_bridges_disk(
    site: Site, mosquitto: Mosquitto, bridges: Bridges
) -> None:
    _lose_the_bridge(site, mosquitto, bridges)
    assert bridges.stored == ["WL-1", "WL-2"]


def test_acknowledging_once_spooled_would_lose_it(
    site: Site, mosquitto: Mosquitto, bridges: Bridges, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same, with a courier that does not wait for the hub."""
    _acknowledge_early(monkeypatch)
    _lose_the_bridge(site, mosquitto, bridges)
    assert bridges.stored == ["WL-2"]


def _acknowledge_early(monkeypatch: pytest.MonkeyPatch) -> None:
    take = Courier.take

    def early(courier: Courier, messages: Sequence[Message]) -> None:
        take(courier, messages)
        for message in messages:
            courier.forget(message.slot)
            message.settled("")

    monkeypatch.setattr(Courier, "take", early)


@pytest.mark.expects_log("aside")
def test_what_has_no_rule_is_put_aside_at_the_hub_and_holds_nothing_up(
    site: Site, mosquitto: Mosquitto, bridges: Bridges
) -> None:
    bridge = bridges.start()
    bridge.wait_until_up()
    _publish(mosquitto.port, b"\xff no JSON", b'{"id": 1}', payload(3))
    wait_for(lambda: bridge.taken == 3 and bridge.waiting == 0, "three acknowledged messages")
    assert bridges.stored == ["WL-3"]
    assert [code for _, _, code in site.fake.quarantine] == ["UNKNOWN_TYPE"] * 2


@pytest.mark.expects_log("aside")
def test_one_that_is_too_large_does_not_hold_up_the_others(
    site: Site, mosquitto: Mosquitto, bridges: Bridges
) -> None:
    first = bridges.start()
    first.wait_until_up()
    first.close()
    large = payload(2, name="x" * 300_000)
    _publish(mosquitto.port, payload(1), large, payload(3))
    bridge = bridges.start()
    wait_for(lambda: bridge.taken == 3 and bridge.waiting == 0, "three acknowledged messages")
    assert bridges.stored == ["WL-1", "WL-3"]
    (raw,) = [raw for raw in site.fake.raw.values() if b"bridge.unmapped" in raw]
    assert b"262144 bytes" in raw


@pytest.mark.expects_log("the spool takes nothing")
def test_a_full_disk_is_waited_for(
    mosquitto: Mosquitto, bridges: Bridges, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish, refused = Source.publish_once, []

    def full(source: Source, origins: Sequence[str], drafts: Sequence[Draft]) -> None:
        if not refused:
            refused.append(tuple(origins))
            raise sqlite3.OperationalError("database or disk is full")
        publish(source, origins, drafts)

    monkeypatch.setattr(Source, "publish_once", full)
    bridge = bridges.start()
    bridge.wait_until_up()
    _publish(mosquitto.port, payload(1))
    wait_for(lambda: bridges.stored == ["WL-1"], "the event after the pause")
    assert refused


@LOST
def test_a_broker_that_is_away_is_said_and_found_when_it_comes(
    mosquitto: Mosquitto, bridges: Bridges
) -> None:
    mosquitto.kill()
    bridge = bridges.start()
    wait_for(lambda: bool(bridge.told), "the first word")
    assert bridge.told[0] == (False, "Connection refused")
    mosquitto.start()
    bridge.wait_until_up()
    mosquitto.kill()
    wait_for(lambda: not bridge.connected, "the bridge seeing it")
    bridge.close()
    assert bridge.ended is not None
    assert "mqtt" in str(bridge.ended)
