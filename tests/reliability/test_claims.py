"""R10: many consoles reach for the same cases; each case goes to exactly one of them."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus import headers
from console.codec import decode, encode
from console.domain.access import Actor, Role
from console.domain.case import Case, CaseState
from console.domain.case_log import Action
from console.domain.commands import AddNote, AdvanceCase, Command
from console.domain.dispatch_commands import ClaimCase
from console.hub.config import SignedIn
from tests.data.feeder import Feeder, Watch, facts
from tests.hub.site import Raw
from tests.reliability.real_site import RealSite, real_site

CONSOLES = 20
UNDER_WAY = 25
"""Commands that a console waits for at a time."""
_LEADER = Actor("zhou", "zhou", Role.SHIFT_LEADER, "", "desk-0")

Outcomes = dict[str, list[tuple[str, str]]]
"""By case: which console got which code."""


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RealSite]:
    with real_site(tmp_path) as one:
        yield one


def _cases(site: RealSite, count: int) -> dict[str, int]:
    """Versions by number; at one place, so most are flagged as repeats and have longer logs."""
    watch = Watch()
    watch.now = datetime.now(UTC)
    feeder = Feeder(watch)
    versions: dict[str, int] = {}
    for start in range(0, count, 100):
        reports = [feeder.report(f"R{n}") for n in range(start, min(count, start + 100))]
        rows = [fact.row for fact in facts(site.real.take([feeder.batch(*reports)])[1])]
        versions.update((row.number, row.version) for row in rows if isinstance(row, Case))
    return versions


def _race(
    site: RealSite, seats: list[SignedIn], numbers: Collection[str], claim: Callable[[str], Command]
) -> Outcomes:
    """Every console gives the command for every case, each in an order of its own."""
    raws = [site.attached(seat, seat.user) for seat in seats]
    outcomes: Outcomes = {number: [] for number in numbers}
    together = threading.Barrier(len(raws))

    def reach(seat: SignedIn, raw: Raw) -> None:
        order = random.Random(seat.user).sample(sorted(numbers), len(numbers))  # noqa: S311 chance
        together.wait(10)
        for start in range(0, len(order), UNDER_WAY):
            part = order[start : start + UNDER_WAY]
            for number in part:
                command = claim(number)
                header = headers.Cmd(f"{seat.user}/{number}", type(command).__name__)
                raw.send("CMD", header, [encode(command)])
            for _ in part:
                result = raw.receive("RESULT", 60).typed(headers.Result)
                outcomes[result.cmd_id.split("/")[1]].append((seat.user, result.code))

    threads = [
        threading.Thread(target=reach, args=pair, name=pair[0].user)
        for pair in zip(seats, raws, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    site.stop_hub()
    return outcomes


def _stored(site: RealSite, number: str) -> Case:
    [row] = site.real.query(_LEADER, "case", encode({"number": number}))
    return decode(row, Case)


def test_each_case_has_exactly_one_winner(town: RealSite, soak: bool) -> None:
    versions = _cases(town, 1000 if soak else 50)
    seats = [town.seat(f"desk-{n}") for n in range(2, CONSOLES + 2)]
    town.start_hub()
    filing = _race(
        town, seats, versions, lambda number: AdvanceCase(number, versions[number], Action.FILED)
    )
    winners: Counter[str] = Counter()
    for number, told in filing.items():
        winner = _only_winner(told)
        winners[winner] += 1
        case = _stored(town, number)
        assert (case.state, case.version) == (CaseState.FILED, versions[number] + 1)
        assert case.log[-1].args["who"] == f"user:{winner}"
        assert case.owner == winner
    assert len(winners) > 1, "it was no race"


def _only_winner(told: list[tuple[str, str]]) -> str:
    assert Counter(code for _, code in told) == {"OK": 1, "VERSION_CONFLICT": CONSOLES - 1}
    [winner] = [user for user, code in told if code == "OK"]
    return winner


def test_a_claimed_case_has_exactly_one_owner(town: RealSite, soak: bool) -> None:
    versions = _cases(town, 1000 if soak else 50)
    seats = [town.seat(f"desk-{n}") for n in range(2, CONSOLES + 2)]
    town.start_hub()
    outcomes = _race(town, seats, versions, lambda number: ClaimCase(number, versions[number]))
    owners: Counter[str] = Counter()
    for number, told in outcomes.items():
        winner = _only_winner(told)
        owners[winner] += 1
        case = _stored(town, number)
        assert (case.owner, case.version) == (winner, versions[number] + 1)
    assert len(owners) > 1, "it was no race"


def test_without_a_version_everybody_would_win(town: RealSite) -> None:
    """Negative control: a command that names no version goes through for all of them."""
    numbers = _cases(town, 2)
    seats = [town.seat(f"desk-{n}") for n in range(2, CONSOLES + 2)]
    town.start_hub()
    outcomes = _race(town, seats, numbers, lambda number: AddNote(number, "claimed"))
    for told in outcomes.values():
        assert Counter(code for _, code in told) == {"OK": CONSOLES}
