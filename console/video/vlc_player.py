"""libVLC in the host: plays the relay's pipe, its pictures land in shared memory."""

from __future__ import annotations

import ctypes
import threading
import time
from typing import Any

import vlc

from console.video.frame_ring import FrameRing, bytes_for, stride_of
from console.video.player import fitted, shown_size
from console.video.ts_pipe import TsPipe

ARGUMENTS = (
    "--quiet",
    "--intf=dummy",
    "--no-audio",
    "--no-spu",
    "--no-osd",
    "--no-stats",
    "--no-media-library",
    "--no-sub-autodetect-file",
    "--no-video-title-show",
    "--no-snapshot-preview",
    "--no-interact",
    "--ignore-config",
    "--swscale-mode=0",
)
MEDIA_OPTIONS = (
    ":demux=ts",
    ":file-caching=60",
    ":clock-jitter=0",
    ":clock-synchro=0",
    ":avcodec-threads=1",
    ":avcodec-hw=none",
    ":no-ts-trust-pcr",
)
_WAIT = 0.2


class VlcUnusable(Exception):
    """libVLC is not installed, or lacks what the player needs."""


def make_instance() -> Any:
    """A libVLC instance without sound, logging or configuration; raises VlcUnusable."""
    try:
        instance = vlc.Instance(list(ARGUMENTS))
    except (NameError, OSError, AttributeError) as error:
        raise VlcUnusable from error
    if instance is None:
        raise VlcUnusable
    return instance


class VlcPlayer:
    """Its callbacks touch memory only; whatever may block in libVLC runs in a thread of its own."""

    def __init__(self, instance: Any, ring: FrameRing, width: int, height: int) -> None:
        self._instance = instance
        self._ring = ring
        self._box = width, height
        self._pictures = 0
        self._drawing = False
        self._drawn = False
        self._detached = False
        self._lock = threading.Lock()
        self._pipe: TsPipe | None = None
        self._player: Any = None
        self._size = (0, 0)

    def start(self, stream: Any) -> None:
        """Open the pipe and let libVLC play its other end."""
        self._pipe = TsPipe(stream)
        self._size = fitted(*shown_size(stream), *self._box)
        width, height = self._size
        size = bytes_for(width, height)
        self._spare = ctypes.create_string_buffer(size)
        media = self._instance.media_new(f"fd://{self._pipe.read_end}")
        for option in MEDIA_OPTIONS:
            media.add_option(option)
        self._player = self._instance.media_player_new()
        self._player.set_media(media)
        media.release()
        self._on_lock_ref = vlc.CallbackDecorators.VideoLockCb(self._on_lock)
        self._on_unlock_ref = vlc.CallbackDecorators.VideoUnlockCb(self._on_unlock)
        self._on_display_ref = vlc.CallbackDecorators.VideoDisplayCb(self._on_display)
        self._player.video_set_callbacks(
            self._on_lock_ref, self._on_unlock_ref, self._on_display_ref, None
        )
        self._player.video_set_format("RV32", width, height, stride_of(width))
        self._player.play()

    def feed(self, packet: Any) -> None:
        """Write `packet` into the pipe."""
        if self._pipe is not None:
            self._pipe.write(packet)

    def retarget(self, ring: FrameRing, width: int, height: int) -> bool:
        """Draw into `ring` in the size chosen at the start, if that is near enough.

        The window scales the rest; another size would need a new connection.
        """
        mine, asked = self._size[0] * self._size[1], width * height
        if not mine or not asked / 2 <= mine <= asked * 2:
            return False
        if bytes_for(*self._size) > ring.capacity:
            return False
        self._let_finish()
        with self._lock:
            self._ring, self._drawn, self._drawing = ring, False, False
        return True

    def pictures(self) -> int:
        """How many pictures were published so far."""
        return self._pictures

    def close(self) -> None:
        """Detach from the ring now; libVLC itself is stopped in the background."""
        with self._lock:
            self._detached = True
        self._let_finish()
        pipe, player, self._pipe, self._player = self._pipe, self._player, None, None
        if player is not None:
            threading.Thread(target=self._stop, args=(player, pipe), daemon=True).start()
        elif pipe is not None:
            pipe.close()

    def _let_finish(self) -> None:
        """Wait until libVLC is between two pictures; copying one takes a millisecond."""
        deadline = time.monotonic() + _WAIT
        while self._drawing and time.monotonic() < deadline:
            time.sleep(0.001)

    def _stop(self, player: Any, pipe: TsPipe | None) -> None:
        """The pipe goes first: its end wakes a demuxer that waits for packets."""
        if pipe is not None:
            pipe.end()
        player.stop()
        player.release()
        if pipe is not None:
            pipe.close()

    def _on_lock(self, _opaque: Any, planes: Any) -> None:
        with self._lock:
            if self._detached:
                address = ctypes.addressof(self._spare)
            else:
                self._drawing = True
                address = self._ring.begin_at()
        planes[0] = address

    def _on_unlock(self, _opaque: Any, _picture: Any, _planes: Any) -> None:
        with self._lock:
            self._drawn, self._drawing = self._drawing, False

    def _on_display(self, _opaque: Any, _picture: Any) -> None:
        width, height = self._size
        with self._lock:
            if self._drawn and not self._detached:
                self._ring.publish(width, height, stride_of(width), time.monotonic())
                self._pictures += 1
            self._drawn = False
