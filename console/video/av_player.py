"""FFmpeg in the host: decodes, scales and converts straight into shared memory."""

from __future__ import annotations

from typing import Any

import av
from av.error import FFmpegError
from av.video.reformatter import VideoReformatter

from console.video.frame_ring import FrameRing
from console.video.player import fitted, shown_size


class AvPlayer:
    """Shows every picture the moment it is decoded; nothing is queued, nothing is paced."""

    def __init__(self, ring: FrameRing, width: int, height: int) -> None:
        self._ring = ring
        self._box = width, height
        self._size: tuple[int, int] | None = None
        self._stream: Any = None
        self._decoder: Any = None
        self._reformatter = VideoReformatter()
        self._pictures = 0

    def start(self, stream: Any) -> None:
        """Open one decoder thread; low delay, so a picture leaves as soon as it is whole."""
        self._stream = stream
        decoder = av.CodecContext.create(stream.codec_context.name, "r")
        decoder.extradata = stream.codec_context.extradata
        decoder.thread_count = 1
        decoder.flags |= av.codec.context.Flags.low_delay
        self._decoder = decoder

    def feed(self, packet: Any) -> None:
        """Decode `packet`; a damaged one is skipped, the stream goes on."""
        try:
            for picture in self._decoder.decode(packet):
                self._draw(picture)
        except FFmpegError:
            return

    def retarget(self, ring: FrameRing, width: int, height: int) -> bool:
        """Draw the next picture into `ring`."""
        self._ring, self._box, self._size = ring, (width, height), None
        return True

    def pictures(self) -> int:
        """How many pictures were published so far."""
        return self._pictures

    def close(self) -> None:
        """Let go of the decoder."""
        self._decoder = None

    def _draw(self, picture: Any) -> None:
        if self._size is None:
            size = shown_size(self._stream)
            shown = size if all(size) else (picture.width, picture.height)
            self._size = fitted(shown[0], shown[1], *self._box)
        width, height = self._size
        scaled = self._reformatter.reformat(
            picture, width, height, format="bgra", interpolation="FAST_BILINEAR"
        )
        plane = scaled.planes[0]
        used = plane.line_size * height
        if used > self._ring.capacity:
            return
        self._ring.begin()[:used] = memoryview(plane).cast("B")[:used]
        self._ring.publish(width, height, plane.line_size)
        self._pictures += 1
