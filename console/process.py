"""One child process: exec'd, fed its start message over stdin, heard line by line on stdout."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import msgspec

from console.errors import ChildFailed

_log = logging.getLogger(__name__)
_MESSAGE = msgspec.json.Decoder(dict[str, object])


@dataclass(frozen=True, slots=True)
class ChildSpec:
    """A child to run: `argv` after the interpreter, the start message, priority and restart.

    `nice` above 0 lets the window and the hub go first on a busy machine.
    """

    name: str
    argv: tuple[str, ...]
    start: object
    nice: int = 0
    restart: bool = True


class ChildProcess:
    """A running child, whose stderr goes to `log_folder`/NAME.err.

    `heard` and `died` are called in its reader thread, `died` exactly once.
    """

    def __init__(
        self,
        spec: ChildSpec,
        log_folder: Path,
        heard: Callable[[str, Mapping[str, object]], None],
        died: Callable[[str, int], None],
    ) -> None:
        self._spec = spec
        self._heard = heard
        self._died = died
        log_folder.mkdir(parents=True, exist_ok=True)
        errors = log_folder / f"{spec.name}.err"
        try:
            with errors.open("ab") as stderr:
                self._popen = subprocess.Popen(
                    [sys.executable, *spec.argv],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=stderr,
                )
        except OSError as error:
            raise ChildFailed(name=spec.name, detail=error.strerror, log=errors) from error
        if spec.nice:
            _lower_priority(self._popen.pid, spec.nice)
        self._input = cast(IO[bytes], self._popen.stdin)
        self._output = cast(IO[bytes], self._popen.stdout)
        self._reader = threading.Thread(target=self._read, name=f"child-{spec.name}", daemon=True)
        self._reader.start()
        self._tell(msgspec.json.encode(spec.start))

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._popen.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._popen.poll() is None

    def ask_to_end(self) -> None:
        """Close its stdin, the lifeline every child watches."""
        with contextlib.suppress(OSError):
            self._input.close()

    def end(self, grace: float) -> None:
        """Wait `grace` seconds for it to end by itself, then terminate, then kill."""
        for force in (None, self._popen.terminate, self._popen.kill):
            if force is not None:
                force()
            try:
                self._popen.wait(grace if force is None else 0.5)
                break
            except subprocess.TimeoutExpired:
                _log.warning("child %s does not end", self._spec.name)
        self._reader.join(1.0)

    def _tell(self, line: bytes) -> None:
        with contextlib.suppress(OSError):
            self._input.write(line + b"\n")
            self._input.flush()

    def _read(self) -> None:
        with self._output as lines:
            for line in lines:
                try:
                    self._heard(self._spec.name, _MESSAGE.decode(line))
                except msgspec.DecodeError:
                    _log.warning("child %s said something that is no message", self._spec.name)
        code = self._popen.wait()
        self.ask_to_end()
        self._died(self._spec.name, code)


def _lower_priority(pid: int, nice: int) -> None:
    """Let others go first where the system has POSIX priorities; elsewhere nothing changes."""
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, nice)
