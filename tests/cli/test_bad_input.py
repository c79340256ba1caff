"""What a user gets for bad input: an exit code, one sentence with its code, never a traceback."""

from __future__ import annotations

import os
import resource
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.maps import district_pack
from console.sim.district.generator import SEED, generate
from data.paths import DATABASE

ROOT = Path(__file__).resolve().parents[2]
FREE_PORTS = "[hub]\ningest_port = 0\nfeed_port = 0\n"
LITTLE = 100_000
"""Bytes a file may have where the disk is as good as full."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "settings.toml").write_text(FREE_PORTS)
    return folder


def _main(
    *words: str, lang: str = "en", little: bool = False, **extra: str
) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE, LITTLE))

    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words, "--lang", lang],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **extra},
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
        preexec_fn=limit if little else None,
    )


def _refused(done: subprocess.CompletedProcess[str], code: str, *words: str) -> str:
    """The sentence; exit code, error code and language have been looked at."""
    assert done.returncode == 1, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr + done.stdout
    first = done.stderr.splitlines()[0]
    assert first.startswith(f"{code}  "), done.stderr
    for word in words:
        assert word in done.stderr
    return first


@pytest.mark.parametrize(
    "words",
    [
        ("hub",), ("run",), ("demo", "--for", "3"), ("status",), ("keys", "list"),
        ("district", "import", "nowhere"), ("backup",), ("user", "add", "x", "--role", "operator"),
    ],
)  # fmt: skip
def test_the_data_folder_is_a_file(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "file"
    file.touch()
    _refused(_main(*words, "--data", str(file)), "E-FILE", str(file))


@pytest.mark.parametrize(
    "text",
    [
        b"hub = [", b"\xff\xfe", b"[hub]\nfeed_port = 99999\n", b"[hub]\nfeed_port = 'x'\n",
        b"[store]\nbackup_minutes = 0\n",
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used(site: Path, text: bytes) -> None:
    (site / "settings.toml").write_bytes(text)
    _refused(_main("hub", "--data", str(site)), "E-SETTINGS", str(site / "settings.toml"))


def test_settings_that_are_a_folder(site: Path) -> None:
    (site / "settings.toml").unlink()
    (site / "settings.toml").mkdir()
    told = _refused(_main("hub", "--data", str(site), lang="zh_CN"), "E-SETTINGS")
    assert "设置文件" in told


@pytest.mark.parametrize("which", ["ingest_port", "feed_port"])
def test_the_port_of_the_hub_is_taken(site: Path, which: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        (site / "settings.toml").write_text(FREE_PORTS.replace(f"{which} = 0", f"{which} = {port}"))
        done = _main("hub", "--data", str(site))
    _refused(done, "E-PORT", str(port), str(site / "settings.toml"))


def test_an_address_of_another_computer(site: Path) -> None:
    (site / "settings.toml").write_text(FREE_PORTS + 'bind = "192.0.2.1"\n')
    _refused(_main("hub", "--data", str(site)), "E-ADDRESS", "192.0.2.1", "settings.toml")


@pytest.mark.parametrize("file", ["allowed.json", "hub.json"])
def test_damaged_keys_are_told_and_never_overwritten(site: Path, file: str) -> None:
    damaged = site / "keys" / file
    damaged.parent.mkdir()
    damaged.write_text("garbage")
    for words in (("hub",), ("keys", "new", "water", "--kind", "source"), ("status",)):
        _refused(_main(*words, "--data", str(site)), "E-KEYS-BROKEN", str(damaged))
    assert damaged.read_text() == "garbage"


@pytest.fixture
def stored(site: Path) -> Path:
    """A site whose database is there."""
    _main("user", "add", "anna", "--role", "administrator", "--data", str(site))
    assert (site / DATABASE).exists()
    return site


@pytest.fixture
def locked(stored: Path) -> Iterator[Path]:
    """A second process holds the write lock of the database."""
    hold = (
        "import sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "held.execute('BEGIN IMMEDIATE')\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(stored / DATABASE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    yield stored
    holder.communicate()


def test_the_database_is_locked(locked: Path) -> None:
    told = _refused(_main("hub", "--data", str(locked), lang="zh_CN"), "E-DB-LOCKED")
    assert "锁定" in told


def test_the_database_is_of_a_later_version(stored: Path) -> None:
    with closing(sqlite3.connect(stored / DATABASE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999_later'")
    _refused(_main("hub", "--data", str(stored)), "E-DB-NEWER", "Update this program")


def test_the_database_is_none(site: Path) -> None:
    (site / DATABASE).write_text("not a database, not at all, nothing of the kind")
    _refused(_main("hub", "--data", str(site)), "E-DB", str(site / DATABASE))


def test_a_pack_with_faults_of_every_kind(site: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    district_pack.write(generate(SEED, "http://127.0.0.1:1"), pack)
    (pack / "district.toml").write_text("code = [}\nname = 1\n")
    (pack / "streets.geojson").unlink()
    (pack / "grids.geojson").write_text('{"type": "FeatureCollection", "features": [{')
    (pack / "cameras.csv").write_bytes(b"id,number\n\xff\xfe,1\n")
    (pack / "sites.csv").write_text("id,name\n")
    done = _main("district", "import", str(pack), "--data", str(site), lang="zh_CN")
    told = _refused(done, "E-PACK", "district.toml:1", "streets.geojson", "cameras.csv")
    assert "什么也没有导入" in told
    assert not (site / DATABASE).exists()


def test_a_full_disk_at_the_first_start_of_the_demo(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    done = _main("demo", "--data", str(folder), "--for", "3", little=True)
    _refused(done, "E-DISK-FULL", str(folder))


def test_a_full_disk_while_a_pack_is_written(tmp_path: Path) -> None:
    done = _main("district", "generate", str(tmp_path / "pack"), little=True)
    _refused(done, "E-DISK-FULL", str(tmp_path / "pack"))


def test_a_pack_is_not_written_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    _refused(_main("district", "generate", str(file)), "E-FILE", str(file))


def test_no_display(site: Path) -> None:
    _refused(_main("run", "--data", str(site), QT_QPA_PLATFORM=""), "E-DISPLAY", "desktop")


def test_a_display_that_is_gone(site: Path) -> None:
    done = _main("run", "--data", str(site), QT_QPA_PLATFORM="", DISPLAY=":7391")
    _refused(done, "E-WINDOW", "QT_QPA_PLATFORM")


def test_a_fault_of_the_program_is_a_sentence_and_a_log(site: Path) -> None:
    broken = (
        "import sys; import console.cli.hub as room\n"
        "def fail(*_, **__): raise ZeroDivisionError('nobody expected this')\n"
        "room.Workstation.start_hub = fail\n"
        "from console.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken, "hub", "--data", str(site), "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    told = _refused(done, "E-BUG", "nobody expected this", str(site))
    log = Path(told.rpartition(" ")[2].rstrip("."))
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
