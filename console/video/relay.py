"""Pulls one camera: one connection, packets out, whatever it speaks (HTTP, RTSP, RTMP, a file)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import av

from console.video.fault import NoVideo
from console.video.player import NoPicture

KEY_FRAME_WITHIN = 6.0

_COMMON = {
    "fflags": "nobuffer+discardcorrupt",
    "probesize": "500000",
    "formatprobesize": "65536",
    "analyzeduration": "700000",
    "fpsprobesize": "0",
}
_RTSP = {"rtsp_transport": "tcp", "allowed_media_types": "video", "buffer_size": "1048576"}
_HTTP = {"reconnect": "0", "multiple_requests": "0"}


def with_credentials(url: str, username: str, password: str) -> str:
    """`url` with name and password in it. Only ever kept in memory."""
    if not username:
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(username, safe='')}:{quote(password, safe='')}@{host}"
    return urlunsplit(parts._replace(netloc=netloc))


class Relay:
    """An open connection to a camera.

    `timeout` is how many seconds opening or the next packet may take. RTSP is pulled over TCP
    unless the address ends in `#udp`.
    """

    def __init__(self, url: str, username: str, password: str, timeout: float) -> None:
        address, options = _address(url, username, password)
        self._input = av.open(address, timeout=timeout, options=options)
        try:
            if not self._input.streams.video:
                raise NoVideo
        except BaseException:
            self._input.close()
            raise
        self.stream = self._input.streams.video[0]

    def packets(self, wanted: Callable[[], bool]) -> Iterator[Any]:
        """The video packets from the first key frame on, while `wanted` says so.

        Raises `NoPicture` when there is none for `KEY_FRAME_WITHIN` seconds.
        """
        started, deadline = False, time.monotonic() + KEY_FRAME_WITHIN
        for packet in self._input.demux(self.stream):
            if not wanted():
                return
            if packet.size == 0:
                continue
            started = started or packet.is_keyframe
            if started:
                yield packet
            elif time.monotonic() > deadline:
                raise NoPicture

    def close(self) -> None:
        """Hang up."""
        self._input.close()


def _address(url: str, username: str, password: str) -> tuple[str, dict[str, str]]:
    plain, _, hint = url.partition("#")
    options = dict(_COMMON)
    scheme = urlsplit(plain).scheme.lower()
    if scheme.startswith("rtsp"):
        options.update(_RTSP, rtsp_transport="udp" if hint == "udp" else "tcp")
    elif scheme.startswith("http"):
        options.update(_HTTP)
    return with_credentials(plain, username, password), options
