"""One connection of a console to a hub: ATTACH, heartbeat, messages both ways."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from collections.abc import Callable

import zmq

from console.bus import headers
from console.bus.feed_reader import CREDIT, FeedReader
from console.bus.frames import FrameError, Message, decode, encode
from console.bus.link import FeedState
from console.bus.requests import Entry, Requests

HEARTBEAT_S = 1.0
MISSED = 3
ANSWER_S = 1.0
"""How long a hub may take to answer an ATTACH before the next one is tried."""
REQUESTS_S = 0.5

_log = logging.getLogger(__name__)

Show = Callable[[FeedState, str, float, float], None]


class FeedConnection:
    """Drives one socket. `show` is told the link's state, reason, rtt and clock offset in ms."""

    def __init__(
        self, socket: zmq.Socket[bytes], reader: FeedReader, requests: Requests, show: Show
    ) -> None:
        now = time.monotonic()
        self.lost = False
        self.attached = False
        self._socket = socket
        self._reader = reader
        self._requests = requests
        self._show = show
        self._out: deque[list[bytes]] = deque()
        self._deadline = now + ANSWER_S
        self._heard = now
        self._ping_at = now
        self._ping: tuple[int, float] | None = None
        self._rtt_ms = self._offset_ms = 0.0
        self._refused = ""
        self._answers: dict[str, Callable[[Message], None]] = {
            "ATTACHED": self._on_attached,
            "SNAP": reader.snap,
            "SNAPEND": self._on_snap_end,
            "EV": self._on_ev,
            "ALERT": reader.alert,
            "RESULT": self._on_result,
            "ROWS": requests.on_rows,
            "PING": self._on_ping,
            "PONG": self._on_pong,
            "ERR": self._on_error,
        }
        requests.reconnected()
        if requests.token:
            self._attach()
        else:
            self._send_ping(now)

    @property
    def waits(self) -> bool:
        """Whether something waits to be sent."""
        return bool(self._out)

    def patience(self) -> float:
        """Seconds until something has to be done without being asked."""
        now = time.monotonic()
        due = self._ping_at + HEARTBEAT_S if self._answered else self._deadline
        due = min(due, self._heard + MISSED * HEARTBEAT_S)
        return max(0.0, min(due - now, REQUESTS_S))

    def receive(self, most: int, until: float) -> None:
        """Take in what has arrived, up to `most` messages or the moment `until`."""
        for _ in range(most):
            try:
                parts = self._socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            self._heard = time.monotonic()
            try:
                message = decode(parts, trusted=True)
                answer = self._answers.get(message.kind)
                if answer is not None:
                    answer(message)
            except (FrameError, ValueError) as error:
                _log.error("the hub sent something this console cannot read: %s", error)
                self.lost = True
            if self.lost or self._heard > until:
                return

    def act(self) -> None:
        """Do what is due; notice silence."""
        now = time.monotonic()
        if self.lost:
            return
        if not self._answered and now > self._deadline:
            self._lose("SILENT")
            return
        if now - self._heard > MISSED * HEARTBEAT_S:
            self._lose("SILENT")
            return
        if self._answered and now - self._ping_at >= HEARTBEAT_S:
            self._send_ping(now)
        credit = self._reader.credit() if self.attached else None
        if credit is not None:
            self._say("CREDIT", credit)
        for frames in self._requests.due(attached=self.attached):
            self._out.append(frames)
        self._flush()

    def disconnected(self, event: int) -> None:
        """The connection broke, or the hub did not accept our key."""
        if event == zmq.EVENT_HANDSHAKE_FAILED_AUTH:
            self._refuse("KEY")
        else:
            self._lose("LOST")

    @property
    def _answered(self) -> bool:
        return self.attached or bool(self._refused)

    def _attach(self) -> None:
        requests = self._requests
        cursor = self._reader.cursor
        self._say(
            "ATTACH",
            headers.Attach(requests.console, requests.token, CREDIT, cursor=cursor),
        )

    def _say(self, kind: str, header: headers.Header) -> None:
        self._out.append(encode(kind, header))
        self._flush()

    def _flush(self) -> None:
        while self._out:
            try:
                self._socket.send_multipart(self._out[0], zmq.NOBLOCK)
            except zmq.Again:
                return
            self._out.popleft()

    def _send_ping(self, now: float) -> None:
        self._ping = (time.time_ns() // 1_000_000, now)
        self._ping_at = now
        self._say("PING", headers.Ping(self._ping[0]))

    def _lose(self, reason: str) -> None:
        self.lost = True
        self._show(FeedState.DOWN, reason, self._rtt_ms, self._offset_ms)

    def _refuse(self, reason: str) -> None:
        self.lost = True
        self._show(FeedState.REFUSED, reason, self._rtt_ms, self._offset_ms)

    def _stay_out(self) -> None:
        """The hub answers, but nobody has signed in here: wait for `sign_in`."""
        self._refused = "NOT_SIGNED_IN"
        self._show(FeedState.REFUSED, self._refused, self._rtt_ms, self._offset_ms)

    def _on_attached(self, message: Message) -> None:
        self._reader.attached(message.typed(headers.Attached))
        self.attached, self._refused = True, ""
        self._show(FeedState.UP, "", self._rtt_ms, self._offset_ms)
        self._send_ping(time.monotonic())

    def _on_snap_end(self, message: Message) -> None:
        if not self._reader.snap_end(message):
            _log.error("a snapshot came in damaged, asking for another")
            self._reader.cursor = None
            self._attach()

    def _on_ev(self, message: Message) -> None:
        resync = self._reader.ev(message)
        if resync is not None:
            _log.warning("a gap in the feed, asking again from %d", resync.first)
            self._say("RESYNC", resync)

    def _on_result(self, message: Message) -> None:
        entry = self._requests.on_result(message)
        if entry is Entry.OTHER:
            # What was sent to the person before is not for this one: begin with a snapshot.
            self._reader.cursor = None
        if entry is not Entry.NONE:
            self._attach()

    def _on_ping(self, message: Message) -> None:
        ping = message.typed(headers.Ping)
        self._say("PONG", headers.Pong(ping.t, time.time_ns() // 1_000_000))

    def _on_pong(self, message: Message) -> None:
        pong = message.typed(headers.Pong)
        if self._ping is None or self._ping[0] != pong.t:
            return
        rtt_ms = (time.monotonic() - self._ping[1]) * 1000
        self._ping = None
        self._offset_ms = round(pong.now - (time.time() * 1000 - rtt_ms / 2), 1)
        old = self._rtt_ms
        self._rtt_ms = round(rtt_ms if math.isclose(old, 0.0) else 0.8 * old + 0.2 * rtt_ms, 1)
        if self.attached:
            self._show(FeedState.UP, "", self._rtt_ms, self._offset_ms)
        elif not self._requests.token:
            self._stay_out()

    def _on_error(self, message: Message) -> None:
        error = message.typed(headers.Err)
        if error.code == 401:
            self._lose("LOST")
        elif error.reason == "NOT_SIGNED_IN":
            self._requests.token = ""
            self._stay_out()
        elif error.reason == "NOT_ACTIVE":
            self._lose(error.reason)
        elif error.code in {403, 503} and error.ref in {"", "ATTACH"}:
            self._refuse(error.reason)
        else:
            self._requests.on_refused(error)
