"""A real PostgreSQL on a cluster of its own, which the tests start and remove again."""

from __future__ import annotations

import itertools
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg

from console.config import DatabaseSettings

TEMPLATE = "migrated"
OWNER, OWNERS = "wangge", "a:word\\that-nobody-else-says"
"""The hub's role and the word it signs in with."""


def programs() -> Path:
    """Where the newest server's programs are; Debian keeps them off the search path."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3])
    )
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    assert there, "the tests need PostgreSQL: “python3 -m console.packages test” installs it"
    return Path(there).parent


class PostgresServer:
    """Listens on a Unix socket only. Nothing is synced: processes are killed, the machine is not.

    The server refuses to run as root, so there its owner is the account that its package makes.
    """

    def __init__(self) -> None:
        self._first = secrets.token_hex(8)
        self._user = "postgres" if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="wangge-pg-", dir="/tmp"))
        if self._user:
            account = pwd.getpwnam(self._user)
            os.chown(self._folder, account.pw_uid, account.pw_gid)
        self.data, self._log = self._folder / "data", self._folder / "log"
        self._numbers = itertools.count(1)
        first = self._folder / "first"
        first.write_text(self._first)
        self._run(
            *("initdb", "-A", "scram-sha-256", "-U", "root", "--pwfile", str(first)),
            *("-E", "UTF8", "--locale=C"),
        )
        self.password_file = self._folder / "password"
        self.password_file.write_text(f"{OWNERS}\n")
        self.password_file.chmod(0o600)
        self.start()
        self.execute(f"CREATE ROLE {OWNER} LOGIN PASSWORD '{OWNERS}'")

    def start(self) -> None:
        """Start it; returns once it answers."""
        options = (
            f"-k {self._folder} -c listen_addresses= -c max_connections=40 -c fsync=off "
            "-c full_page_writes=off -c shared_buffers=32MB "
            "-c dynamic_shared_memory_type=mmap"
        )
        self._run("pg_ctl", "start", "-w", "-l", str(self._log), "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is as good as a crash."""
        self._run("pg_ctl", "stop", "-w", "-m", mode)

    def _run(self, program: str, *words: str) -> None:
        command = [str(programs() / program), "-D", str(self.data), *words]
        told = subprocess.run(
            command,
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
        assert told.returncode == 0, told.stderr.decode()

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement as the server's administrator; its rows."""
        with closing(self.session(database)) as session:
            cursor = session.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def session(self, database: str) -> psycopg.Connection:
        """A session of the administrator's, every statement a transaction."""
        return psycopg.connect(
            host=str(self._folder),
            user="root",
            password=self._first,
            dbname=database,
            autocommit=True,
        )

    def new(self, template: str = "template0") -> Database:
        """An empty database, or a copy of another one."""
        name = f"site{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template}")
        return Database(self, name)

    def close(self) -> None:
        """End it and remove all of it."""
        self.stop("immediate")
        shutil.rmtree(self._folder)

    def settings(self, name: str) -> DatabaseSettings:
        """What a site's settings say to get at a database."""
        url = f"postgresql://{OWNER}@/{name}?host={self._folder}"
        return DatabaseSettings(url, str(self.password_file))


class Database:
    """One database of the server."""

    def __init__(self, server: PostgresServer, name: str) -> None:
        self._server = server
        self.name = name
        self.settings = server.settings(name)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What a statement tells or does, asked by somebody else than the hub."""
        return self._server.execute(query, self.name)

    def session(self) -> psycopg.Connection:
        """A session of somebody else's; every statement is a transaction until told otherwise."""
        return self._server.session(self.name)

    def cut(self) -> int:
        """End every hub's session, as a failing network or a restarted server would; how many."""
        ended = self._server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"  # noqa: S608 names of ours
            f" WHERE datname = '{self.name}' AND usename = '{OWNER}'"
        )
        return len(ended)

    def drop(self) -> None:
        """Remove it, whoever uses it."""
        self._server.execute(f"DROP DATABASE {self.name} WITH (FORCE)")
