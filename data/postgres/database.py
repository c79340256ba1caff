"""The one session that writes to a shared site's database."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import cast

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from console.config import DatabaseSettings
from console.errors import (
    ConsoleError,
    DatabaseTooNew,
    DatabaseUnusable,
    StoreTaken,
    UpgradeFailed,
)
from data.postgres import failures
from data.postgres.line import Line
from data.postgres.server import Server
from data.postgres.session import Session
from data.postgres.text_type import use_text
from data.postgres.turn import Turn
from data.revisions import HEAD, REVISIONS

OLDEST = 14
"""The first version of the server that ends idle sessions."""
PATIENCE_S = 5.0
"""A server that answers later than this counts as away; the hub tells so and asks again."""
# Only what wrote something has an id; only then is the row looked at, and kept from others.
_CONFIRM = (
    "SELECT value FROM meta WHERE name = 'hub_epoch'"
    " AND pg_current_xact_id_if_assigned() IS NOT NULL FOR SHARE"
)


class PostgresDatabase:
    """An open database at its newest schema, which no other hub writes to.

    Opening it begins another generation: `hub_epoch`, kept in the database, is looked at in
    every transaction that wrote anything, so a hub that lost its turn cannot commit.
    """

    def __init__(self, settings: DatabaseSettings, *, newer_than: int = 0) -> None:
        """Open the database; an empty one gets its tables, an earlier schema is upgraded.

        Its generation is `newer_than` one that is not stored there any more.

        Raises `AlreadyRunning`, `DatabaseAway`, `DatabaseLocked`, `DatabaseTooNew`,
        `DatabaseUnusable`, `UpgradeFailed` or `DiskFull`.
        """
        use_text()
        self.server = Server(settings)
        self._turn = Turn(self.server.place)
        self._line = Line(self.server, self._turn)
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=self._line.take,
            poolclass=NullPool,
            hide_parameters=True,
        )
        self._connection: Connection | None = None
        try:
            with failures.told(self.server.place):
                self._connection = self._engine.connect()
                self._look_at_server()
                self._migrate()
                self.hub_epoch = self._begin_generation(newer_than)
        except BaseException:
            self.close()
            raise
        self._turn.begun(self.hub_epoch)
        # Not before: an upgrade of the schema takes its time.
        self._session().patience_s = self.server.patience_s = PATIENCE_S

    @property
    def connection(self) -> Connection:
        """The one connection; SQLAlchemy renews what is behind it after a loss."""
        assert self._connection is not None  # noqa: S101 set by the constructor
        return self._connection

    def _look_at_server(self) -> None:
        with self.connection.begin():
            encoding = self.connection.exec_driver_sql("SHOW server_encoding").scalar()
            version = self.connection.exec_driver_sql("SHOW server_version_num").scalar()
        if int(version or 0) < OLDEST * 10_000:
            raise DatabaseUnusable(path=self.server.place, detail=f"it is older than {OLDEST}")
        if encoding != "UTF8":
            raise DatabaseUnusable(path=self.server.place, detail=f"its encoding is {encoding}")

    def _migrate(self) -> None:
        stored = self._revision()
        if stored == HEAD:
            return
        if stored is not None and stored not in REVISIONS:
            raise DatabaseTooNew(path=self.server.place)
        # alembic takes a fifth of a second to import, and is needed once a version.
        migrate = import_module("data.migrate")
        try:
            with self.connection.begin():
                migrate.upgrade(self.connection)
        except Exception as error:
            raise UpgradeFailed(path=self.server.place, detail=error) from error

    def _revision(self) -> str | None:
        with self.connection.begin():
            tables = self.connection.exec_driver_sql(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            ).scalars()
            names = set(tables)
            if "alembic_version" not in names:
                if names:
                    raise DatabaseUnusable(
                        path=self.server.place, detail="it belongs to something else"
                    )
                return None
            query = "SELECT version_num FROM alembic_version"
            return self.connection.exec_driver_sql(query).scalar()

    def _begin_generation(self, newer_than: int) -> int:
        """One that no hub on this database had before; waits for a commit that is under way."""
        with self.connection.begin():
            query = "SELECT value FROM meta WHERE name = 'hub_epoch' FOR UPDATE"
            stored = self.connection.exec_driver_sql(query).scalar()
            epoch = max(int(time.time()), int(stored or 0) + 1, newer_than + 1)
            self.connection.exec_driver_sql(
                "INSERT INTO meta (name, value) VALUES ('hub_epoch', %(epoch)s)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                {"epoch": str(epoch)},
            )
            return epoch

    def keep_turn(self) -> None:
        """From now on the session is not ended for asking nothing; for what takes its time."""
        with self.told(), self.connection.begin():
            self.connection.exec_driver_sql("SET idle_session_timeout = 0")

    def size(self) -> int:
        """Bytes of the database; raises as a transaction does."""
        with self.told(), self.connection.begin():
            query = "SELECT pg_database_size(current_database())"
            return int(self.connection.exec_driver_sql(query).scalar() or 0)

    def confirm(self) -> None:
        """Raises `StoreTaken` where this transaction wrote as a generation that is over."""
        found = self.connection.exec_driver_sql(_CONFIRM).scalar()
        if found is not None and int(found) != self.hub_epoch:
            self._line.give_up()
            raise StoreTaken(path=self.server.place)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Raise the driver's errors as ours; a session that is lost is let go of."""
        try:
            with failures.told(self.server.place):
                yield
        except ConsoleError as error:
            if isinstance(error, StoreTaken) or self._is_lost():
                self.connection.invalidate()
            raise

    def _is_lost(self) -> bool:
        if self.connection.closed or self.connection.invalidated:
            return False
        return self._session().closed

    def _session(self) -> Session:
        return cast(Session, self.connection.connection.driver_connection)

    def close(self) -> None:
        """Let go of session and turn; harmless when done twice."""
        if self._connection is not None and not self._connection.closed:
            self._connection.close()
        self._line.close()
        self._engine.dispose()
