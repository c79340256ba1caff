"""Reads a database without changing it or taking part in its locks for long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, select
from sqlalchemy.pool import NullPool

from console.errors import BackupBroken
from console.services.records import AuditRow
from data.repositories.audit_trail import audit_row
from data.revisions import REVISIONS
from data.schema import audit

_PAGE = 1000


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that can only read; raises `BackupBroken` where this is no database of ours."""
    if not path.is_file():
        raise BackupBroken(path=path, detail="there is no such file")
    uri = f"{path.resolve().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://", poolclass=NullPool, creator=lambda: sqlite3.connect(uri, uri=True)
    )
    try:
        revision_of(path)
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def revision_of(path: Path) -> str:
    """The schema revision of a database; raises `BackupBroken` where it is none of ours."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise BackupBroken(path=path, detail=error) from error
    if row is None or row[0] not in REVISIONS:
        raise BackupBroken(path=path, detail="another version wrote it")
    return str(row[0])


def audit_rows(connection: Connection) -> Iterator[AuditRow]:
    """The audit log, oldest first, a page at a time: no read lasts for long."""
    after = -1
    while True:
        query = select(audit).where(audit.c.sequence > after)
        rows = connection.execute(query.order_by(audit.c.sequence).limit(_PAGE)).all()
        connection.rollback()
        if not rows:
            return
        yield from (audit_row(row) for row in rows)
        after = rows[-1].sequence
