from __future__ import annotations

import pytest

from console.domain.district import District
from console.sim.cameras.casting import suited_scenes
from console.sim.cameras.scenes import SCENES
from console.sim.district.generator import SEED, generate


@pytest.fixture(scope="module")
def town() -> District:
    return generate(SEED, "http://127.0.0.1:8571")


def test_every_camera_shows_what_it_watches(town: District) -> None:
    cast = suited_scenes(town.cameras)
    shown = {camera.number: cast[camera.id] for camera in town.cameras}
    assert set(cast.values()) == set(SCENES)
    assert shown["C0421"] == "market"
    assert shown["C0112"] == "underpass"
    assert shown["C0388"] == "school"


def test_the_camera_of_the_fall_shows_the_fall(town: District) -> None:
    centre = town.grids[136].centre
    nearest = min(
        town.cameras,
        key=lambda one: (one.place.lon - centre.lon) ** 2 + (one.place.lat - centre.lat) ** 2,
    )
    assert suited_scenes(town.cameras)[nearest.id] in ("fall", "market")
