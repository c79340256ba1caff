"""Packets into MPEG-TS into a pipe, without transcoding."""

from __future__ import annotations

import os
import time
from fractions import Fraction
from typing import Any

import av
from av.bitstream import BitStreamFilterContext

from console.video.live_clock import TICKS, LiveClock

_OPTIONS = {"flush_packets": "1", "pat_period": "0.5", "omit_video_pes_length": "0"}
"""With their length given, pictures are whole on arrival, not only when the next one begins."""
_TIME_BASE = Fraction(1, TICKS)
_ANNEX_B = (b"\x00\x00\x01", b"\x00\x00\x00\x01")


class TsPipe:
    """Writes one video stream; whoever reads `read_end` plays it.

    Parameter sets that a camera only sends when the connection is made are put before every key
    frame, for readers that know nothing but the pipe.
    """

    def __init__(self, stream: Any) -> None:
        self.read_end, self._write_end = os.pipe()
        self._clock = LiveClock()
        ticks = (stream.time_base or _TIME_BASE) * TICKS
        # plain integers: fractions would cost more than all the rest of relaying a packet
        self._ticks = ticks.numerator, ticks.denominator
        try:
            self._output = av.open(
                f"pipe:{self._write_end}",
                "w",
                format="mpegts",
                options=_OPTIONS,
            )
            self._stream = self._output.add_stream_from_template(stream)
        except BaseException:
            os.close(self.read_end)
            os.close(self._write_end)
            raise
        extradata = stream.codec_context.extradata or b""
        self._filter = (
            BitStreamFilterContext("dump_extra=freq=keyframe", stream, self._stream)
            if extradata.startswith(_ANNEX_B)
            else None
        )

    def write(self, packet: Any) -> None:
        """Write a packet, stamped with its time of arrival.

        Raises OSError (as `av.error`) when the reader has gone.
        """
        dts = packet.dts if packet.dts is not None else packet.pts
        if dts is None:
            return
        numerator, denominator = self._ticks
        ahead = 0 if packet.pts is None else max(0, packet.pts - dts)
        stamp = self._clock.stamp(dts * numerator // denominator, time.monotonic())
        packet.time_base = _TIME_BASE
        packet.dts, packet.pts = stamp, stamp + ahead * numerator // denominator
        packet.stream = self._stream
        if self._filter is None:
            self._output.mux(packet)
            return
        for part in self._filter.filter(packet):
            part.stream = self._stream
            self._output.mux(part)

    def end(self) -> None:
        """Close the writing end: the reader sees the end of the stream. Nothing is flushed."""
        if self._write_end >= 0:
            os.close(self._write_end)
            self._write_end = -1

    def close(self) -> None:
        """Close both ends."""
        self.end()
        if self.read_end >= 0:
            os.close(self.read_end)
            self.read_end = -1
