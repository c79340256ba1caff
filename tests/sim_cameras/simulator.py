"""Starts the camera simulator as its parent would, and talks to it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import av


class Simulator:
    """A running simulator."""

    def __init__(self, child: subprocess.Popen[bytes], port: int, progress: list[Any]) -> None:
        self.child = child
        self.progress = progress
        self.port = port
        self.base = f"http://127.0.0.1:{port}"

    def url(self, camera: str, profile: str = "sub") -> str:
        return f"{self.base}/cam/{camera}/{profile}"

    def get(self, path: str) -> Any:
        """The JSON at `path`."""
        return json.loads(self.ask("GET", path)[1])

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes]:
        """Status and body of an answer."""
        wire = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            wire.request(method, path, body or None)
            answer = wire.getresponse()
            return answer.status, answer.read()
        finally:
            wire.close()

    def set_fault(self, camera: str, kind: str) -> int:
        """Give a camera a fault; the status comes back."""
        return self.ask("POST", f"/fault/{camera}", json.dumps({"kind": kind}))[0]


def start_simulator(start: dict[str, Any]) -> subprocess.Popen[bytes]:
    """The simulator's process with its start message sent."""
    child = subprocess.Popen(
        [sys.executable, "-m", "console.sim.cameras.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    child.stdin.write(json.dumps(start).encode() + b"\n")
    child.stdin.flush()
    return child


@contextmanager
def simulator(cache: Path, **options: Any) -> Iterator[Simulator]:
    """A simulator with two short scenes, ended by closing its lifeline."""
    start = {
        "cache_folder": str(cache),
        "scenes": ["crossroads", "fall"],
        "seconds": 2,
        **options,
    }
    child = start_simulator(start)
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        progress: list[Any] = []
        for line in child.stdout:
            message = json.loads(line)
            if "ready" in message:
                yield Simulator(child, message["port"], progress)
                break
            progress.append(message)
        else:
            raise AssertionError("the simulator ended before it was ready")
    finally:
        child.stdin.close()
        try:
            child.wait(timeout=10)
        finally:
            child.kill()
            child.wait()
            child.stdout.close()


def frames(url: str, count: int, timeout: float = 20) -> list[av.VideoFrame]:
    """The first `count` decoded frames of a stream."""
    found: list[av.VideoFrame] = []
    with av.open(url, timeout=timeout) as stream:
        for frame in stream.decode(video=0):
            found.append(frame)
            if len(found) >= count:
                break
    return found
