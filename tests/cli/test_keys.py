"""Keys on the command line: private halves stay private, files stay closed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bootstrap.site_keys import SiteKeys
from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import load_keypair, new_keypair
from console.cli.main import main


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def _run(site: Path, *words: str) -> int:
    return main([*words, "--data", str(site), "--lang", "en"])


def _allowed(site: Path) -> AllowList:
    return AllowList(site / "keys" / "allowed.json")


def test_a_new_key_is_let_in_and_its_file_is_closed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("keys", "new", "water", "--kind", "source", "--name", "水位", "--not-after")
    assert _run(site, *words, "2099-12-31") == 0
    path = site / "keys" / "source-water.json"
    pair = load_keypair(path)
    peer = _allowed(site).peer(pair.public, PeerKind.SOURCE)
    assert peer is not None
    assert (peer.id, peer.name) == ("water", "水位")
    assert peer.by
    assert peer.not_after is not None
    assert peer.not_after.astimezone(UTC) > datetime(2099, 12, 31, tzinfo=UTC)
    assert _run(site, "keys", "list") == 0
    for file in (site / "keys").iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name
    told = capsys.readouterr().out
    assert pair.public in told
    assert pair.secret not in told
    assert load_keypair(site / "keys" / "hub.json").secret not in told


def test_a_key_is_never_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(site, "keys", "new", "water", "--kind", "source") == 0
    before = (site / "keys" / "source-water.json").read_bytes()
    assert _run(site, "keys", "new", "water", "--kind", "source") == 1
    assert "E-FILE-THERE" in capsys.readouterr().err
    assert (site / "keys" / "source-water.json").read_bytes() == before


@pytest.mark.parametrize("how", ["text", "text file", "pair file"])
def test_somebody_elses_key_is_let_in(site: Path, tmp_path: Path, how: str) -> None:
    pair = new_keypair()
    file = tmp_path / "theirs"
    content = {"public": pair.public, "secret": pair.secret}
    file.write_text(json.dumps(content) if how == "pair file" else pair.public + "\n")
    given = pair.public if how == "text" else str(file)
    assert _run(site, "keys", "allow", given, "desk-2", "--kind", "console", "--role=auditor") == 0
    peer = _allowed(site).peer(pair.public, PeerKind.CONSOLE)
    assert peer is not None
    assert (peer.id, peer.roles) == ("desk-2", ("auditor",))


@pytest.mark.parametrize("text", ["nothing", "~" * 40, "", "x" * 39])
def test_what_is_no_key_is_refused(
    site: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(site, "keys", "allow", text, "desk-2", "--kind", "console") == 1
    assert "E-KEY" in capsys.readouterr().err
    assert not _allowed(site).peers()


def test_an_expired_key_opens_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(site, "keys", "new", "old", "--kind", "source", "--not-after", "2020-01-01") == 0
    pair = load_keypair(site / "keys" / "source-old.json")
    assert _allowed(site).peer(pair.public, PeerKind.SOURCE) is None
    assert _run(site, "keys", "list") == 0
    assert "expired" in capsys.readouterr().out


def test_a_revoked_key_stays_out_when_the_workstation_starts_again(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = SiteKeys(site / "keys").console("console-1")
    assert _run(site, "keys", "revoke", "console-1") == 0
    assert SiteKeys(site / "keys").console("console-1") == pair
    assert _allowed(site).peer(pair.public, PeerKind.CONSOLE) is None
    assert _run(site, "keys", "revoke", "console-1") == 1
    assert "E-KEY-UNKNOWN" in capsys.readouterr().err
