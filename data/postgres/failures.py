"""PostgreSQL's own errors, told as what an operator can do something about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from console.errors import (
    ConsoleError,
    DatabaseAway,
    DatabaseLocked,
    DatabaseUnusable,
    DiskFull,
)

_FULL = "53100"
# lock not available, statement cancelled, deadlock, serialization failure
_LOCKED = {"55P03", "57014", "40P01", "40001"}
# connection exceptions; shut down, crashed, starting; session ended because it idled
_AWAY = ("08", "57P")
_IDLED = "25P03"


def told_error(error: psycopg.Error, place: str) -> ConsoleError:
    """What to tell of a driver's error; `place` is where the database is, without secrets."""
    state = error.sqlstate or ""
    # The rest of what the server says may quote the row, and with it somebody's name.
    detail = error.diag.message_primary or " ".join(str(error).split())
    if state == _FULL:
        return DiskFull(folder=place)
    if state in _LOCKED:
        return DatabaseLocked(path=place)
    lost = not state and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
    if lost or state.startswith(_AWAY) or state == _IDLED:
        return DatabaseAway(path=place, detail=detail)
    return DatabaseUnusable(path=place, detail=detail)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raise `DatabaseAway`, `DatabaseLocked`, `DatabaseUnusable` or `DiskFull` for an error."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, psycopg.Error):
            raise
        raise told_error(error.orig, place) from error
    except psycopg.Error as error:
        raise told_error(error, place) from error
