"""NATS JetStream against a real server: explicit acknowledgements, and gaps that are seen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import nats
import pytest
from nats.js import JetStreamContext
from nats.js.api import StreamConfig

from tests.bridges.running import Bridges, payload
from tests.bridges.servers import NatsServer
from tests.hub.site import Site, wait_for

LOST = pytest.mark.expects_log("no connection, trying again")
STREAM, DURABLE = "LEVELS", "console"


@pytest.fixture
def bridges(site: Site, nats_server: NatsServer) -> Iterator[Bridges]:
    section = {
        "servers": [f"nats://127.0.0.1:{nats_server.port}"],
        "stream": STREAM,
        "durable": DURABLE,
        "ack_wait_s": 1.0,
    }
    _ask(
        nats_server.port,
        lambda js: js.add_stream(StreamConfig(name=STREAM, subjects=["level.*"])),
    )
    made = Bridges(site, "nats", nats=section)
    yield made
    made.close()


def _ask(port: int, what: Callable[[JetStreamContext], Awaitable[object]]) -> object:
    async def asking() -> object:
        client = await nats.connect(f"nats://127.0.0.1:{port}")
        try:
            return await what(client.jetstream())
        finally:
            await client.close()

    return asyncio.run(asking())


def _publish(port: int, *payloads: bytes) -> None:
    async def publishing(js: JetStreamContext) -> None:
        for one in payloads:
            await js.publish("level.1", one)

    _ask(port, publishing)


def _unacknowledged(port: int) -> int:
    """How many messages the server still keeps for us, delivered or not."""

    async def looking(js: JetStreamContext) -> int:
        info = await js.consumer_info(STREAM, DURABLE)
        return (info.num_ack_pending or 0) + (info.num_pending or 0)

    found = _ask(port, looking)
    assert isinstance(found, int)
    return found


def test_messages_are_stored_once_in_order_and_acknowledged(
    nats_server: NatsServer, bridges: Bridges
) -> None:
    _publish(nats_server.port, *(payload(n) for n in range(100)))
    bridge = bridges.start()
    wait_for(lambda: len(bridges.stored) == 100 and bridge.waiting == 0, "the events")
    assert bridges.stored == [f"WL-{n}" for n in range(100)]
    wait_for(lambda: _unacknowledged(nats_server.port) == 0, "the server hearing it")


def test_two_equal_messages_are_two_events(nats_server: NatsServer, bridges: Bridges) -> None:
    """The stream numbers them: unlike with MQTT, the payload's own id does not matter."""
    bridges.start()
    _publish(nats_server.port, payload(1), payload(1))
    wait_for(lambda: len(bridges.stored) == 2, "both events")


def test_nothing_is_acknowledged_while_the_hub_is_away_and_repeats_are_one_event(
    site: Site, nats_server: NatsServer, bridges: Bridges
) -> None:
    bridge = bridges.start()
    bridge.wait_until_up()
    site.stop_hub()
    _publish(nats_server.port, *(payload(n) for n in range(10)))
    wait_for(lambda: bridge.taken >= 20, "every message a second time")
    assert _unacknowledged(nats_server.port) == 10
    site.start_hub()
    wait_for(lambda: _unacknowledged(nats_server.port) == 0, "the acknowledgements")
    assert bridges.stored == [f"WL-{n}" for n in range(10)]


@LOST
def test_nothing_is_lost_or_doubled_when_the_server_is_killed(
    site: Site, nats_server: NatsServer, bridges: Bridges
) -> None:
    bridge = bridges.start()
    bridge.wait_until_up()
    site.stop_hub()
    _publish(nats_server.port, *(payload(n) for n in range(10)))
    wait_for(lambda: bridge.taken >= 10, "the messages at the bridge")
    nats_server.kill()
    wait_for(lambda: not bridge.connected, "the bridge seeing it")
    site.start_hub()
    nats_server.start()
    bridge.wait_until_up()
    _publish(nats_server.port, payload(10))
    wait_for(lambda: _unacknowledged(nats_server.port) == 0, "the acknowledgements")
    assert sorted(bridges.stored, key=_number) == [f"WL-{n}" for n in range(11)]


def _number(key: str) -> int:
    return int(key.removeprefix("WL-"))


def test_another_stream_of_the_same_name_is_not_taken_for_the_old_one(
    nats_server: NatsServer, bridges: Bridges
) -> None:
    first = bridges.start()
    _publish(nats_server.port, payload(1))
    wait_for(lambda: bridges.stored == ["WL-1"], "the first event")
    first.close()

    async def renewing(js: JetStreamContext) -> None:
        await js.delete_stream(STREAM)
        await js.add_stream(StreamConfig(name=STREAM, subjects=["level.*"]))

    _ask(nats_server.port, renewing)
    _publish(nats_server.port, payload(2))
    bridges.start()
    wait_for(lambda: bridges.stored == ["WL-1", "WL-2"], "the event of the new stream")


@pytest.mark.expects_log("dropped 3 messages, 2 to 4")
def test_what_the_stream_dropped_before_it_was_taken_is_told(
    site: Site, nats_server: NatsServer, bridges: Bridges
) -> None:
    first = bridges.start()
    _publish(nats_server.port, payload(1))
    wait_for(lambda: bridges.stored == ["WL-1"] and first.waiting == 0, "the first event")
    wait_for(lambda: _unacknowledged(nats_server.port) == 0, "the acknowledgement")
    first.close()
    _publish(nats_server.port, *(payload(n) for n in range(2, 6)))
    _ask(nats_server.port, lambda js: js.purge_stream(STREAM, seq=5))
    bridges.start()
    wait_for(lambda: len(bridges.stored) == 3, "the notice and what is left")
    notice = next(event for event in site.fake.events if event.type == "source.overflow")
    assert getattr(notice.body, "refused") == {"upstream": 3}  # noqa: B009 a body is an object
    assert bridges.stored[-1] == "WL-5"


@LOST
def test_a_stream_that_is_not_there_is_said(nats_server: NatsServer, bridges: Bridges) -> None:
    _ask(nats_server.port, lambda js: js.delete_stream(STREAM))
    bridge = bridges.start()
    wait_for(lambda: bool(bridge.told), "the first word")
    assert bridge.told[0][0] is False
    assert "stream not found" in bridge.told[0][1]
    bridge.close()
    assert bridge.ended is not None
