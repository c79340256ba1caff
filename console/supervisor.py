"""Starts the product's child processes, hears what they say, restarts those that die, ends them."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from console.child import told_error
from console.errors import ChildFailed, ConsoleError
from console.process import ChildProcess, ChildSpec

BACKOFF_FIRST_S = 0.5
BACKOFF_MOST_S = 30.0
STEADY_S = 60.0
"""A child that lived this long starts over with the shortest back-off."""
END_GRACE_S = 1.2

_log = logging.getLogger(__name__)

Message = Mapping[str, object]


@dataclass(slots=True)
class _Kept:
    """A child that is to run, its current process and how often it has died in a row."""

    spec: ChildSpec
    process: ChildProcess
    started: float
    deaths: int = 0
    restarts: int = 0
    retry_at: float | None = None


class Supervisor:
    """Runs `ChildSpec`s until `close`. `on_message` is called in the children's reader threads."""

    def __init__(self, log_folder: Path, on_message: Callable[[str, Message], None]) -> None:
        self._log_folder = log_folder
        self._on_message = on_message
        self._kept: dict[str, _Kept] = {}
        self._ready: dict[str, Message] = {}
        self._failed: dict[str, ConsoleError] = {}
        self._changed = threading.Condition()
        self._closing = False
        self._watch = threading.Thread(target=self._restart_dead, name="supervisor", daemon=True)
        self._watch.start()

    def start(self, spec: ChildSpec) -> None:
        """Start a child; raises `ChildFailed` where the operating system refuses."""
        process = self._spawn(spec)
        with self._changed:
            self._kept[spec.name] = _Kept(spec, process, time.monotonic())
            self._changed.notify_all()

    def wait_ready(self, name: str, timeout: float) -> Message:
        """The child's ready message; raises the error it reported instead, or `ChildFailed`."""
        with self._changed:
            self._changed.wait_for(lambda: name in self._ready or name in self._failed, timeout)
            if name in self._ready:
                return self._ready[name]
        raise self.failure(name)

    def revise(self, name: str, start: object) -> None:
        """Tell the child `start` when it has to be started again."""
        with self._changed:
            kept = self._kept.get(name)
            if kept is not None:
                kept.spec = replace(kept.spec, start=start)

    def forget(self, name: str) -> None:
        """End a child that is not restarted; it may be started again as if for the first time."""
        with self._changed:
            kept = self._kept.pop(name, None)
        if kept is not None:
            kept.process.ask_to_end()
            kept.process.end(END_GRACE_S)
        with self._changed:
            self._ready.pop(name, None)
            self._failed.pop(name, None)

    def failure(self, name: str) -> ConsoleError:
        """The error that tells the user why `name` did not start."""
        return self._failed.get(name) or self._silent(name, "no answer")

    def _silent(self, name: str, detail: str) -> ChildFailed:
        return ChildFailed(name=name, detail=detail, log=self._log_folder / f"{name}.err")

    def pids(self) -> dict[str, int]:
        """Process ids of the children that run now."""
        with self._changed:
            kept = self._kept.items()
            return {name: one.process.pid for name, one in kept if one.process.running}

    def restarts(self) -> dict[str, int]:
        """How often each child had to be restarted."""
        with self._changed:
            return {name: one.restarts for name, one in self._kept.items()}

    def close(self) -> None:
        """End all children: their stdin first, then a signal, then the hard way."""
        with self._changed:
            self._closing = True
            processes = [one.process for one in self._kept.values()]
            self._changed.notify_all()
        self._watch.join()
        for process in processes:
            process.ask_to_end()
        deadline = time.monotonic() + END_GRACE_S
        for process in processes:
            process.end(max(0.0, deadline - time.monotonic()))

    def _spawn(self, spec: ChildSpec) -> ChildProcess:
        return ChildProcess(spec, self._log_folder, self._heard, self._died)

    def _heard(self, name: str, message: Message) -> None:
        with self._changed:
            if "ready" in message:
                self._ready[name] = message
                self._failed.pop(name, None)
            elif "failed" in message:
                self._failed[name] = told_error(message)
            self._changed.notify_all()
        self._on_message(name, message)

    def _died(self, name: str, code: int) -> None:
        with self._changed:
            self._ready.pop(name, None)
            self._failed.setdefault(name, self._silent(name, f"exit code {code}"))
            one = self._kept.get(name)
            if one is not None and not self._closing and one.spec.restart:
                one.deaths = 1 if time.monotonic() - one.started > STEADY_S else one.deaths + 1
                pause = min(BACKOFF_MOST_S, BACKOFF_FIRST_S * 2 ** (one.deaths - 1))
                one.retry_at = time.monotonic() + pause * random.uniform(0.8, 1.2)  # noqa: S311 jitter
                _log.warning("child %s ended with %s, again in %.1f s", name, code, pause)
            self._changed.notify_all()
        self._on_message(name, {"ended": code})

    def _restart_dead(self) -> None:
        with self._changed:
            while not self._closing:
                waits = [one.retry_at for one in self._kept.values() if one.retry_at is not None]
                pause = max(0.0, min(waits) - time.monotonic()) if waits else None
                self._changed.wait(pause)
                for one in self._kept.values():
                    self._restart_if_due(one)

    def _restart_if_due(self, one: _Kept) -> None:
        if self._closing or one.retry_at is None or time.monotonic() < one.retry_at:
            return
        one.retry_at = None
        one.restarts += 1
        one.started = time.monotonic()
        self._failed.pop(one.spec.name, None)
        one.process = self._spawn(one.spec)
