"""How a child process and its parent talk: a start message on stdin, JSON lines on stdout.

Stdin doubles as a lifeline: when the parent dies, however it dies, stdin ends and the child stops.
Secrets travel in the start message only, never in argv or the environment.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from console.errors import ConsoleError, ReportedError

T = TypeVar("T")

LAST_GRACE_S = 5.0
"""How long a child may take to end once its parent is gone; nobody else would end it."""


def start_message(kind: type[T]) -> T:
    """Read the first line of stdin as a `kind`; raises `msgspec.DecodeError` on anything else."""
    return msgspec.json.decode(sys.stdin.buffer.readline(), type=kind)


def stop_with_parent(stop: Callable[[], None]) -> None:
    """Call `stop` once, from another thread, when the parent dies or asks for the end.

    Ctrl+C reaches the whole process group; the parent answers it for all its children. A child
    that is still there 5 s after its parent has gone ends without more ado.
    """
    once = threading.Event()

    def end() -> None:
        if not once.is_set():
            once.set()
            stop()

    def wait_for_end_of_input() -> None:
        # Not through the buffered reader: its lock would abort an interpreter that ends first.
        while os.read(sys.stdin.fileno(), 4096):
            pass
        end()
        threading.Event().wait(LAST_GRACE_S)
        os._exit(os.EX_SOFTWARE if hasattr(os, "EX_SOFTWARE") else 1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: end())
    threading.Thread(target=wait_for_end_of_input, name="lifeline", daemon=True).start()


def say(message: Mapping[str, object]) -> None:
    """Tell the parent something: one JSON line on stdout."""
    sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    sys.stdout.buffer.flush()


def tell_error(error: ConsoleError) -> None:
    """Tell the parent why this child cannot go on; the parent shows it to the user."""
    values = {name: str(value) for name, value in error.values.items()}
    say(
        {
            "failed": error.code,
            "sentence": error.sentence,
            "values": values,
            "details": error.details,
        }
    )


def told_error(message: Mapping[str, object]) -> ConsoleError:
    """The error in a message made by `tell_error`."""
    values, details = message.get("values"), message.get("details")
    return ReportedError(
        str(message["failed"]),
        str(message.get("sentence", message["failed"])),
        dict(values) if isinstance(values, dict) else {},
        tuple(map(str, details)) if isinstance(details, list) else (),
    )
