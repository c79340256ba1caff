"""Reads a shared site's database without having the turn to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from console.config import DatabaseSettings
from data.postgres.failures import told
from data.postgres.server import Server


@contextmanager
def reading_server(settings: DatabaseSettings) -> Iterator[Connection]:
    """A connection that can only read; raises `DatabaseAway` or `DatabaseUnusable`."""
    server = Server(settings)

    def connect() -> psycopg.Connection:
        session = server.connect()
        session.read_only = True
        return session

    engine = create_engine(
        "postgresql+psycopg://", creator=connect, poolclass=NullPool, hide_parameters=True
    )
    try:
        with told(server.place), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
