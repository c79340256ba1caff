"""One simulated source in its own process: reports its part of the demo until it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from console.bus.source import Draft, Source
from console.child import say, start_message, stop_with_parent
from console.domain.geo import LonLat
from console.sim.pace import Pace
from console.sim.pack_cache import load_district
from console.sim.plan import Plan
from console.sim.planned import Planned
from console.sim.repertoire import Repertoire
from console.sim.start import SourceStart

if TYPE_CHECKING:
    from console.sim.orders_in import OrdersIn

TOGETHER = 200
"""The most events that go into the spool in one transaction."""
READY_POLL_S = 0.05


class Outbox(Protocol):
    """What the player needs of the SDK's `Source`."""

    def publish_many(self, drafts: Iterable[Draft]) -> list[str]:
        """Spool events in one transaction."""


def draft(planned: Planned) -> Draft:
    """A planned event as the SDK takes it."""
    return Draft(
        planned.type,
        planned.key,
        planned.severity,
        planned.body,
        message=planned.message.value,
    )


def play(plan: Iterable[Planned], pace: Pace, outbox: Outbox) -> None:
    """Report the events of `plan` when they are due, those of one moment together."""
    for at, group in groupby(plan, key=attrgetter("at")):
        if pace.too_late(at):
            continue
        if not pace.wait_until(at):
            return
        drafts = [draft(planned) for planned in group]
        for first in range(0, len(drafts), TOGETHER):
            outbox.publish_many(drafts[first : first + TOGETHER])


def plan_of(
    start: SourceStart, now: datetime, sent: Mapping[str, LonLat] | None = None
) -> Iterator[Planned]:
    """Everything that the source of `start` is going to report, in order of time.

    `sent` are places that units are sent to, by unit id (see `OrdersIn`).

    Raises `PackBroken`, `LookupError` and `msgspec.ValidationError` as `load_district` and
    `Repertoire` do.
    """
    district = load_district(Path(start.district_folder), Path(start.spool_folder))
    repertoire = Repertoire(Path(start.scenario_folder), start.scenarios, district)
    plan = Plan(
        district,
        repertoire,
        started_at=start.started_at,
        seed=start.seed,
        reports_per_minute=start.reports_per_minute,
        sent=sent,
    )
    before = plan.before(start.source, now) if start.first_run else ()
    return chain(before, plan.of(start.source))


def main() -> None:
    """Run one source as its start message says; ends when its parent does."""
    start = start_message(SourceStart)
    stop = threading.Event()
    stop_with_parent(stop.set)
    source = Source(
        start.endpoint,
        start.source,
        start.server_key,
        start.public_key,
        start.secret_key,
        Path(start.spool_folder) / f"{start.source}.db",
        agent="wangge-sim/1",
    )
    source.start()
    orders = _orders(start)
    try:
        plan = plan_of(start, datetime.now(UTC), orders.places if orders else None)
        announce = threading.Thread(
            target=_announce, args=(source, stop), name="announce", daemon=True
        )
        announce.start()
        play(plan, Pace(start.started_at, start.speed, stop), source)
        stop.wait()
        announce.join()
    finally:
        if orders is not None:
            orders.close()
        source.close(drain_s=0.2)


def _orders(start: SourceStart) -> OrdersIn | None:
    """The ear at the feed of a source that has a seat there; the others do not load a feed client.

    Nine processes start at once on two cores, and the client is a sixth of what each would load.
    """
    if start.seat is None:
        return None
    module = import_module("console.sim.orders_in")
    orders = cast("OrdersIn", module.OrdersIn(start.feed, start.server_key, start.seat))
    orders.start()
    return orders


def _announce(source: Source, stop: threading.Event) -> None:
    """Say ready once the hub has welcomed the source."""
    while source.stats.state != "up":
        if stop.wait(READY_POLL_S):
            return
    say({"ready": source.stats.epoch})


if __name__ == "__main__":
    main()
