from __future__ import annotations

import pytest

from console.config import RESOURCES
from console.domain.district import District
from console.sim.camera_parts import camera_parts
from console.sim.cameras.casting import suited_scenes
from console.sim.cameras.scenes import SCENES
from console.sim.district.generator import SEED, generate
from console.sim.repertoire import Repertoire
from console.sim.start import SCENARIOS


@pytest.fixture(scope="module")
def town() -> District:
    return generate(SEED, "http://127.0.0.1:8571")


def test_every_camera_shows_what_it_watches(town: District) -> None:
    cast = suited_scenes(town.cameras)
    shown = {camera.number: cast[camera.id] for camera in town.cameras}
    assert set(cast.values()) == set(SCENES) - {"fall"}
    assert shown["C0421"] == "market"
    assert shown["C0112"] == "underpass"
    assert shown["C0388"] == "school"


def test_only_the_camera_of_the_story_sees_the_fall(town: District) -> None:
    repertoire = Repertoire(RESOURCES / "scenarios", SCENARIOS, town)
    story = next(each for each in repertoire.productions if each.scenario.id == "S02")
    casting = camera_parts(town, repertoire, SEED).casting
    assert [id for id, scene in casting.items() if scene == "fall"] == [story.cast.cameras[0].id]
