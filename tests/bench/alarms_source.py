"""The load of the alarm bench: first many alarms at once, then so many new ones a second."""

from __future__ import annotations

import threading
import time

import msgspec

from console.bus.source import Draft, Source
from console.child import say, start_message, stop_with_parent
from console.domain.bodies import SensorReading

KINDS = (("sensor.level", "C01"), ("sensor.smoke", "B01"), ("sensor.gas", "B04"))
PORTIONS_PER_S = 20


class AlarmLoad(msgspec.Struct, frozen=True):
    """`first` alarms at once, `rate` new ones a second for `seconds`, spread over `places`."""

    endpoint: str
    source: str
    server_key: str
    public_key: str
    secret_key: str
    spool: str
    places: tuple[tuple[float, float], ...]
    first: int
    rate: int
    seconds: float
    wait_s: float


def reading(number: int, start: AlarmLoad) -> Draft:
    """A sensor that nobody heard of before, over its threshold; about 5 % level 1, 15 % level 2."""
    kind, case_type = KINDS[number % 3]
    lon, lat = start.places[number * 7 % len(start.places)]
    level = 1 if number % 20 == 0 else 2 if number % 7 == 0 else 3 + number % 2
    name = f"bench-{number}"
    return Draft(kind, name, level, SensorReading(name, name, 30.0, "", 15.0, case_type, lon, lat))


def main() -> None:
    """Publish until the time is over or the parent is gone; then say how many."""
    start = start_message(AlarmLoad)
    stop = threading.Event()
    stop_with_parent(stop.set)
    keys = (start.server_key, start.public_key, start.secret_key)
    source = Source(start.endpoint, start.source, *keys, start.spool)
    source.start()
    say({"ready": True})
    source.publish_many([reading(number, start) for number in range(start.first)])
    stop.wait(start.wait_s)
    count, each = start.first, start.rate // PORTIONS_PER_S
    began = time.monotonic()
    for portion in range(round(start.seconds * PORTIONS_PER_S)):
        if stop.wait(max(0.0, began + portion / PORTIONS_PER_S - time.monotonic())):
            break
        source.publish_many([reading(number, start) for number in range(count, count + each)])
        count += each
    source.close(drain_s=10.0)
    say({"published": count})


if __name__ == "__main__":
    main()
