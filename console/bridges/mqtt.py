"""MQTT: QoS 1, a session the broker keeps, and a PUBACK only for what the hub has stored."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from functools import partial

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.bridges.config import MqttSection
from console.bridges.courier import Courier, Message
from console.bridges.watch import Watch

TOGETHER = 100
KEEPALIVE_S = 15
CONNECT_S = 5.0
_QOS = 1


class MqttUpstream:
    """Subscribed topics of one broker. The library's thread only hands over to the event loop.

    MQTT has no sequence a gap could be seen in.
    """

    def __init__(self, section: MqttSection, courier: Courier, watch: Watch) -> None:
        self._section = section
        self._courier = courier
        self._watch = watch
        self._loop = asyncio.get_running_loop()
        self._arrived: asyncio.Queue[tuple[int, MQTTMessage]] = asyncio.Queue()
        self._lost = asyncio.Event()
        self._connection = 0

    async def run(self) -> None:
        """Take messages until cancelled; connects as often as it has to."""
        while True:
            client = self._client()
            self._lost.clear()
            try:
                await self._converse(client)
            except (OSError, ValueError) as error:
                self._watch.down(_reason(error))
            finally:
                self._connection += 1
                self._courier.forget_all()
                _end(client)
            await self._watch.pause()

    def _client(self) -> Client:
        section = self._section
        client = Client(
            CallbackAPIVersion.VERSION2,
            section.client_id,
            clean_session=False,
            protocol=MQTTv311,
            reconnect_on_failure=False,
            manual_ack=True,
        )
        client.connect_timeout = CONNECT_S
        if section.user:
            client.username_pw_set(section.user, section.password)
        if section.tls:
            client.tls_set_context(ssl.create_default_context(cafile=section.ca_file or None))
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        return client

    async def _converse(self, client: Client) -> None:
        section = self._section
        await asyncio.to_thread(client.connect, section.host, section.port, KEEPALIVE_S)
        client.loop_start()
        lost = asyncio.create_task(self._lost.wait())
        try:
            while not self._lost.is_set():
                first = asyncio.create_task(self._arrived.get())
                await asyncio.wait((first, lost), return_when=asyncio.FIRST_COMPLETED)
                if first.cancel():
                    continue
                await self._take(client, first.result())
        finally:
            lost.cancel()

    async def _take(self, client: Client, first: tuple[int, MQTTMessage]) -> None:
        got = [first]
        while len(got) < TOGETHER and not self._arrived.empty():
            got.append(self._arrived.get_nowait())
        await self._courier.take_patiently(
            [
                self._message(client, connection, one)
                for connection, one in got
                if connection == self._connection
            ]
        )

    def _message(self, client: Client, connection: int, arrived: MQTTMessage) -> Message:
        settled = partial(self._settled, client, connection, arrived.mid, arrived.qos)
        # Without QoS there are no packet numbers, and nothing to acknowledge.
        slot = arrived.mid if arrived.qos else arrived
        return Message(arrived.topic, bytes(arrived.payload), slot, settled)

    def _settled(self, client: Client, connection: int, mid: int, qos: int, _reason: str) -> None:
        """Acknowledge on the connection it came by: on another the number is somebody else's."""
        if connection == self._connection:
            client.ack(mid, qos)

    def _gone(self, reason: str) -> None:
        if not self._lost.is_set():
            self._watch.down(reason)
        self._lost.set()

    # The library calls these in its own thread.

    def _on_connect(
        self,
        client: Client,
        _data: object,
        _flags: ConnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        if reason.is_failure:
            self._post(self._gone, str(reason))
            return
        client.subscribe([(topic, _QOS) for topic in self._section.topics])

    def _on_subscribe(
        self,
        _client: Client,
        _data: object,
        _mid: int,
        reasons: list[ReasonCode],
        _properties: Properties | None,
    ) -> None:
        refused = next((reason for reason in reasons if reason.is_failure), None)
        if refused is None:
            self._post(self._watch.up)
        else:
            self._post(self._gone, f"subscription refused: {refused}")

    def _on_disconnect(
        self,
        _client: Client,
        _data: object,
        _flags: DisconnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        self._post(self._gone, str(reason))

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self._post(self._arrived.put_nowait, (self._connection, message))

    def _post(self, function: Callable[..., object], *values: object) -> None:
        self._loop.call_soon_threadsafe(function, *values)


def _end(client: Client) -> None:
    client.on_disconnect = None
    client.disconnect()
    client.loop_stop()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
