"""The command line on a shared site's database: district, accounts, hub, status, copies, audit."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from console.bootstrap.site_keys import SiteKeys
from tests.postgres_server import OWNERS, Database

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path, postgres: Database) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "settings.toml").write_text(
        "[hub]\ningest_port = 0\nfeed_port = 0\n"
        f'[database]\nurl = "{postgres.settings.url}"\n'
        f'password_file = "{postgres.settings.password_file}"\n'
    )
    return folder


def _run(site: Path, *words: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *map(str, words), "--data", str(site), "--lang", "en"]
    return subprocess.run(
        command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False, timeout=60
    )


def _well(site: Path, *words: object, typed: str = "") -> str:
    done = _run(site, *words, typed=typed)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def _hub(site: Path) -> Iterator[None]:
    command = [sys.executable, "main.py", "hub", "--standby", "--data", str(site), "--lang", "en"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as one:
        try:
            assert one.stdout is not None
            assert "listens on" in one.stdout.readline()
            yield
            one.send_signal(signal.SIGTERM)
            assert one.wait(15) == 0
        finally:
            one.kill()


def _add(site: Path, user: str) -> None:
    _well(site, "user", "add", user, typed="Long-Enough-7\n")


def _users(postgres: Database) -> set[object]:
    return {row[0] for row in postgres.rows('SELECT "user" FROM account')}


def test_copies_are_made_while_the_hub_runs_and_put_back_when_it_does_not(
    site: Path, postgres: Database, tmp_path: Path
) -> None:
    _add(site, "first")
    SiteKeys(site / "keys").console("status", roles=("status",))
    copy = tmp_path / "copy.dump"
    with _hub(site):
        told = _well(site, "status")
        assert f"PostgreSQL {postgres.settings.url.partition('host=')[2]}/{postgres.name}" in told
        assert "Write-ahead log" not in told
        assert str(copy) in _well(site, "backup", copy)
        kept = _well(site, "backup")
        assert re.search(r"backups/hub-\d{8}T\d{6}Z\.dump", kept)
        refused = _run(site, "restore", copy)
        assert (refused.returncode, refused.stderr[:9]) == (1, "E-RUNNING")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "is sound" in _well(site, "verify", copy)
    _add(site, "second")
    [[epoch]] = postgres.rows("SELECT value FROM meta WHERE name = 'hub_epoch'")
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 2])
    refused = _run(site, "restore", copy)
    assert (refused.returncode, refused.stderr[:15]) == (1, "E-BACKUP-BROKEN")
    assert _users(postgres) == {"first", "second"}
    copy.write_bytes(data)
    assert "before-restore" in _well(site, "restore", copy)
    assert _users(postgres) == {"first"}
    [[newer]] = postgres.rows("SELECT value FROM meta WHERE name = 'hub_epoch'")
    assert int(str(newer)) > int(str(epoch))
    assert "the chain is intact" in _well(site, "audit", "verify")
    before = next((site / "backups").glob("hub-before-restore-*.dump"))
    _well(site, "restore", before)
    assert _users(postgres) == {"first", "second"}


def test_what_is_done_to_the_audit_log_there_is_found(site: Path, postgres: Database) -> None:
    for user in ("first", "second"):
        _add(site, user)
    assert "2 rows, the chain is intact" in _well(site, "audit", "verify")
    postgres.rows("UPDATE audit SET entity = 'nobody' WHERE sequence = 1")
    assert "row 1" in _run(site, "audit", "verify").stderr


def test_the_password_is_nowhere_but_in_its_file(site: Path, tmp_path: Path) -> None:
    _well(site, "backup", tmp_path / "copy.dump")
    with _hub(site):
        for process in psutil.Process().children(recursive=True):
            said = (*process.cmdline(), *process.environ().values())
            assert not [word for word in said if OWNERS in word]
    for path in (one for one in site.rglob("*") if one.is_file()):
        assert OWNERS.encode() not in path.read_bytes(), path
