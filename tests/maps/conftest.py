from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from console.domain.district import District
from console.errors import PackBroken
from console.maps import district_pack
from console.sim.district.generator import SEED, generate


@pytest.fixture(scope="session")
def town() -> District:
    return generate(SEED, "http://127.0.0.1:8571")


@pytest.fixture
def pack(town: District, tmp_path: Path) -> Path:
    """A sound pack, to be broken by a test."""
    district_pack.write(town, tmp_path)
    return tmp_path


@pytest.fixture
def findings(pack: Path) -> Callable[[], tuple[str, ...]]:
    """What is wrong with the pack."""

    def read() -> tuple[str, ...]:
        with pytest.raises(PackBroken) as broken:
            district_pack.read(pack)
        return broken.value.findings

    return read
