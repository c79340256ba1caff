"""A hub with the fault that must not be: it writes on, whoever has taken over meanwhile."""

from __future__ import annotations

import sys

import psycopg

from console.bootstrap.hub_process import run_hub
from data.postgres.database import PostgresDatabase
from data.postgres.turn import LOCK, Turn


def _confirm(_database: PostgresDatabase) -> None:
    """Look at nothing."""


def _take(_turn: Turn, session: psycopg.Connection) -> bool:
    """Ask for the turn, and go on whatever the answer is."""
    session.execute("SELECT pg_try_advisory_lock(%s)", (LOCK,))
    session.commit()
    return True


if __name__ == "__main__":
    PostgresDatabase.confirm = _confirm  # type: ignore[method-assign]
    Turn.take = _take  # type: ignore[method-assign]
    sys.exit(run_hub())
