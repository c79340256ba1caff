"""The commands of an administrator against a real hub in its own process."""

from __future__ import annotations

import csv
import getpass
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from console.bus.keys import load_keypair
from console.bus.source import Source
from tests.hub.fakes import position
from tests.hub.site import wait_for

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "settings.toml").write_text("[hub]\ningest_port = 0\nfeed_port = 0\n")
    return folder


def _main(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *words, "--data", str(site), "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@contextmanager
def _hub(site: Path) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "main.py", "hub", "--data", str(site), "--lang", "en"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            assert "listens" in process.stdout.readline()
            yield
            process.send_signal(signal.SIGTERM)
            assert process.wait(15) == 0
        finally:
            process.kill()


def _source(site: Path, spool: Path) -> Source:
    ports = json.loads((site / "hub-ports.json").read_bytes())["ports"]
    pair = load_keypair(site / "keys" / "source-water.json")
    server = load_keypair(site / "keys" / "hub.json").public
    source = Source(
        f"tcp://127.0.0.1:{ports['ingest']}", "water", server, pair.public, pair.secret, spool
    )
    source.start()
    return source


def _told(site: Path, *texts: str) -> bool:
    done = _main(site, "status")
    assert done.returncode == 0, done.stderr
    return all(text in done.stdout for text in texts)


def _actions(site: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(site / "hub.db")) as store:
        return store.execute("SELECT action, entity FROM audit ORDER BY sequence").fetchall()


@pytest.mark.expects_log("is refused: NOT_ALLOWED")
def test_a_day_in_the_life_of_an_administrator(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with _hub(site):
        done = _main(site, "keys", "new", "water", "--kind", "source", "--name", "Water level")
        assert done.returncode == 0, done.stderr
        source = _source(site, tmp_path / "spool.db")
        try:
            source.publish("unit.position", "a", 4, position("a"))
            assert source.drain(10)
            wait_for(lambda: _told(site, "Water level (water): up", "Events: 1 "), "the status")
            done = _main(site, "backup", str(copy))
            assert done.returncode == 0, done.stderr
            assert _main(site, "restore", str(copy)).returncode == 1  # the hub runs
            _nothing_is_exported_behind_the_hub(site, tmp_path / "behind.jsonl")
            assert _main(site, "keys", "revoke", "water").returncode == 0
            wait_for(lambda: source.stats.state == "refused", "the revoked session to end", 5)
        finally:
            source.close(drain_s=0)
        wait_for(lambda: ("KeyRevoked", "water") in _actions(site), "the audit of it", 5)
        assert ("KeyAllowed", "water") in _actions(site)
    assert copy.stat().st_mode & 0o777 == 0o600
    _check_and_put_back(site, copy, tmp_path)


def _export(site: Path, to: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return _main(site, "audit", "export", "--to", str(to), *words)


def _nothing_is_exported_behind_the_hub(site: Path, to: Path) -> None:
    done = _export(site, to, "--by", "Zhou Min", "--purpose", "quarterly check")
    assert done.returncode == 1
    assert done.stderr.startswith("E-RUNNING")
    assert "auditor's window" in done.stderr
    assert not to.exists()


def _check_and_put_back(site: Path, copy: Path, tmp_path: Path) -> None:
    done = _main(site, "verify", str(copy))
    assert done.returncode == 0, done.stderr
    assert "events 1" in done.stdout
    log = tmp_path / "audit.jsonl"
    assert _main(site, "audit", "verify").returncode == 0
    done = _export(site, log, "--by", "Zhou Min", "--purpose", "quarterly check")
    assert done.returncode == 0, done.stderr
    assert len(log.read_text().splitlines()) == len(_actions(site))
    done = _main(site, "restore", str(copy))
    assert done.returncode == 0, done.stderr
    assert _actions(site)[-1] == ("RestoreBackup", "copy.db")
    # The log of the restored store is shorter than the exported anchor says, and that is told.
    done = _main(site, "audit", "verify", "--anchor", str(log) + ".anchor")
    assert done.returncode == 1
    assert "E-AUDIT" in done.stderr
    assert _main(site, "audit", "verify").returncode == 0


def test_no_export_of_the_log_is_off_the_record(site: Path, tmp_path: Path) -> None:
    with _hub(site):
        pass
    log, table = tmp_path / "audit.jsonl", tmp_path / "audit.csv"
    who, why = ("--by", "Zhou Min"), ("--purpose", "quarterly check")
    for words in (who, why):  # one of the two is missing
        assert _export(site, log, *words).returncode == 2
    for words in ((*who, "--purpose", " no "), ("--by", " ", *why)):
        assert _export(site, log, *words).stderr.startswith("E-INVALID")
    assert not log.exists()
    assert ("ExportAudit", "audit") not in _actions(site)
    assert _export(site, log, *who, *why).returncode == 0
    last = json.loads(log.read_text().splitlines()[-1])
    assert (last["action"], last["outcome"]) == ("ExportAudit", "OK")
    assert last["detail"] == {"purpose": "quarterly check", "by": "Zhou Min"}
    assert last["console"] == f"cli:{getpass.getuser()}"
    assert _export(site, log, *who, *why).stderr.startswith("E-FILE-THERE")
    assert _export(site, table, *who, *why, "--format", "csv").returncode == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["action"] for row in rows] == [action for action, _entity in _actions(site)]
    assert [row["action"] for row in rows[-2:]] == ["ExportAudit", "ExportAudit"]
    assert rows[-1]["detail"] == "purpose=quarterly check by=Zhou Min"
    assert rows[-1]["previous"] == rows[-2]["sha256"] == last["sha256"]
    assert table.stat().st_mode & 0o777 == 0o600
    assert _main(site, "audit", "verify", "--anchor", f"{table}.anchor").returncode == 0


def test_without_a_hub_status_says_so_plainly(site: Path) -> None:
    done = _main(site, "status")
    assert done.returncode == 1
    assert done.stderr.startswith("E-HUB-SILENT")


def test_a_damaged_backup_is_refused_and_nothing_changed(site: Path, tmp_path: Path) -> None:
    with _hub(site):
        pass
    copy = tmp_path / "copy.db"
    assert _main(site, "backup", str(copy)).returncode == 0
    before = (site / "hub.db").read_bytes()
    broken = tmp_path / "broken.db"
    shutil.copyfile(copy, broken)
    with broken.open("r+b") as handle:
        handle.seek(os.path.getsize(broken) // 2)
        handle.write(b"\xff" * 4096)
    for words in (("verify", str(broken)), ("restore", str(broken))):
        done = _main(site, *words)
        assert done.returncode == 1
        assert done.stderr.startswith("E-BACKUP-BROKEN"), done.stderr
    assert (site / "hub.db").read_bytes() == before
    assert _main(site, "verify", str(tmp_path / "missing.db")).returncode == 1
