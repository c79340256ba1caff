"""One tile in a host: connects, plays, notices what is wrong, tries again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from av.error import FFmpegError

from console.video.fault import NoVideo, StreamEnded, explain
from console.video.frame_ring import FrameRing
from console.video.messages import Resize, Show, TileReport
from console.video.picture_watch import NO_PICTURE_AFTER, PictureWatch
from console.video.player import NoPicture, Player
from console.video.relay import Relay
from console.video.restart_policy import RestartPolicy
from console.video.types import TileState

ANSWER_WITHIN = 6.0
"""Seconds a camera may take to answer, and between two packets."""
REFUSED_PAUSE = 30.0
"""Cameras lock accounts after a few wrong passwords."""
STEADY_AFTER = 10.0

MakePlayer = Callable[[FrameRing, int, int], Player]


class _OtherSize(Exception):
    """The picture must be drawn in another size, which needs a new player."""


class TileSession:
    """Plays one assignment in a thread of its own until `stop`.

    `changed` is called whenever the report is worth sending at once; `told` with a line for the
    log whenever the state changes.
    """

    def __init__(
        self,
        show: Show,
        ring: FrameRing,
        make_player: MakePlayer,
        changed: Callable[[], None],
        told: Callable[[str], None],
    ) -> None:
        self._show = show
        self._order = show.order
        self._target = (ring, show.width, show.height)
        self._ring = ring
        self._make_player = make_player
        self._changed = changed
        self._told = told
        self._policy = RestartPolicy()
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._player: Player | None = None
        self._watch: PictureWatch | None = None
        self._opened_at = 0.0
        self._packet_at = 0.0
        self._retry_at = 0.0
        self._camera_size = (0, 0)
        self._state, self._reason, self._since = TileState.CONNECTING, "", time.time()
        threading.Thread(target=self._run, name=f"tile-{show.tile}", daemon=True).start()

    def resize(self, wish: Resize, ring: FrameRing) -> None:
        """Draw into `ring` from the next packet on."""
        self._order = wish.order
        self._target = (ring, wish.width, wish.height)

    def stop(self) -> None:
        """Ask for the end; a thread that waits for a dead camera ends within `ANSWER_WITHIN`."""
        self._stopped.set()

    def report(self) -> TileReport:
        """How it is going; also looks whether the picture still moves."""
        with self._lock:
            if self._watch is not None and self._player is not None:
                state = self._watch.look(
                    self._player.pictures(), self._packet_at, self._ring, time.monotonic()
                )
                if state is not TileState.CONNECTING:
                    self._enter(state, "" if state is TileState.LIVE else state.value)
            fps = self._watch.fps if self._watch is not None else 0.0
            return TileReport(
                tile=self._show.tile,
                order=self._order,
                state=self._state,
                since=self._since,
                reason=self._reason,
                fps=fps,
                width=self._camera_size[0],
                height=self._camera_size[1],
                attempt=self._policy.attempt,
                retry_in_s=max(0.0, self._retry_at - time.monotonic()),
            )

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._play()
            except _OtherSize:
                continue
            except (FFmpegError, OSError, ValueError, NoPicture, NoVideo, StreamEnded) as error:
                self._wait_after(error)
        self._ring.close()

    def _play(self) -> None:
        if self._retry_at:
            self._set(TileState.CONNECTING, self._reason)
        show = self._show
        relay = Relay(show.url, show.username, show.password, ANSWER_WITHIN)
        self._use(*self._target)
        ring, width, height = self._target
        player = self._make_player(ring, width, height)
        try:
            player.start(relay.stream)
            context = relay.stream.codec_context
            with self._lock:
                self._opened_at = self._packet_at = time.monotonic()
                self._camera_size = context.width, context.height
                self._player, self._watch = player, PictureWatch(self._opened_at)
            for packet in relay.packets(lambda: not self._stopped.is_set()):
                self._packet_at = time.monotonic()
                player.feed(packet)
                self._check(player)
        finally:
            with self._lock:
                self._player = self._watch = None
            player.close()
            relay.close()
        if not self._stopped.is_set():
            raise StreamEnded

    def _check(self, player: Player) -> None:
        """After each packet: another target, first picture, steady running, no picture at all."""
        ring, width, height = self._target
        if ring is not self._ring:
            if not player.retarget(ring, width, height):
                raise _OtherSize
            self._use(ring, width, height)
        if player.pictures() == 0:
            if self._packet_at - self._opened_at > NO_PICTURE_AFTER:
                raise NoPicture
        elif self._state is TileState.CONNECTING:
            self._set(TileState.LIVE, "")
        elif self._packet_at - self._opened_at > STEADY_AFTER:
            self._policy.succeeded()

    def _use(self, ring: FrameRing, _width: int, _height: int) -> None:
        if ring is not self._ring:
            old, self._ring = self._ring, ring
            old.close()

    def _wait_after(self, error: BaseException) -> None:
        state, reason = explain(error)
        pause = self._policy.failed()
        if state is TileState.REFUSED:
            pause = max(pause, REFUSED_PAUSE)
        self._retry_at = time.monotonic() + pause
        self._set(state, reason)
        self._stopped.wait(pause)

    def _set(self, state: TileState, reason: str) -> None:
        with self._lock:
            changed = self._enter(state, reason)
        if changed:
            self._changed()

    def _enter(self, state: TileState, reason: str) -> bool:
        if (state, reason) == (self._state, self._reason):
            return False
        if state is not self._state:
            self._since = time.time()
        self._state, self._reason = state, reason
        self._told(f"camera {self._show.camera}: {state.value} {reason}".rstrip())
        return True
