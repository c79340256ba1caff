"""A hub's own process on a shared site's database, for tests that kill it or stop its clock."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec

from console.hub.config import HubStart
from tests.postgres_server import Database
from tests.reliability.real_hub import PROGRAM, RealHub

UNFENCED = ("-m", "tests.reliability.unfenced_hub")


class ServerHub(RealHub):
    """Started as `--standby`: it works as soon as nobody else does."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        program: tuple[str, ...] = PROGRAM,
        log: str = "logs",
    ) -> None:
        super().__init__(folder, program)
        self._database = database
        self._log = log

    def _start_message(self) -> HubStart:
        return msgspec.structs.replace(
            super()._start_message(),
            database=self._database.settings,
            log_folder=str(self.folder / self._log),
            standby=True,
            active="tcp://hub-1:5772",
        )

    def start(self) -> None:
        """Start and wait for its turn."""
        if not self.wait_turn():
            assert self.hear()["active"]

    def wait_turn(self) -> bool:
        """Start; whether it is its turn at once."""
        said = self.launch(self._start_message())
        self.ports = (said["ports"]["ingest"], said["ports"]["feed"])
        return bool(said["active"])

    def freeze(self) -> None:
        """Stop the process where it is; the system goes on to answer for its sockets."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on as if nothing had been."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        os.kill(self._process.pid, number)

    def end(self) -> tuple[int, str]:
        """Wait until it ends by itself; exit code, and the code of the error it told."""
        assert self._process is not None
        assert self._process.stdout is not None
        told = msgspec.json.decode(self._process.stdout.readline())
        return self._process.wait(15), told["failed"]

    def stored(self, source: str) -> list[str]:
        query = f"SELECT id FROM event WHERE src = '{source}' ORDER BY ep, seq"  # noqa: S608
        return [str(row[0]) for row in self._database.rows(query)]

    def newest(self, source: str) -> int:
        query = f"SELECT coalesce(max(seq), 0) FROM event WHERE src = '{source}'"  # noqa: S608
        return int(str(self._database.rows(query)[0][0]))

    def integrity(self) -> str:
        """Whether facts are numbered without a hole and no event is there twice."""
        [[facts, head]] = self._database.rows("SELECT count(*), max(gseq) FROM fact")
        [[events, ids]] = self._database.rows("SELECT count(*), count(DISTINCT id) FROM event")
        return "ok" if (facts, events) == (head, ids) else f"{facts}/{head} {events}/{ids}"
