"""Limits, types and a timekeeper as the product ships them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from console.domain.case_types import CaseTypes
from console.domain.limit_table import LimitTable
from console.domain.time_limits import TimeLimits
from console.domain.timekeeper import Timekeeper
from console.domain.working_time import WorkingTime

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def case_types() -> CaseTypes:
    text = (RESOURCES / "case_types.toml").read_text(encoding="utf-8")
    return CaseTypes.from_table(tomllib.loads(text))


@pytest.fixture(scope="session")
def timekeeper(case_types: CaseTypes) -> Timekeeper:
    text = (RESOURCES / "time_limits.toml").read_text(encoding="utf-8")
    first = LimitTable.from_toml(tomllib.loads(text), case_types.own_limits())
    return Timekeeper(TimeLimits([first]), WorkingTime())
