"""NATS JetStream: a durable pull consumer, an explicit ack only for what the hub has stored."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import nats
from nats.aio.msg import Msg
from nats.errors import Error as NatsError
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy

from console.bridges.config import NatsSection
from console.bridges.courier import Courier, Message
from console.bridges.watch import Watch
from console.bus.source import Source

if TYPE_CHECKING:
    from nats.aio.client import Client
    from nats.js import JetStreamContext

TOGETHER = 200
UNACKNOWLEDGED = 2000
FETCH_S = 1.0
ANSWER_S = 5
LOOKED_UP = 100_000
"""The most missing messages that are told from known ones one by one."""
_log = logging.getLogger(__name__)


class JetStreamUpstream:
    """One stream; its sequence names each message for good and shows what is missing.

    What the stream dropped (age, size) before it was taken is reported to the hub as refused
    upstream, which raises a system alarm there.
    """

    def __init__(
        self, section: NatsSection, courier: Courier, watch: Watch, source: Source, upstream: str
    ) -> None:
        self._section = section
        self._courier = courier
        self._watch = watch
        self._source = source
        self._upstream = upstream
        self._stream = ""
        self._expected = 1
        self._acks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Take messages until cancelled; connects as often as it has to."""
        while True:
            client: Client | None = None
            try:
                client = await self._connect()
                await self._converse(client)
            except (NatsError, OSError, TimeoutError) as error:
                self._watch.down(f"{type(error).__name__} {error}".strip())
            finally:
                self._courier.forget_all()
                await self._end(client)
            await self._watch.pause()

    async def _connect(self) -> Client:
        section = self._section
        return await nats.connect(
            _servers(section),
            name=self._upstream,
            user=section.user or None,
            password=section.password or None,
            token=section.token or None,
            tls=_trust(section),
            allow_reconnect=False,
            max_reconnect_attempts=0,
            connect_timeout=ANSWER_S,
            error_cb=_quiet,
        )

    async def _converse(self, client: Client) -> None:
        section = self._section
        stream = client.jetstream(timeout=ANSWER_S)
        info = await stream.stream_info(section.stream)
        self._stream = f"{section.stream}\x1f{info.created}"
        subscription = await stream.pull_subscribe(
            section.subject or ">",
            durable=section.durable,
            stream=section.stream,
            config=ConsumerConfig(
                ack_policy=AckPolicy.EXPLICIT,
                deliver_policy=DeliverPolicy.ALL,
                ack_wait=section.ack_wait_s,
                max_ack_pending=UNACKNOWLEDGED,
                filter_subject=section.subject or None,
            ),
        )
        # The server forgets how far we were as soon as it drops what we had not taken.
        taken = self._source.noted(self._stream)
        self._expected = max(1, info.state.first_seq) if taken is None else taken + 1
        self._look_for_gap(info.state.first_seq)
        self._watch.up()
        while client.is_connected:
            try:
                arrived = await subscription.fetch(TOGETHER, FETCH_S)
            except TimeoutError:
                continue
            await self._follow(stream, arrived)
            await self._courier.take_patiently([self._message(one) for one in arrived])
            self._source.note(self._stream, self._expected - 1)
        raise ConnectionResetError("the server closed the connection")

    def _message(self, arrived: Msg) -> Message:
        sequence = arrived.metadata.sequence.stream
        return Message(
            arrived.subject,
            arrived.data,
            sequence,
            lambda _reason: self._acknowledge(arrived),
            self._name(sequence),
        )

    def _name(self, sequence: int) -> str:
        return f"{self._stream}\x1f{sequence}"

    def _acknowledge(self, message: Msg) -> None:
        task = asyncio.create_task(self._ack(message))
        self._acks.add(task)
        task.add_done_callback(self._acks.discard)

    async def _ack(self, message: Msg) -> None:
        try:
            await message.ack()
        except (NatsError, OSError):
            _log.info("%s: an acknowledgement was lost, the message comes again", self._upstream)

    async def _follow(self, stream: JetStreamContext, arrived: Sequence[Msg]) -> None:
        """See whether something is missing before messages that come for the first time."""
        for one in arrived:
            meta = one.metadata
            if meta.num_delivered == 1 and meta.sequence.stream > self._expected:
                first = (await stream.stream_info(self._section.stream)).state.first_seq
                self._look_for_gap(min(first, meta.sequence.stream))
            self._expected = max(self._expected, meta.sequence.stream + 1)

    def _look_for_gap(self, end: int) -> None:
        """Report what the stream dropped from the expected number to below `end` and we never took.

        Below a filter the count is an upper bound: what was dropped cannot be asked for its topic.
        """
        start = self._expected
        if end <= start:
            return
        looked_up = range(start, min(end, start + LOOKED_UP))
        names = [f"{self._upstream}\x1f{self._name(number)}#0" for number in looked_up]
        missing = end - start - len(self._source.known(names))
        self._expected = end
        if missing > 0:
            self._report(missing, start, end - 1)

    def _report(self, missing: int, first: int, last: int) -> None:
        _log.error(
            "%s: the stream dropped %d messages, %d to %d, before they were taken",
            self._upstream,
            missing,
            first,
            last,
        )
        now = datetime.now(UTC)
        body = {"since": now, "until": now, "refused": {"upstream": missing}}
        self._source.publish("source.overflow", self._upstream[:128], 2, body)

    async def _end(self, client: Client | None) -> None:
        for task in tuple(self._acks):
            await task
        if client is not None and not client.is_closed:
            await client.close()


def _servers(section: NatsSection) -> list[str]:
    """With a `ca_file` a server that offers no TLS is not talked to."""
    if not section.ca_file:
        return list(section.servers)
    return [server.replace("nats://", "tls://", 1) for server in section.servers]


def _trust(section: NatsSection) -> ssl.SSLContext | None:
    return ssl.create_default_context(cafile=section.ca_file) if section.ca_file else None


async def _quiet(_error: Exception) -> None:
    """The connection's end is told by the watch; the library would print a traceback."""
