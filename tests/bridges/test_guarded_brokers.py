"""Brokers behind TLS and a password: the right ones get through, a stranger gets nothing."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import nats
import paho.mqtt.client as mqtt
import pytest
from nats.js import JetStreamContext
from nats.js.api import StreamConfig
from paho.mqtt.enums import CallbackAPIVersion

from tests.bridges.authority import Authority
from tests.bridges.running import Bridges, RunningBridge, payload
from tests.bridges.servers import Mosquitto, NatsServer, free_port
from tests.hub.site import Site, wait_for

USER, PASSWORD, GUESS = "console", "canary-broker-password", "canary-guess"
LOST = pytest.mark.expects_log("no connection, trying again")
ENDED = pytest.mark.expects_log("eof_received")  # asyncio of every TLS stream that ends
# The MQTT library leaves a socket whose handshake failed to the garbage collector.
LEFT = pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "site")


@pytest.fixture
def stranger(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "stranger")


@pytest.fixture
def broker(tmp_path: Path, authority: Authority) -> Iterator[Mosquitto]:
    server = Mosquitto(tmp_path / "mosquitto", free_port())
    users = tmp_path / "mosquitto" / "users"
    users.touch(0o600)
    subprocess.run(["mosquitto_passwd", "-b", str(users), USER, PASSWORD], check=True)
    server.guard = (
        f"certfile {authority.cert}\nkeyfile {authority.key}\n"
        f"allow_anonymous false\npassword_file {users}\n"
    )
    server.start()
    yield server
    server.kill()


@pytest.fixture
def stream(tmp_path: Path, authority: Authority) -> Iterator[NatsServer]:
    server = NatsServer(tmp_path / "nats", free_port())
    server.guard = ("--tls", f"--tlscert={authority.cert}", f"--tlskey={authority.key}")
    server.guard += ("--user", USER, "--pass", PASSWORD)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def through_mqtt(site: Site, broker: Mosquitto, authority: Authority) -> Iterator[Bridges]:
    made = Bridges(site, "mqtt", mqtt=_mqtt(broker, authority))
    yield made
    made.close()


@pytest.fixture
def through_nats(site: Site, stream: NatsServer, authority: Authority) -> Iterator[Bridges]:
    _ask(
        stream,
        authority,
        lambda js: js.add_stream(StreamConfig(name="LEVELS", subjects=["level.*"])),
    )
    made = Bridges(site, "nats", nats=_nats(stream, authority))
    yield made
    made.close()


def _mqtt(broker: Mosquitto, authority: Authority, **other: Any) -> dict[str, Any]:
    section = {"client_id": "console", "topics": ["level/#"], "port": broker.port, "tls": True}
    return section | {"ca_file": str(authority.ca), "user": USER, "password": PASSWORD} | other


def _nats(server: NatsServer, authority: Authority, **other: Any) -> dict[str, Any]:
    section = {"servers": [f"nats://127.0.0.1:{server.port}"], "stream": "LEVELS", "durable": "c"}
    return section | {"ca_file": str(authority.ca), "user": USER, "password": PASSWORD} | other


def _ask(
    server: NatsServer, authority: Authority, what: Callable[[JetStreamContext], Awaitable[object]]
) -> None:
    async def asking() -> None:
        trust = ssl.create_default_context(cafile=str(authority.ca))
        address = f"tls://127.0.0.1:{server.port}"
        client = await nats.connect(address, tls=trust, user=USER, password=PASSWORD)
        try:
            await what(client.jetstream())
        finally:
            await client.close()

    asyncio.run(asking())


def _turned_away(bridge: RunningBridge) -> str:
    wait_for(lambda: bool(bridge.told), "the first attempt")
    assert not bridge.connected
    return bridge.told[0][1]


def test_mqtt_with_tls_and_password(
    broker: Mosquitto, authority: Authority, through_mqtt: Bridges
) -> None:
    through_mqtt.start().wait_until_up()
    client = mqtt.Client(CallbackAPIVersion.VERSION2)
    client.tls_set_context(ssl.create_default_context(cafile=str(authority.ca)))
    client.username_pw_set(USER, PASSWORD)
    client.connect("127.0.0.1", broker.port)
    client.loop_start()
    client.publish("level/1", payload(1), qos=1).wait_for_publish(5)
    client.disconnect()
    client.loop_stop()
    wait_for(lambda: through_mqtt.stored == ["WL-1"], "the event")


@LOST
@LEFT
def test_mqtt_with_a_wrong_password_an_unknown_authority_or_no_tls(
    broker: Mosquitto, authority: Authority, stranger: Authority, through_mqtt: Bridges
) -> None:
    wrong = through_mqtt.start("a", mqtt=_mqtt(broker, authority, password=GUESS))
    assert "uthor" in _turned_away(wrong)  # Not authorized
    fooled = through_mqtt.start("b", mqtt=_mqtt(broker, stranger))
    assert "certificate" in _turned_away(fooled).lower()
    _turned_away(through_mqtt.start("c", mqtt=_mqtt(broker, authority, tls=False)))
    told = " ".join(text for one in (wrong, fooled) for _, text in one.told)
    assert PASSWORD not in told
    assert GUESS not in told


@ENDED
def test_jetstream_with_tls_and_password(
    stream: NatsServer, authority: Authority, through_nats: Bridges
) -> None:
    through_nats.start().wait_until_up()
    _ask(stream, authority, lambda js: js.publish("level.1", payload(1)))
    wait_for(lambda: through_nats.stored == ["WL-1"], "the event")


@LOST
@ENDED
def test_jetstream_with_a_wrong_password_or_an_unknown_authority(
    stream: NatsServer, authority: Authority, stranger: Authority, through_nats: Bridges
) -> None:
    wrong = through_nats.start("a", nats=_nats(stream, authority, password=GUESS))
    assert "uthorization" in _turned_away(wrong)
    fooled = through_nats.start("b", nats=_nats(stream, stranger))
    assert "certificate" in _turned_away(fooled).lower()
    assert GUESS not in wrong.told[0][1]


@LOST
def test_jetstream_that_offers_no_tls_is_not_talked_to(
    tmp_path: Path, site: Site, authority: Authority
) -> None:
    plain = NatsServer(tmp_path / "plain", free_port())
    plain.start()
    bridges = Bridges(site, "nats", nats=_nats(plain, authority))
    try:
        _turned_away(bridges.start())
    finally:
        bridges.close()
        plain.kill()
