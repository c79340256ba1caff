"""A real site's first day: pack, first administrator, signing in, a second account."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.bootstrap.site import CONSOLE, Site
from console.bus.feed_client import FeedClient
from console.config import Folders, HubSettings, StoreSettings
from console.domain.facts import Fact, Kind
from console.maps import district_pack
from console.sim.district.generator import SEED, generate

ROOT = Path(__file__).resolve().parents[2]
MAIN = (sys.executable, "main.py")
PASSWORD = "A long password 1"  # noqa: S105 of a made-up account
FREE = HubSettings(ingest_port=0, feed_port=0)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "site", tmp_path / "cache")


@pytest.fixture
def site(folders: Folders, tmp_path: Path) -> Iterator[Site]:
    """A site whose first start is over."""
    pack = tmp_path / "pack"
    pack.mkdir()
    district_pack.write(generate(SEED, "rtsp://192.0.2.1"), pack)
    one = Site(folders, FREE, StoreSettings())
    assert not one.prepared
    one.prepare(pack, "gcj02", "chief", "罗某", PASSWORD)
    yield one
    one.close()


def _first_snapshot(site: Site, token: str) -> list[Fact]:
    keys = site.workstation.keys
    pair = keys.console(CONSOLE)
    came: list[list[Fact]] = []
    arrived = threading.Event()

    def take(facts: list[Fact], _gseq: int) -> None:
        came.append(facts)
        arrived.set()

    client = FeedClient(
        [site.workstation.feed],
        keys.server.public,
        pair.public,
        pair.secret,
        token,
        CONSOLE,
        on_snapshot=take,
        on_facts=lambda _: None,
        on_result=lambda _: None,
        on_rows=lambda *_: None,
        on_link=lambda _: None,
    )
    client.start()
    assert arrived.wait(10)
    client.close()
    return came[0]


def test_the_first_administrator_signs_in_to_the_imported_district(site: Site) -> None:
    assert site.prepared
    door = site.start_hub()
    assert door.sign_in("chief", "guessed wrong") is None
    assert door.sign_in("nobody", PASSWORD) is None
    entry = door.sign_in("chief", PASSWORD)
    assert entry is not None
    assert entry.role == "administrator"
    facts = _first_snapshot(site, entry.token)
    assert sum(fact.kind is Kind.GRID for fact in facts) == 207
    assert sum(fact.kind is Kind.CAMERA for fact in facts) == 1312


def test_an_operator_is_added_while_nobody_is_at_work(site: Site, folders: Folders) -> None:
    command = [*MAIN, "user", "add", "op1", "--data", str(folders.data)]
    short = subprocess.run(
        command, cwd=ROOT, input="short\n", capture_output=True, text=True, check=False
    )
    assert short.returncode == 1
    added = subprocess.run(
        command, cwd=ROOT, input=PASSWORD + "\n", capture_output=True, text=True, check=False
    )
    assert added.returncode == 0, added.stderr
    entry = site.start_hub().sign_in("op1", PASSWORD)
    assert entry is not None
    assert entry.role == "operator"


def test_a_broken_pack_leaves_the_site_as_it_was(folders: Folders, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    district_pack.write(generate(SEED, "rtsp://192.0.2.1"), pack)
    cameras = pack / "cameras.csv"
    head, first, *rest = cameras.read_text(encoding="utf-8").splitlines()
    broken = [head, first.replace(first.split(",")[0], "12345"), *rest]
    cameras.write_text("\n".join(broken) + "\n", encoding="utf-8")
    done = subprocess.run(
        [*MAIN, "district", "import", str(pack), "--lang", "en", "--data", str(folders.data)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "E-PACK" in done.stderr
    assert "cameras.csv:2" in done.stderr
    assert "Traceback" not in done.stderr
