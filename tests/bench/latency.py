"""P4: a frame leaves the camera simulator → it is painted on the wall.

Every picture carries a counter. It is read from the very memory a tile was painted from, right
after it was painted, and compared with the moment the simulator sent the frame of that number.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
from bisect import bisect_right
from collections import defaultdict
from urllib.request import urlopen

import numpy as np
from PySide6.QtGui import QPaintEvent

from console.sim.cameras.frame_code import read
from console.video.types import Engine
from tests.bench.report import percentile, report
from tests.bench.wall_kit import Wall, cameras, streams, wall
from widgets.wall.tile import Tile

SIZE = (1280, 720)
ALL_LIVE_WITHIN = 40.0
SETTLE = 4.0
P50_MS, P99_MS = 400.0, 700.0
_ASK_EVERY = 3.0

Painting = tuple[str, int, float]
"""Camera address, frame counter, when it was painted."""


class Ledger:
    """When the simulator sent which frame of which camera, asked for in a thread of its own."""

    def __init__(self, address: str, urls: list[str]) -> None:
        self._addresses = {url: url.replace("/cam/", "/sent/") for url in urls}
        self._sent: dict[str, dict[int, set[float]]] = {
            url: defaultdict(set) for url in self._addresses
        }
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ledger")
        self._thread.start()

    def close(self) -> None:
        """Ask once more and stop."""
        self._ending.set()
        self._thread.join()

    def sent(self, url: str, counter: int, before: float) -> float | None:
        """When the frame was last sent before that moment."""
        times = sorted(self._sent[url].get(counter, ()))
        index = bisect_right(times, before)
        return times[index - 1] if index else None

    def _run(self) -> None:
        while not self._ending.wait(_ASK_EVERY):
            self._ask()
        self._ask()

    def _ask(self) -> None:
        for url, address in self._addresses.items():
            with urlopen(address, timeout=5) as answer:  # noqa: S310 our own simulator
                for counter, moment in json.load(answer)["frames"]:
                    self._sent[url][counter].add(moment)


def watch(shown: Wall, tile: Tile, url: str, paintings: list[Painting]) -> None:
    """Note the counter of every new picture that `tile` paints."""
    paint, seen = tile.paintEvent, 0

    def painted(event: QPaintEvent) -> None:
        nonlocal seen
        paint(event)
        now = time.monotonic()
        frame = shown.fleet.frame(tile.player)
        if frame is None or frame.sequence == seen or frame.sequence != tile.sequence:
            return
        seen = frame.sequence
        rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride // 4, 4)
        counter = read(rows[:, : frame.width])
        if counter is not None:
            paintings.append((url, counter, now))

    tile.paintEvent = painted


def measure(shown: Wall, ledger: Ledger, urls: list[str], seconds: float) -> list[float]:
    """Milliseconds from sent to painted of every picture painted in `seconds`."""
    by_camera = {tile.camera.sub_url: tile for tile in shown.tiles if tile.camera}
    paintings: list[Painting] = []
    for url in urls:
        watch(shown, by_camera[url], url, paintings)
    shown.run(ALL_LIVE_WITHIN, lambda: shown.live() == len(urls))
    shown.run(SETTLE)
    paintings.clear()
    shown.run(seconds)
    found = list(paintings)
    ledger.close()
    sent = [(ledger.sent(url, counter, now), now) for url, counter, now in found]
    return [(now - moment) * 1000 for moment, now in sent if moment is not None]


def main() -> int:
    """Run once; 0 when both percentiles meet their targets."""
    options = _options()
    seconds = 10.0 if options.short else options.seconds
    with cameras() as address:
        urls = streams(address, options.tiles, options.profile)
        ledger = Ledger(address, urls)
        try:
            with wall(Engine(options.player), urls, SIZE) as shown:
                delays = measure(shown, ledger, urls, seconds)
                live = shown.live()
        finally:
            ledger.close()
    p50, p99 = percentile(delays, 50), percentile(delays, 99)
    enough = live == options.tiles and len(delays) > options.tiles * seconds
    return report(
        f"latency-{options.player}",
        p50,
        "ms",
        P50_MS,
        ok=enough and p50 <= P50_MS and p99 <= P99_MS,
        p99_ms=p99,
        p99_target_ms=P99_MS,
        max_ms=max(delays, default=0.0),
        pictures=len(delays),
        live=live,
        tiles=options.tiles,
        load_1m=os.getloadavg()[0],
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tiles", type=int, default=9)
    parser.add_argument("--profile", choices=("sub", "main"), default="sub")
    parser.add_argument("--player", choices=[engine.value for engine in Engine], default="vlc")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--short", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
