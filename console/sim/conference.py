"""Whether the venues' terminals answer: most do, one is on a weak line, one drops out at times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from console.domain.bodies import VenuePresence
from console.domain.venue import Venue, VenueState
from console.sim.dice import dice
from console.sim.planned import Planned

EVERY_S = 10.0
OUTAGE_EVERY = 60
OUTAGE_ROUNDS = 12


def presences(venues: Sequence[Venue], seed: int) -> Iterator[Planned]:
    """`venue.presence` events without end, one venue after the other within 10 s.

    The last venue but one is weak (around 240 ms); the last is away for 12 of 60 rounds.
    """
    chance = dice(seed, "conference")
    usual = [chance.uniform(9, 38) for _ in venues]
    count = len(venues)
    round_number = 0
    while count:
        for index, venue in enumerate(venues):
            rtt = usual[index] * chance.uniform(0.8, 1.3)
            state = VenueState.ONLINE
            if index == count - 2:
                rtt, state = 240 * chance.uniform(0.85, 1.2), VenueState.WEAK
            if index == count - 1 and round_number % OUTAGE_EVERY >= OUTAGE_EVERY - OUTAGE_ROUNDS:
                rtt, state = 0.0, VenueState.OFFLINE
            at = (round_number + index / count) * EVERY_S if round_number else 0.0
            body = VenuePresence(venue.id, state, round(rtt, 1))
            yield Planned(at, "conference", "venue.presence", venue.id, 4, body)
        round_number += 1
