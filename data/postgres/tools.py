"""The server's own programs that write and read copies of a database."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg.conninfo import make_conninfo

from console.errors import BackupBroken, BackupFailed
from data.copying import sync_file
from data.postgres.server import Server

DEBIAN = Path("/usr/lib/postgresql")
_ENV = ("PATH", "HOME", "LANG", "LC_ALL", "PGPASSFILE", "SYSTEMROOT")


class Tools:
    """Runs `pg_dump` and `pg_restore`; the password travels in a file of the owner's alone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def dump(self, target: Path) -> None:
        """Copy the database, as of one moment, while hubs write; raises `BackupFailed`.

        `target` appears once the copy is whole and durable.
        """
        unfinished = target.with_name(f".{target.name}.part")
        unfinished.unlink(missing_ok=True)
        # Made here: from its first byte it is nobody else's to read.
        unfinished.touch(mode=0o600)
        try:
            fault = self._run("pg_dump", "--format=custom", "--no-owner", f"--file={unfinished}")
            fault = fault or read_whole(unfinished)
            if fault:
                raise BackupFailed(path=target, detail=fault)
            sync_file(unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)

    def put_back(self, dump: Path) -> None:
        """Make the database what the dump has, all of it or nothing; raises `BackupBroken`."""
        fault = self._run(
            "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(dump)
        )
        if fault:
            raise BackupBroken(path=dump, detail=fault)

    def _run(self, program: str, *words: str) -> str:
        """What went wrong, empty where nothing did."""
        address = make_conninfo(**self._server.parts)
        with self._password_file() as environment:
            return _told([program, f"--dbname={address}", "--no-password", *words], environment)

    @contextmanager
    def _password_file(self) -> Iterator[dict[str, str]]:
        environment = _environment()
        password = self._server.password()
        if password is None:
            yield environment
            return
        escaped = password.replace("\\", "\\\\").replace(":", "\\:")
        with tempfile.TemporaryDirectory(prefix="wangge-") as folder:
            path = Path(folder) / "pgpass"
            path.touch(mode=0o600)
            path.write_text(f"*:*:*:*:{escaped}\n", encoding="utf-8")
            yield {**environment, "PGPASSFILE": str(path)}


def read_whole(dump: Path) -> str:
    """Read a dump to its end; what is wrong with it, empty where nothing is."""
    return _told(["pg_restore", f"--file={os.devnull}", str(dump)], _environment())


def revision_in(dump: Path) -> str:
    """The schema revision of a sound dump, empty where it has none."""
    words = ("--data-only", "--table=alembic_version", "--file=-")
    run = _run(["pg_restore", *words, str(dump)], _environment())
    lines = run.stdout.decode(errors="replace").splitlines() if run else []
    at = next((n for n, line in enumerate(lines) if line.startswith("COPY ")), len(lines))
    return lines[at + 1] if at + 1 < len(lines) else ""


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _ENV if name in os.environ}


def _told(command: list[str], environment: dict[str, str]) -> str:
    run = _run(command, environment)
    if run is None:
        return f"{command[0]} is not installed (package postgresql-client)"
    if run.returncode == 0:
        return ""
    lines = run.stderr.decode(errors="replace").strip().splitlines()
    return lines[0] if lines else f"{command[0]} ended with {run.returncode}"


def _run(
    command: list[str], environment: dict[str, str]
) -> subprocess.CompletedProcess[bytes] | None:
    """None where the program is not installed."""
    program = _found(command[0])
    if program is None:
        return None
    return subprocess.run(
        [program, *command[1:]],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _found(program: str) -> str | None:
    """The newest of several versions: an older one refuses a newer server."""
    versions = [one for one in DEBIAN.glob(f"*/bin/{program}") if one.parts[-3].isdigit()]
    if versions:
        return str(max(versions, key=lambda one: int(one.parts[-3])))
    return shutil.which(program)
