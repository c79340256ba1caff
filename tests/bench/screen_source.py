"""The load of the screen bench: unit positions and, among them, the sensor readings it times."""

from __future__ import annotations

import threading
import time

import msgspec

from console.bus.source import Draft, Source
from console.child import say, start_message, stop_with_parent
from console.domain.bodies import SensorReading
from console.sim.load import position

SENSORS = 10
"""Few enough that all their alarms are on the screen at once."""
PORTIONS_PER_S = 50


class ScreenLoad(msgspec.Struct, frozen=True):
    """`rate` events a second, one reading in each of the 50 portions of a second."""

    endpoint: str
    source: str
    server_key: str
    public_key: str
    secret_key: str
    spool: str
    units: tuple[str, ...]
    lon: float
    lat: float
    rate: int
    seconds: float


def reading(number: int, start: ScreenLoad) -> Draft:
    """A gauge over its threshold, a little higher each time."""
    sensor = f"bench-{number % SENSORS}"
    value = 20.0 + number // SENSORS % 50
    body = SensorReading(sensor, sensor, value, "cm", 15.0, "C01", start.lon, start.lat)
    return Draft("sensor.level", sensor, 3, body)


def main() -> None:
    """Publish until the time is over or the parent is gone; then say how many."""
    start = start_message(ScreenLoad)
    stop = threading.Event()
    stop_with_parent(stop.set)
    keys = (start.server_key, start.public_key, start.secret_key)
    source = Source(start.endpoint, start.source, *keys, start.spool)
    source.start()
    say({"ready": True})
    each = start.rate // PORTIONS_PER_S - 1
    began = time.monotonic()
    portion = 0
    while portion < start.seconds * PORTIONS_PER_S:
        if stop.wait(max(0.0, began + portion / PORTIONS_PER_S - time.monotonic())):
            break
        first = portion * each
        moves = [position(n, start.units, start.lon, start.lat) for n in range(first, first + each)]
        source.publish_many([*moves, reading(portion, start)])
        portion += 1
    source.close(drain_s=5.0)
    say({"published": portion * (each + 1)})


if __name__ == "__main__":
    main()
