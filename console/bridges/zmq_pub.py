"""Legacy ZeroMQ PUB: best effort; whatever is sent while we are not connected is lost."""

from __future__ import annotations

import logging
import sqlite3

import zmq
import zmq.asyncio
from zmq.utils.monitor import parse_monitor_message

from console.bridges.config import ZmqSection
from console.bridges.courier import Courier, Message
from console.bridges.watch import Watch
from console.bus.source import SpoolFull

MOST_BYTES = 256 * 1024
KEPT = 10_000
_log = logging.getLogger(__name__)
_EVENTS = zmq.EVENT_HANDSHAKE_SUCCEEDED | zmq.EVENT_DISCONNECTED


class ZmqPubUpstream:
    """Subscribes to PUB sockets: frames are a topic and JSON, or JSON alone."""

    def __init__(self, section: ZmqSection, courier: Courier, watch: Watch) -> None:
        self._section = section
        self._courier = courier
        self._watch = watch
        self._up = 0

    async def run(self) -> None:
        """Take messages until cancelled; ZeroMQ itself reconnects."""
        context = zmq.asyncio.Context()
        socket = context.socket(zmq.SUB)
        socket.linger = 0
        socket.rcvhwm = KEPT
        socket.maxmsgsize = MOST_BYTES
        socket.reconnect_ivl = 100
        socket.reconnect_ivl_max = 5000
        monitor = socket.get_monitor_socket(_EVENTS)
        poller = zmq.asyncio.Poller()
        try:
            for endpoint in self._section.endpoints:
                socket.connect(endpoint)
            for topic in self._section.topics:
                socket.subscribe(topic)
            poller.register(socket, zmq.POLLIN)
            poller.register(monitor, zmq.POLLIN)
            while True:
                ready = dict(await poller.poll())
                if monitor in ready:
                    self._changed(parse_monitor_message(await monitor.recv_multipart())["event"])
                if socket in ready:
                    self._take(await socket.recv_multipart())
        finally:
            socket.disable_monitor()
            monitor.close(0)
            socket.close(0)
            context.term()

    def _changed(self, event: int) -> None:
        self._up += 1 if event == zmq.EVENT_HANDSHAKE_SUCCEEDED else -1
        if self._up >= len(self._section.endpoints):
            self._watch.up()
        else:
            self._watch.down("a publisher is not connected; what it sends now is lost")

    def _take(self, frames: list[bytes]) -> None:
        topic = frames[0].decode("utf-8", "replace") if len(frames) > 1 else ""
        message = Message(topic or "pub", frames[-1], object(), lambda _reason: None)
        try:
            self._courier.take([message])
        except SpoolFull:
            return  # the spool counts it and tells the hub
        except sqlite3.Error as error:
            _log.error("zmq-pub: a message is lost, the spool takes nothing: %s", error)
