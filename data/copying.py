"""A copy of a database that is in use: complete, as of one moment, in small steps."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from data.paths import remove_database

STEP_PAGES = 256
"""A megabyte: the writer waits for one step at most."""
PAUSE_S = 0.004
BUSY_PAUSE_S = 0.002


class CopyStopped(Exception):
    """Whoever asked for the copy no longer wants it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy took: its size in bytes, its time, and the longest single step, in seconds."""

    size: int
    seconds: float
    longest_step_s: float


def copy_database(
    source: sqlite3.Connection,
    target: Path,
    *,
    stopped: Callable[[], bool] = lambda: False,
    pause_s: float = PAUSE_S,
) -> Copied:
    """Copy what `source` has open to `target`, which must not exist; durable on return.

    `source` may be the connection that writes meanwhile, in another thread: SQLite carries its
    changes into the copy, and no step holds a read transaction for longer than it takes itself.
    With any other connection a change in between starts the copy over.

    Raises:
        CopyStopped: `stopped` said so; nothing is left.
        sqlite3.Error: source or target failed; nothing is left.
    """
    began = time.monotonic()
    longest, step_began = 0.0, began

    def between(_status: int, _remaining: int, _total: int) -> None:
        nonlocal longest, step_began
        longest = max(longest, time.monotonic() - step_began)
        if stopped():
            raise CopyStopped
        time.sleep(pause_s)
        step_began = time.monotonic()

    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            # Nobody sees the copy before it is complete, so nothing needs to be undone in it.
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=STEP_PAGES, progress=between, sleep=BUSY_PAUSE_S)
            # One file, whatever the source's mode: a copy travels without companions.
            copy.execute("PRAGMA journal_mode = DELETE")
        sync_file(target)
    except BaseException:
        remove_database(target)
        raise
    return Copied(target.stat().st_size, time.monotonic() - began, longest)


def sync_file(path: Path) -> None:
    """Make a file and its name in the folder durable."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
