"""R1: the hub killed with -9 again and again while four sources send."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

from console.bus.source import Draft, Source
from tests.hub.fakes import position
from tests.hub.site import wait_for
from tests.postgres_server import Database
from tests.reliability.real_hub import PROGRAM, RealHub
from tests.reliability.server_hub import ServerHub

RATE = 500
STEP_S = 0.02


class Publisher:
    """Publishes at a rate until told to end; remembers what `publish_many` returned."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.ids: list[str] = []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="publisher")
        self._thread.start()

    def _run(self) -> None:
        begun = time.monotonic()
        while not self._ending.wait(STEP_S):
            count = int((time.monotonic() - begun) * RATE) - len(self.ids)
            self.ids += self.source.publish_many(
                Draft("unit.position", f"u{n % 60}", 4, position(f"u{n % 60}"))
                for n in range(count)
            )

    def end(self) -> None:
        self._ending.set()
        self._thread.join()


def _kill_often(hub: RealHub, sources: dict[str, Source], kills: int, seed: int) -> dict[str, int]:
    """Returns how many acknowledged events were not stored, by source."""
    chance = random.Random(seed)  # noqa: S311 chance, not secrecy
    lost: dict[str, int] = {}
    for _ in range(kills):
        if hub.ports != (0, 0):
            hub.start()
        before = {name: source.stats.acked for name, source in sources.items()}
        moment = time.monotonic() + chance.uniform(0.02, 0.4)
        wait_for(
            lambda before=before: any(  # type: ignore[misc]
                source.stats.acked > before[name] for name, source in sources.items()
            ),
            "an acknowledgement",
            15,
        )
        threading.Event().wait(max(0.0, moment - time.monotonic()))
        acked = {name: source.stats.acked for name, source in sources.items()}
        hub.kill()
        for name, seq in acked.items():
            lost[name] = lost.get(name, 0) + max(0, seq - hub.newest(name))
    return lost


def test_nothing_acknowledged_is_lost_and_nothing_doubled(tmp_path: Path, soak: bool) -> None:
    with RealHub(tmp_path) as hub:
        _killed_while_four_send(hub, kills=200 if soak else 20)


def test_nor_at_a_shared_site(tmp_path: Path, soak: bool, postgres: Database) -> None:
    with ServerHub(tmp_path, postgres) as hub:
        _killed_while_four_send(hub, kills=100 if soak else 4)


def _killed_while_four_send(hub: RealHub, kills: int) -> None:
    hub.start()
    sources = {f"s{n}": hub.source(f"s{n}") for n in range(4)}
    hub.kill()
    publishers = {name: Publisher(source) for name, source in sources.items()}
    try:
        lost = _kill_often(hub, sources, kills, seed=1)
    finally:
        for publisher in publishers.values():
            publisher.end()
    hub.start()
    try:
        for source in sources.values():
            assert source.drain(60)
    finally:
        for source in sources.values():
            source.close(drain_s=0)
    hub.kill()
    assert sum(lost.values()) == 0
    for name, publisher in publishers.items():
        assert hub.stored(name) == publisher.ids
    assert hub.integrity() == "ok"


def test_acknowledging_before_commit_would_be_found_out(tmp_path: Path) -> None:
    """Negative control: the same kills against a hub with that very fault."""
    program = ("-m", "tests.reliability.early_hub")
    assert program != PROGRAM
    with RealHub(tmp_path, program) as hub:
        hub.start()
        source = hub.source("s0")
        hub.kill()
        publisher = Publisher(source)
        try:
            lost = _kill_often(hub, {"s0": source}, 3, seed=1)
        finally:
            publisher.end()
            source.close(drain_s=0)
        assert lost["s0"] > 0
