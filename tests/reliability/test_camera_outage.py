"""R16: hundreds of cameras drop at once and make one card, not hundreds of alarms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.client.alarm_groups import AlarmGroups
from console.client.store import Store
from console.codec import decode_fact
from console.domain.alarm import AlarmState
from console.domain.alarm_rule import AlarmRule
from console.domain.alarm_rules import AlarmRules
from console.domain.camera import CameraState
from console.domain.camera_drop import CAMERAS_DOWN, dropped_with
from console.domain.district import District
from console.services.alarm_book import AlarmBook
from console.sim.district.generator import generate
from data.opened_core import OpenedCore
from tests.data.alarm_kit import Desk, camera
from tests.data.conftest import QuickPasswords
from tests.data.feeder import Feeder, Watch
from tests.reliability.real_site import RESOURCES

CAUSE = "网络中断"
CAMERAS, DROPPED = 1312, 300


class Outage:
    """A district of 1,312 cameras, all online, and a console that follows."""

    def __init__(self, folder: Path, district: District) -> None:
        self.watch = Watch()
        self.feeder = Feeder(self.watch, "camera-platform")
        self.opened = OpenedCore(folder, RESOURCES, self.watch, passwords=QuickPasswords())
        self.core = self.opened.core
        self.core.import_district(district)
        self.desk = Desk(self.core, self.watch)
        self.cameras = [one.id for one in district.cameras]
        self.store = Store()
        self.say(self.cameras, CameraState.ONLINE)

    def say(self, ids: list[str], state: CameraState, reason: str = "") -> None:
        """The platform speaks of these cameras, a hundred at a time."""
        for first in range(0, len(ids), 100):
            part = ids[first : first + 100]
            items = [camera(self.feeder, one, state, reason) for one in part]
            self.core.take([self.feeder.batch(*items)])

    def seconds(self, count: int) -> None:
        for _ in range(count):
            self.desk.pass_time(seconds=1)

    def look(self) -> AlarmGroups:
        """What a console shows that attaches now."""
        gseq, rows = self.core.snapshot()
        self.store.replace([decode_fact(row) for row in rows], gseq)
        groups = AlarmGroups(self.store)
        groups.rebuild()
        return groups

    def cards(self) -> list[str]:
        """What stands in the list of alarms: ids of single ones and of groups."""
        groups = self.look()
        standing = [a for a in self.store.alarms.values() if a.standing]
        return [*groups.groups(), *(a.id for a in standing if not groups.folded(a))]


@pytest.fixture(scope="module")
def district() -> District:
    made = generate(20211128, "http://127.0.0.1:1")
    assert len(made.cameras) == CAMERAS
    return made


@pytest.fixture
def outage(tmp_path: Path, district: District) -> Iterator[Outage]:
    one = Outage(tmp_path / "site", district)
    yield one
    one.opened.close()


def test_300_cameras_that_drop_at_once_are_one_card(outage: Outage) -> None:
    dropped = outage.cameras[:: CAMERAS // DROPPED][:DROPPED]
    outage.say(dropped, CameraState.OFFLINE, CAUSE)
    outage.seconds(7)
    [card] = outage.cards()
    group = outage.look().group(card)
    assert group is not None
    assert group.size == DROPPED
    # A member a street, and all 300 cameras are found through them, each once.
    found = [
        camera_id
        for member in group.members
        for camera_id, one in outage.store.cameras.items()
        if dropped_with(outage.store.alarms[member], one)
    ]
    assert sorted(found) == sorted(dropped)
    assert len(group.members) == len(outage.store.streets)
    # Twenty come back: the count follows. All come back: the card goes once it was seen.
    outage.say(dropped[:20], CameraState.ONLINE)
    outage.seconds(2)
    group = outage.look().group(card)
    assert group is not None
    assert group.size == DROPPED - 20
    outage.say(dropped[20:], CameraState.ONLINE)
    outage.seconds(2)
    outage.look()
    states = {one.state for one in outage.store.alarms.values() if one.type == CAMERAS_DOWN}
    assert states == {AlarmState.RETURNED}


def test_a_street_that_drops_is_one_alarm_and_worse_ones_must_be_seen_again(
    outage: Outage, district: District
) -> None:
    street = district.streets[0].code
    of_street = [one.id for one in district.cameras if one.street == street][:120]
    outage.say(of_street[:6], CameraState.OFFLINE, CAUSE)
    outage.seconds(7)
    [alarm_id] = outage.cards()
    alarm = outage.store.alarms[alarm_id]
    assert (alarm.size, alarm.level, alarm.street) == (6, 4, street)
    outage.say(of_street[6:], CameraState.OFFLINE, CAUSE)
    outage.seconds(2)
    outage.look()
    worse = outage.store.alarms[alarm_id]
    assert (worse.size, worse.level) == (120, 2)
    assert worse.count <= 3


def test_a_few_single_cameras_raise_nothing(outage: Outage) -> None:
    outage.say(outage.cameras[:4], CameraState.OFFLINE, CAUSE)
    outage.seconds(130)
    assert outage.cards() == []
    outage.say(outage.cameras[4:6], CameraState.OFFLINE, "断电")
    outage.seconds(10)
    assert outage.cards() == []


def test_without_folding_it_would_be_a_card_a_street(
    outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault shown: nobody sees that the streets dropped together."""
    monkeypatch.setattr(AlarmBook, "_group", lambda *_: "")
    outage.say(outage.cameras[:: CAMERAS // DROPPED][:DROPPED], CameraState.OFFLINE, CAUSE)
    outage.seconds(7)
    assert len(outage.cards()) == len(outage.store.streets) > 1


def test_without_counting_together_it_would_be_hundreds(
    outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault shown: every camera is a cause of its own."""
    monkeypatch.setattr(AlarmBook, "_group", lambda *_: "")
    rule = replace(AlarmRule(), on_delay=timedelta(seconds=5))
    monkeypatch.setattr(AlarmRules, "rule", lambda *_: rule)
    for number, one in enumerate(outage.cameras[:DROPPED]):
        outage.say([one], CameraState.OFFLINE, f"{CAUSE} {number}")
    outage.seconds(7)
    assert len(outage.cards()) == DROPPED
