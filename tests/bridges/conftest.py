from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bridges.servers import Mosquitto, NatsServer, free_port
from tests.hub.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A hub on loopback ports with keys."""
    with Site(tmp_path) as one:
        yield one


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    """A running MQTT broker."""
    server = Mosquitto(tmp_path / "mosquitto", free_port())
    server.start()
    yield server
    server.kill()


@pytest.fixture
def nats_server(tmp_path: Path) -> Iterator[NatsServer]:
    """A running JetStream server."""
    server = NatsServer(tmp_path / "nats", free_port())
    server.start()
    yield server
    server.kill()
