from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.district import District
from console.sim.district.generator import SEED, generate
from console.sim.plan import Plan
from console.sim.repertoire import Repertoire
from console.sim.start import SCENARIOS

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "scenarios"
STARTED_AT = 1_638_072_000.0


@pytest.fixture(scope="session")
def district() -> District:
    return generate(SEED, "http://127.0.0.1:8080")


@pytest.fixture(scope="session")
def repertoire(district: District) -> Repertoire:
    return Repertoire(FOLDER, SCENARIOS, district)


def plan_for(
    district: District, repertoire: Repertoire, seed: int = SEED, per_minute: float = 1.0
) -> Plan:
    return Plan(
        district, repertoire, started_at=STARTED_AT, seed=seed, reports_per_minute=per_minute
    )
