"""One centre for all stories: they follow each other as they would in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.sim.district.generator import SEED, generate
from console.sim.scenario import load_scenario
from tests.acceptance.centre import RESOURCES, Centre, centre
from tests.acceptance.performance import Performance

SCENARIOS = RESOURCES / "scenarios"
Play = Callable[[str], Performance]


@pytest.fixture(scope="package")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    folder: Path = tmp_path_factory.mktemp("centre")
    with centre(folder, generate(SEED, "http://127.0.0.1:8080")) as one:
        yield one


@pytest.fixture
def begin(hall: Centre) -> Play:
    """Begin the scenario of that id."""
    return lambda name: Performance(hall, load_scenario(SCENARIOS / f"{name}.toml"))


@pytest.fixture(autouse=True)
def nothing_only_noted(hall: Centre) -> Iterator[None]:
    """Fail a story in which a source reported a step that its case could not take."""
    before = set(hall.board.cases)
    yield
    noted = [
        f"{case.number}: {entry.args['refused']} {entry.args['why']}"
        for number, case in hall.board.cases.items()
        if number not in before
        for entry in case.log
        if "refused" in entry.args
    ]
    assert noted == []
