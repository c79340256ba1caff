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


def encode_clip(path: Path, seconds: int = 4, codec: str = "libx264") -> Path:
    """A moving test picture, a key frame every second."""
    source = f"testsrc2=size=640x360:rate={FPS}:duration={seconds}"
    quick = ["-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p"]
    options = ["-c:v", codec, *quick, "-g", str(FPS)]
    if codec == "libx265":
        options += ["-x265-params", f"log-level=none:keyint={FPS}"]
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, *options, str(path)]
    subprocess.run(command, check=True)
    return path


def encode_still(path: Path) -> Path:
    """A picture in which nothing ever moves."""
    source = f"color=c=gray:size=640x360:rate={FPS}:duration=4"
    options = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", str(FPS)]
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, *options, str(path)]
    subprocess.run(command, check=True)
    return path


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
        noise = ["-bsf:v", "noise=amount=1"] if sealed else []
        loop = ["-re", "-stream_loop", "-1", "-i", str(clip), "-c", "copy", *noise]
        command = ["ffmpeg", "-v", "quiet", *loop, "-f", "mpegts", "-flush_packets", "1", "pipe:1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as copier:
            assert copier.stdout is not None
            try:
                while not self._ending.is_set():
                    data = os.read(copier.stdout.fileno(), 65536)
                    if not data:
                        return
                    request.wfile.write(data)
            finally:
                copier.kill()
