"""Real brokers on free ports of the loopback, started, killed and started again by the tests."""

from __future__ import annotations

import signal
import socket
import subprocess
import threading
import time
from pathlib import Path


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Server:
    """A broker; `kill` is -9, and what it stored stays for the next `start`."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def argv(self) -> list[str]:
        raise NotImplementedError

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self.argv(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        deadline = time.monotonic() + 5
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert time.monotonic() < deadline, (self.folder / "log").read_text()
                threading.Event().wait(0.02)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


class Mosquitto(Server):
    """Keeps messages in memory between saves: what it is to know after a kill has to be saved."""

    guard = "allow_anonymous true\n"

    def argv(self) -> list[str]:
        config = self.folder / "mosquitto.conf"
        config.write_text(
            f"listener {self.port} 127.0.0.1\n{self.guard}persistence true\n"
            f"persistence_location {self.folder}/\nmax_queued_messages 0\nuser root\n"
        )
        return ["mosquitto", "-c", str(config)]

    def save(self) -> None:
        assert self._process is not None
        saved = self._saves()
        self._process.send_signal(signal.SIGUSR1)
        deadline = time.monotonic() + 5
        while self._saves() == saved or not (self.folder / "mosquitto.db").exists():
            assert time.monotonic() < deadline, (self.folder / "log").read_text()
            threading.Event().wait(0.02)

    def _saves(self) -> int:
        """Counts the file's generations: it is written anew and then put in place."""
        file = self.folder / "mosquitto.db"
        return file.stat().st_ino if file.exists() else 0


class NatsServer(Server):
    guard: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        store = str(self.folder / "store")
        port = str(self.port)
        return ["nats-server", "-a", "127.0.0.1", "-p", port, "-js", "-sd", store, *self.guard]
