"""R5: one of four consoles stands still; the others do not notice, and it catches up."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from console.bus.allow_list import PeerKind
from console.bus.link import FeedState
from console.bus.source import Draft
from console.domain.link import HubHealth
from tests.hub.fakes import position
from tests.hub.site import Console, wait_for
from tests.reliability.real_hub import ROOT, RealHub

RATE = 200
STEP_S = 0.05
CAUGHT_UP_S = 60.0
LATE_S = 1.0
"""Nobody else may wait longer for an event than this, a busy machine allowed for."""


class Child:
    """The console that is to be stopped."""

    def __init__(self, hub: RealHub, name: str) -> None:
        pair = hub.allow(name, PeerKind.CONSOLE)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.console_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._say(
            {
                "endpoint": f"tcp://127.0.0.1:{hub.ports[1]}",
                "server": hub.server_key,
                "public": pair.public,
                "secret": pair.secret,
                "name": name,
            }
        )

    def _say(self, message: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()

    def told(self) -> dict[str, object]:
        self._say({})
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def close(self) -> None:
        self.signal(signal.SIGCONT)
        self._process.communicate(timeout=10)


class Arrivals:
    """When each event came to a console that goes on."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.at: dict[str, float] = {}
        self._seen = 0

    def look(self) -> None:
        facts, now = self.console.facts, time.monotonic()
        while self._seen < len(facts):
            origin = facts[self._seen].origin
            if origin is not None:
                assert origin.id not in self.at, "doubled"
                self.at[origin.id] = now
            self._seen += 1


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RealHub]:
    with RealHub(tmp_path) as one:
        one.start()
        yield one


def _consoles(arrivals: Arrivals) -> int:
    """How many the hub says there are."""
    rows = [fact.row for fact in arrivals.console.facts[-500:]]
    return next((row.consoles for row in reversed(rows) if isinstance(row, HubHealth)), 0)


@pytest.mark.expects_log("a gap in the feed")
def test_stopped_console_holds_nobody_up_and_catches_up(hub: RealHub, soak: bool) -> None:
    child = Child(hub, "desk-4")
    others = [Arrivals(hub.console(name=f"desk-{n}")) for n in (1, 2, 3)]
    source = hub.source("patrol")
    published: dict[str, float] = {}

    def publish_for(seconds: float) -> None:
        begun, count = time.monotonic(), 0
        while (elapsed := time.monotonic() - begun) < seconds:
            due = int(elapsed * RATE) - count
            drafts = [Draft("unit.position", "u", 4, position("u"))] * due
            if drafts:
                published.update(dict.fromkeys(source.publish_many(drafts), time.monotonic()))
            count += due
            threading.Event().wait(STEP_S)
            for one in others:
                one.look()

    try:
        wait_for(lambda: child.told()["snapshots"] == 1, "the console that is to be stopped")
        wait_for(lambda: all(one.console.snapshots for one in others), "the others")
        wait_for(lambda: publish_for(0.2) or _consoles(others[0]) == 4, "the hub counting four")
        child.signal(signal.SIGSTOP)
        publish_for(600.0 if soak else 6.0)
        assert _consoles(others[0]) == 3, "the hub has given it up"
        for one in others:
            wait_for(lambda one=one: one.look() or len(one.at) == len(published), "the rest")  # type: ignore[misc]
            waits = sorted(one.at[name] - at for name, at in published.items())
            assert waits[int(len(waits) * 0.99)] < LATE_S
            assert [link.state for link in one.console.links][-1] is FeedState.UP
            assert FeedState.DOWN not in {link.state for link in one.console.links[1:]}
        child.signal(signal.SIGCONT)
        expected = sha256("".join(published).encode()).hexdigest()
        wait_for(lambda: child.told()["sha256"] == expected, "it catching up", CAUGHT_UP_S)
        assert child.told()["snapshots"] == 1, "from where it was, not from the beginning"
    finally:
        for one in others:
            one.console.client.close()
        source.close(drain_s=0)
        child.close()
