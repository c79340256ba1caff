"""The database's own errors, told as what an operator can do something about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from console.errors import ConsoleError, DatabaseLocked, DatabaseUnusable, DiskFull

# Primary result codes of SQLite (the low byte of the extended ones).
_BUSY, _LOCKED, _FULL = 5, 6, 13


def _told(error: DBAPIError, path: Path) -> ConsoleError:
    primary = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if primary == _FULL:
        return DiskFull(folder=path.parent)
    if primary in {_BUSY, _LOCKED}:
        return DatabaseLocked(path=path)
    return DatabaseUnusable(path=path, detail=str(error.orig))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise `DiskFull`, `DatabaseLocked` or `DatabaseUnusable` for an engine error inside."""
    try:
        yield
    except DBAPIError as error:
        raise _told(error, path) from error
