"""A few cameras for the tests of the players: live MPEG-TS over HTTP, and what can be wrong."""

from __future__ import annotations

import base64
import contextlib
import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FPS = 15
PACKET = 188
_VIDEO = 0x100
_PES_HEADER = 40


def _encode(path: Path, source: str, codec: str, *options: str) -> Path:
    quick = ("-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-g", str(FPS))
    source = f"{source}:size=640x360:rate={FPS}:duration=4"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-c:v", codec]
    subprocess.run([*command, *quick, *options, str(path)], check=True)
    return path


def encode_clip(path: Path) -> Path:
    """A moving test picture, a key frame every second."""
    return _encode(path, "testsrc2=alpha=255", "libx264")


def encode_still(path: Path) -> Path:
    """A picture in which nothing ever moves."""
    return _encode(path, "color=c=gray", "libx264")


def encode_units(path: Path, codec: str) -> Path:
    """The moving picture as an elementary stream, `codec` h264 or h265, with delimiters."""
    if codec == "h264":
        return _encode(path, "testsrc2=alpha=255", "libx264", "-x264-params", "aud=1", "-f", "h264")
    parameters = f"log-level=none:keyint={FPS}:aud=1:repeat-headers=1"
    return _encode(path, "testsrc2=alpha=255", "libx265", "-x265-params", parameters, "-f", "hevc")


def scrambled(packet: bytes) -> bytes:
    """A transport packet whose video is noise; tables and time stamps stay."""
    if (packet[1] & 0x1F) << 8 | packet[2] != _VIDEO:
        return packet
    keep = _PES_HEADER if packet[1] & 0x40 else 4 + (packet[4] + 1 if packet[3] & 0x20 else 0)
    return packet[:keep] + os.urandom(PACKET - keep)


class CameraStub:
    """Serves `/live/<any>`, `/still`, `/hole`, `/garbage`, `/locked` and `/sealed`.

    `/locked` wants HTTP basic credentials. `/sealed` is well-formed MPEG-TS whose video payload is
    noise. Everything is paced as a camera would.
    """

    def __init__(self, clip: Path, still: Path, username: str, password: str) -> None:
        self.clip, self.still = clip, still
        token = base64.b64encode(f"{username}:{password}".encode()).decode()
        self.credentials = f"Basic {token}"
        self.connections: dict[str, int] = {}
        self._ending = threading.Event()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with contextlib.suppress(OSError):
                    stub.serve(self)

            def log_message(self, *_: Any) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def close(self) -> None:
        self._ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path
        self.connections[path] = self.connections.get(path, 0) + 1
        if path == "/hole":
            self._ending.wait()
            return
        if path == "/locked" and request.headers.get("Authorization") != self.credentials:
            request.send_response(401)
            request.send_header("WWW-Authenticate", 'Basic realm="camera"')
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("Content-Type", "video/mp2t")
        request.end_headers()
        if path == "/garbage":
            while not self._ending.wait(0.05):
                request.wfile.write(os.urandom(4096))
            return
        self._copy(self.still if path == "/still" else self.clip, request, path == "/sealed")

    def _copy(self, clip: Path, request: BaseHTTPRequestHandler, sealed: bool) -> None:
        loop = ["-re", "-stream_loop", "-1", "-i", str(clip), "-c", "copy"]
        command = ["ffmpeg", "-v", "quiet", *loop, "-f", "mpegts", "-flush_packets", "1", "pipe:1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as copier:
            assert copier.stdout is not None
            pipe = copier.stdout.fileno()
            try:
                while not self._ending.is_set():
                    data = copier.stdout.read(PACKET) if sealed else os.read(pipe, 65536)
                    if not data:
                        return
                    request.wfile.write(scrambled(data) if sealed else data)
            finally:
                copier.kill()
