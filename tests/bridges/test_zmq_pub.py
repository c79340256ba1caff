"""Legacy PUB sockets: what arrives is stored, what is sent meanwhile is not, and that is said."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import zmq

from console.domain.link import LinkClass
from tests.bridges.running import Bridges, RunningBridge, payload
from tests.bridges.servers import free_port
from tests.hub.site import Site, wait_for


class Publisher:
    """A PUB socket that can go and come back."""

    def __init__(self) -> None:
        self.port = free_port()
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._socket: zmq.Socket[bytes] | None = None

    def open(self) -> None:
        self._socket = self._context.socket(zmq.XPUB)
        self._socket.linger = 0
        self._socket.bind(f"tcp://127.0.0.1:{self.port}")

    def wait_for_subscriber(self) -> None:
        assert self._socket is not None
        assert self._socket.poll(5000)
        self._socket.recv()

    def send(self, *frames: bytes) -> None:
        assert self._socket is not None
        self._socket.send_multipart(frames)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def end(self) -> None:
        self.close()
        self._context.term()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    one = Publisher()
    one.open()
    yield one
    one.end()


@pytest.fixture
def bridges(site: Site, publisher: Publisher) -> Iterator[Bridges]:
    made = Bridges(site, "zmq-pub", zmq={"endpoints": [f"tcp://127.0.0.1:{publisher.port}"]})
    yield made
    made.close()


def _sees_the_loss(bridge: RunningBridge) -> None:
    wait_for(lambda: not bridge.connected, "the bridge seeing it")
    assert "what it sends now is lost" in bridge.told[-1][1]


@pytest.mark.expects_log("no connection, trying again")
def test_what_is_sent_while_disconnected_is_lost_and_the_rest_is_stored(
    site: Site, publisher: Publisher, bridges: Bridges
) -> None:
    bridge = bridges.start()
    publisher.wait_for_subscriber()
    bridge.wait_until_up()
    publisher.send(b"level", payload(1))
    publisher.send(payload(2))
    wait_for(lambda: bridges.stored == ["WL-1", "WL-2"], "the events")
    assert site.fake.promises["bridge-zmq-pub"] is LinkClass.BEST_EFFORT
    publisher.close()
    _sees_the_loss(bridge)
    publisher.open()
    publisher.send(b"level", payload(3))  # nobody has subscribed yet
    publisher.wait_for_subscriber()
    publisher.send(b"level", payload(4))
    wait_for(lambda: "WL-4" in bridges.stored, "the event after it")
    assert bridges.stored == ["WL-1", "WL-2", "WL-4"]


def test_what_has_arrived_survives_the_absence_of_the_hub(
    site: Site, publisher: Publisher, bridges: Bridges
) -> None:
    bridge = bridges.start()
    publisher.wait_for_subscriber()
    site.stop_hub()
    for number in range(20):
        publisher.send(payload(number))
    wait_for(lambda: bridge.taken == 20, "the messages at the bridge")
    site.start_hub()
    wait_for(lambda: len(bridges.stored) == 20, "the events from the spool")


@pytest.mark.expects_log("aside")
def test_a_flood_of_nonsense_does_not_end_the_bridge(
    publisher: Publisher, bridges: Bridges
) -> None:
    bridge = bridges.start()
    publisher.wait_for_subscriber()
    for number in range(50):
        publisher.send(b"%d nonsense" % number)
    publisher.send(payload(1))
    wait_for(lambda: bridges.stored == ["WL-1"], "the event among it")
    assert bridge.bridge.courier is not None
    assert bridge.bridge.courier.set_aside == 50
    assert threading.active_count() < 20
