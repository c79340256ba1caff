"""The hub's own process on its own store, for tests that kill it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import KeyPair, ensure_keypair
from console.bus.source import Source
from console.hub.config import HubStart, SignedIn
from tests.hub.site import TOKEN, Console

ROOT = Path(__file__).parents[2]
PROGRAM = ("main.py", "child", "hub")


class RealHub:
    """Starts on the same ports each time; `kill` is -9."""

    def __init__(self, folder: Path, program: tuple[str, ...] = PROGRAM) -> None:
        self.folder = folder
        self.server_key = ensure_keypair(folder / "hub.json").public
        self.ports = (0, 0)
        self._allow_list = AllowList(folder / "allowed.json")
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None

    def allow(self, name: str, kind: PeerKind) -> KeyPair:
        pair = ensure_keypair(self.folder / f"{name}.json")
        self._allow_list.add(pair.public, name, kind)
        return pair

    def start(self) -> None:
        said = self.launch(self._start_message())
        self.ports = (said["ports"]["ingest"], said["ports"]["feed"])

    def _start_message(self) -> HubStart:
        return HubStart(
            data_folder=str(self.folder / "data"),
            log_folder=str(self.folder / "logs"),
            allow_list=str(self.folder / "allowed.json"),
            server_key=str(self.folder / "hub.json"),
            ingest_port=self.ports[0],
            feed_port=self.ports[1],
            sessions=(SignedIn(TOKEN, "duty", "Duty Operator", "operator"),),
        )

    def launch(self, start: HubStart) -> dict[str, Any]:
        """Start the process; what it says first."""
        process = self._process = subprocess.Popen(
            [sys.executable, *self._program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert process.stdin is not None
        process.stdin.write(msgspec.json.encode(start) + b"\n")
        process.stdin.flush()
        return self.hear()

    def hear(self) -> dict[str, Any]:
        """The next thing the hub says of itself."""
        assert self._process is not None
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "ports" in said, said
        return said

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                assert stream is not None
                stream.close()
            self._process = None

    def source(self, name: str, port: int = 0) -> Source:
        pair = self.allow(name, PeerKind.SOURCE)
        endpoint = f"tcp://127.0.0.1:{port or self.ports[0]}"
        spool = self.folder / f"{name}.db"
        source = Source(endpoint, name, self.server_key, pair.public, pair.secret, spool)
        source.start()
        return source

    def console(self, port: int = 0, name: str = "desk-1") -> Console:
        pair = self.allow(name, PeerKind.CONSOLE)
        endpoint = f"tcp://127.0.0.1:{port or self.ports[1]}"
        return Console([endpoint], self.server_key, pair, TOKEN, name)

    def stored(self, source: str) -> list[str]:
        """Ids of what is stored of a source, by sequence."""
        with closing(sqlite3.connect(self.folder / "data" / "hub.db")) as store:
            query = "SELECT id FROM event WHERE src = ? ORDER BY ep, seq"
            return [row[0] for row in store.execute(query, (source,))]

    def newest(self, source: str) -> int:
        with closing(sqlite3.connect(self.folder / "data" / "hub.db")) as store:
            query = "SELECT coalesce(max(seq), 0) FROM event WHERE src = ?"
            return int(store.execute(query, (source,)).fetchone()[0])

    def integrity(self) -> str:
        with closing(sqlite3.connect(self.folder / "data" / "hub.db")) as store:
            return str(store.execute("PRAGMA integrity_check").fetchone()[0])

    def __enter__(self) -> RealHub:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
