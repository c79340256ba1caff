"""A source under load, for benchmarks: so many events a second, each carrying when it was made."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import msgspec

from console.bus.source import Draft, Source
from console.child import say, start_message, stop_with_parent
from console.domain.bodies import UnitPosition
from console.domain.unit import UnitStatus

BURSTS_PER_S = 50
"""Events leave in this many portions a second; each portion is one transaction of the spool."""


class LoadStart(msgspec.Struct, frozen=True):
    """How much load to make: `rate` events a second for `seconds`, 0 until the parent ends it.

    `units` are ids of units of the hub's district, moved in turn around `lon`, `lat`.
    """

    source: str
    endpoint: str
    server_key: str
    public_key: str
    secret_key: str
    spool_path: str
    units: tuple[str, ...]
    lon: float
    lat: float
    rate: float = 500.0
    seconds: float = 0.0


def position(number: int, units: Sequence[str], lon: float, lat: float) -> Draft:
    """The `number`-th event: the next unit in turn, a step further to the north-east.

    Its `occurred_at` is the moment of publishing, so that a reader can tell how long it took.
    """
    unit = units[number % len(units)]
    step = 1e-6 * (number // len(units) % 1000)
    body = UnitPosition(unit, lon + step, lat + step, 5.0, 45.0, UnitStatus.ON_PATROL)
    return Draft("unit.position", unit, 4, body)


def publish_load(source: Source, start: LoadStart, stop: threading.Event) -> int:
    """Publish as `start` says; returns how many events were spooled.

    Where the machine cannot keep up, the rate falls; nothing is made up for afterwards.
    """
    began = time.monotonic()
    sent = 0
    portion = 0
    while not start.seconds or portion < start.seconds * BURSTS_PER_S:
        wait = began + portion / BURSTS_PER_S - time.monotonic()
        if stop.wait(max(0.0, wait)):
            break
        portion += 1
        due = int(start.rate * portion / BURSTS_PER_S)
        source.publish_many(
            [position(one, start.units, start.lon, start.lat) for one in range(sent, due)]
        )
        sent = max(sent, due)
    return sent


def main() -> None:
    """Run as a child: says ready when started, and how many events it published at the end."""
    start = start_message(LoadStart)
    stop = threading.Event()
    stop_with_parent(stop.set)
    source = Source(
        start.endpoint,
        start.source,
        start.server_key,
        start.public_key,
        start.secret_key,
        start.spool_path,
        agent="wangge-load/1",
    )
    source.start()
    try:
        say({"ready": True})
        say({"published": publish_load(source, start, stop)})
    finally:
        source.close(drain_s=5.0)


if __name__ == "__main__":
    main()
