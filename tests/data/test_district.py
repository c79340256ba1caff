"""A district is replaced as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from console.domain.bodies import CameraStatus, VenuePresence
from console.domain.camera import Camera, CameraState
from console.domain.facts import Kind
from console.domain.unit import Unit
from console.domain.venue import Venue, VenueState
from console.errors import DatabaseUnusable
from console.services.core import FeedItem
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.feeder import Feeder, facts
from tests.data.town import CAMERA, town


def rows(core: Core, kind: Kind) -> dict[str, object]:
    told = facts([FeedItem(0, row, False) for row in core.snapshot()[1]])
    return {fact.key: fact.row for fact in told if fact.kind is kind}


def test_what_is_imported_is_shown(core: Core) -> None:
    district = town()
    assert list(rows(core, Kind.DISTRICT).values()) == [district.info]
    assert rows(core, Kind.GRID) == {each.code: each for each in district.grids}
    assert rows(core, Kind.CAMERA) == {each.id: each for each in district.cameras}
    assert core.has_district()


@pytest.mark.both_engines
def test_a_new_pack_replaces_all_and_keeps_known_states(core: Core, feeder: Feeder) -> None:
    offline = CameraStatus(CAMERA, CameraState.OFFLINE, "timeout")
    core.take([feeder.batch(feeder.item("camera.status", offline), feeder.position())])
    smaller = replace(town("DY"), cameras=town().cameras[:3], sites=())
    core.import_district(smaller)
    cameras = rows(core, Kind.CAMERA)
    assert len(cameras) == 3
    assert rows(core, Kind.SITE) == {}
    kept = cameras[CAMERA]
    assert isinstance(kept, Camera)
    assert (kept.state, kept.reason) == (CameraState.OFFLINE, "timeout")
    unit = rows(core, Kind.UNIT)["patrol-1"]
    assert isinstance(unit, Unit)
    assert unit.place is not None


def test_a_broken_pack_leaves_the_old_district(core: Core) -> None:
    wrong = replace(town("DY"), cameras=(*town().cameras, town().cameras[0]))
    with pytest.raises(DatabaseUnusable):
        core.import_district(wrong)
    assert list(rows(core, Kind.DISTRICT).values()) == [town().info]
    assert len(rows(core, Kind.CAMERA)) == 12


@pytest.mark.both_engines
def test_states_outlive_the_hub(
    store: OpenedCore, feeder: Feeder, open_store: Callable[[], OpenedCore]
) -> None:
    offline = CameraStatus(CAMERA, CameraState.OFFLINE, "timeout")
    weak = VenuePresence("v1", VenueState.WEAK, 310.0)
    _, items = store.core.take(
        [feeder.batch(feeder.item("camera.status", offline), feeder.item("venue.presence", weak))]
    )
    assert [fact.name for fact in facts(items)] == ["CameraChanged", "VenueChanged"]
    # Said once more, the camera's state is no news.
    _, items = store.core.take([feeder.batch(feeder.item("camera.status", offline))])
    assert facts(items)[0].row is None
    store.close()
    again = open_store().core
    camera, venue = rows(again, Kind.CAMERA)[CAMERA], rows(again, Kind.VENUE)["v1"]
    assert isinstance(camera, Camera)
    assert isinstance(venue, Venue)
    assert camera.state is CameraState.OFFLINE
    assert (venue.state, venue.rtt_ms) == (VenueState.WEAK, 310.0)
