"""A second hub on the command line: waits, and takes over when the first one ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def _hub(site: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "main.py", "hub", "--data", str(site), "--lang", "en", "--standby"]
    with subprocess.Popen([*command, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as one:
        try:
            yield one
        finally:
            one.kill()


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _feed_noted(site: Path) -> str:
    ports = json.loads((site / "hub-ports.json").read_bytes())["ports"]
    return f"tcp://127.0.0.1:{ports['feed']}"


def test_second_hub_waits_for_its_turn(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "settings.toml").write_text("[hub]\ningest_port = 0\nfeed_port = 0\n")
    with ExitStack() as stack:
        first = stack.enter_context(_hub(site))
        listening = _said(first)
        assert "listens on" in listening
        feed = _feed_noted(site)
        assert feed in listening
        second = stack.enter_context(_hub(site, "--active", feed))
        waiting = _said(second)
        assert "waits on" in waiting
        assert _feed_noted(site) == feed, "whoever looks for the hub finds the one that works"
        first.send_signal(signal.SIGTERM)
        assert first.wait(15) == 0
        taken_over = _said(second)
        assert taken_over == waiting.replace("waits on", "listens on").replace(" for its turn", "")
        assert _feed_noted(site) in taken_over
        second.send_signal(signal.SIGTERM)
        assert second.wait(15) == 0


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    with _hub(tmp_path, "--active", "hub-1:5772") as process:
        assert process.wait(15) == 1
