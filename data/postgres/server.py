"""Where the database server is and how this hub gets in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from console.config import DatabaseSettings
from console.errors import DatabaseUnusable
from data.postgres.session import Session

APPLICATION = "wangge-hub"
"""How the hub's session is called in the server's own views."""
LEASE_S = 8
"""A hub that asked nothing for so long loses its session, and with it its turn."""
LOCK_WAIT_S = 2
_OTHERS = 0o077

_DEFAULTS: dict[str, str | int] = {
    "application_name": APPLICATION,
    "connect_timeout": 3,
    "target_session_attrs": "read-write",
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 6000,
}
_SETTINGS = {
    "idle_session_timeout": f"{LEASE_S}s",
    "idle_in_transaction_session_timeout": f"{LEASE_S}s",
    "lock_timeout": f"{LOCK_WAIT_S}s",
    "timezone": "UTC",
}


class Server:
    """Makes sessions on the database that the settings name, as patient as `patience_s` says."""

    def __init__(self, settings: DatabaseSettings) -> None:
        self._settings = settings
        self.patience_s: float | None = None
        self.parts: dict[str, Any] = conninfo_to_dict(settings.url)
        host = self.parts.get("host") or self.parts.get("hostaddr") or "localhost"
        self.place = f"{host}/{self.parts.get('dbname') or self.parts.get('user') or ''}"

    def connect(self) -> Session:
        """A session that every commit of which is durable.

        Raises `psycopg.Error`, or `DatabaseUnusable` where others may read the password file.
        """
        given = {**_DEFAULTS, **self.parts}
        password = self.password()
        if password is not None:
            given["password"] = password
        session = Session.connect(make_conninfo(**given), autocommit=True)
        session.patience_s = self.patience_s
        try:
            for name, value in _SETTINGS.items():
                session.execute("SELECT set_config(%s, %s, false)", (name, value))
            # What the site set stronger than this stays.
            session.execute(
                "SELECT set_config('synchronous_commit', 'on', false)"
                " WHERE current_setting('synchronous_commit') <> 'remote_apply'"
            )
            session.autocommit = False
        except BaseException:
            session.close()
            raise
        return session

    def password(self) -> str | None:
        """The first line of the password file; None where libpq is to find one (`.pgpass`)."""
        if not self._settings.password_file:
            return None
        path = Path(self._settings.password_file)
        try:
            if os.name == "posix" and path.stat().st_mode & _OTHERS:
                raise DatabaseUnusable(
                    path=self.place, detail=f"others may read {path}; chmod 600 closes it"
                )
            return path.read_text(encoding="utf-8").partition("\n")[0]
        except OSError as error:
            raise DatabaseUnusable(path=self.place, detail=f"{path}: {error.strerror}") from error
