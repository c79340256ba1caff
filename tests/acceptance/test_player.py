"""What keeps the stories honest: a step that the hub refuses, or that finds nothing, fails them."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.refusal import Refusal
from console.sim.scenario import load_scenario
from console.sim.start import SCENARIOS as PLAYED
from tests.acceptance import test_disputes, test_emergencies, test_everyday, test_searches
from tests.acceptance.centre import Centre
from tests.acceptance.conftest import SCENARIOS
from tests.acceptance.performance import Performance

ROOMS = (test_disputes, test_emergencies, test_everyday, test_searches)


def _altered(hall: Centre, folder: Path, old: str, new: str) -> Performance:
    text = (SCENARIOS / "S06.toml").read_text("utf-8")
    assert old in text
    path = folder / "S06.toml"
    path.write_text(text.replace(old, new), "utf-8")
    return Performance(hall, load_scenario(path))


def test_every_scenario_of_the_demo_has_its_test() -> None:
    tested = {name[5:8].upper() for room in ROOMS for name in vars(room) if name[:6] == "test_s"}
    assert tested == set(PLAYED)


def test_a_command_that_the_role_may_not_give_fails_its_story(hall: Centre, tmp_path: Path) -> None:
    story = _altered(hall, tmp_path, 'role = "shift_leader"', 'role = "verifier"')
    with pytest.raises(AssertionError, match=Refusal.NOT_ALLOWED.value):
        story.play()


def test_a_command_about_no_case_fails_its_story(hall: Centre, tmp_path: Path) -> None:
    story = _altered(hall, tmp_path, "t = 1450\n", 't = 1450\ncase = "another"\n')
    with pytest.raises(AssertionError, match="nothing to do"):
        story.play()
