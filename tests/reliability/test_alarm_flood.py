"""R17: 500 alarms in ten minutes: few calls, the worst at once, every single one still there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.client import annunciation
from console.client.alarm_groups import AlarmGroups
from console.client.annunciation import Annunciation, Call
from console.client.store import Store
from console.codec import decode_fact
from console.domain.facts import Kind
from console.services.alarm_book import AlarmBook
from console.services.core import Accepted, FeedItem
from data.opened_core import OpenedCore
from tests.data.alarm_kit import reading
from tests.data.conftest import QuickPasswords
from tests.data.feeder import Feeder, Watch
from tests.data.town import town
from tests.reliability.real_site import RESOURCES

ALARMS, SECONDS = 500, 600
WORST = (70, 200, 201, 400)
"""Which of them are of level 1."""
KINDS = ("sensor.gas", "sensor.smoke", "sensor.level")
SOON = timedelta(seconds=1)


@dataclass
class Flood:
    """The hub, and a console that follows it second by second."""

    opened: OpenedCore
    watch: Watch
    store: Store = field(default_factory=Store)
    calls: list[tuple[datetime, Call]] = field(default_factory=list)
    raised: dict[str, datetime] = field(default_factory=dict)
    sent: int = 0

    def __post_init__(self) -> None:
        self.feeder = Feeder(self.watch)
        self.spoken = Annunciation(self.store)

    def run(self) -> None:
        for second in range(SECONDS):
            self._second(second)

    def _second(self, second: int) -> None:
        due = ALARMS * (second + 1) // SECONDS - self.sent
        items = [self._one(self.sent + number) for number in range(due)]
        self.sent += due
        if items:
            self._follow(self.opened.core.take([self.feeder.batch(*items)])[1])
        self.watch.on(seconds=1)
        self._follow(self.opened.core.tick(self.watch.now))
        self._called(self.spoken.tick(self.watch.now))

    def _one(self, count: int) -> Accepted:
        level = 1 if count in WORST else 2 if count % 7 == 0 else 3 + count % 2
        return reading(self.feeder, f"probe-{count}", KINDS[count % 3], level=level)

    def _follow(self, items: Sequence[FeedItem]) -> None:
        changes = self.store.apply([decode_fact(item.data) for item in items])
        for fact in changes.facts:
            if fact.name == "AlarmRaised":
                self.raised[fact.key] = self.watch.now
        keys = changes.upserted.get(Kind.ALARM, frozenset())
        self._called(self.spoken.take(keys, self.watch.now))

    def _called(self, call: Call | None) -> None:
        if call is not None:
            self.calls.append((self.watch.now, call))

    def waited(self) -> list[timedelta]:
        """How long each alarm of level 1 waited to be called out."""
        called: dict[str, datetime] = {}
        for at, call in self.calls:
            called.setdefault(call.alarm.id, at)
        worst = [one.id for one in self.store.alarms.values() if one.level == 1]
        never = self.watch.now
        return [called.get(one, never) - self.raised[one] for one in worst]

    def rows(self) -> tuple[list[str], int]:
        """What stands in the list, and how many alarms that stands for."""
        groups = AlarmGroups(self.store)
        groups.rebuild()
        single = [a.id for a in self.store.alarms.values() if not groups.folded(a)]
        cards = [groups.group(key) for key in groups.groups()]
        members = [member for card in cards if card for member in card.members]
        assert sorted([*single, *members]) == sorted(self.store.alarms)
        return [*single, *groups.groups()], len(single) + sum(card.size for card in cards if card)


@pytest.fixture
def flood(tmp_path: Path) -> Iterator[Flood]:
    watch = Watch()
    with OpenedCore(tmp_path, RESOURCES, watch, passwords=QuickPasswords()) as opened:
        opened.core.import_district(town())
        yield Flood(opened, watch)


def test_a_flood_is_called_out_ten_times_at_most_and_nothing_is_lost(flood: Flood) -> None:
    flood.run()
    assert len(flood.store.alarms) == ALARMS
    assert len(flood.calls) <= 10
    assert len(flood.waited()) == len(WORST)
    assert max(flood.waited()) <= SOON
    told = sum(1 + call.more for _, call in flood.calls) + flood.spoken.waiting
    assert told == ALARMS
    rows, count = flood.rows()
    assert count == ALARMS
    assert len(rows) <= 3 + len(WORST)


def test_without_pauses_the_calls_never_end(flood: Flood, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shown: a call for whatever comes in."""
    nothing = timedelta(0)
    monkeypatch.setattr(annunciation, "CALM", nothing)
    monkeypatch.setattr(annunciation, "IN_FLOOD", dict.fromkeys((2, 3, 4), nothing))
    flood.run()
    assert len(flood.calls) > 100


def test_without_its_rank_level_1_would_wait(flood: Flood, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shown: the worst alarms wait their turn like the others."""
    real = Annunciation._due

    def ranked_alike(self: Annunciation, now: datetime, *, worst_paused: bool) -> Call | None:
        paused = self._last is not None and now - self._last < annunciation.IN_FLOOD[3]
        return None if paused else real(self, now, worst_paused=worst_paused)

    monkeypatch.setattr(Annunciation, "_due", ranked_alike)
    flood.run()
    assert max(flood.waited()) > SOON


def test_without_folding_every_alarm_is_a_row(
    flood: Flood, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault shown: a list that nobody can read."""
    monkeypatch.setattr(AlarmBook, "_group", lambda *_: "")
    flood.run()
    rows, count = flood.rows()
    assert len(rows) == count == ALARMS
