from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sim_cameras.simulator import Simulator, simulator


@pytest.fixture(scope="session")
def scene_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scenes")


@pytest.fixture(scope="session")
def cameras(scene_cache: Path) -> Iterator[Simulator]:
    with simulator(scene_cache, casting={"42990100001327000001": "fall"}) as running:
        yield running
