"""The two profiles of passwords."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from console.domain.password_rules import ASVS, MLPS
from console.domain.refusal import Refusal

NOW = datetime(2021, 11, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("Abc123!", Refusal.TOO_SHORT),
        ("Abcd1234", None),
        ("abcd1234", Refusal.TOO_PLAIN),
        ("abcd123!", None),
        ("网格中心Abc1", None),
        ("Zhou-2021", Refusal.TOO_COMMON),
        ("A1" * 65, Refusal.TOO_SHORT),
    ],
)
def test_mlps_asks_for_three_kinds_of_sign(password: str, fault: Refusal | None) -> None:
    assert MLPS.fault("zhou", password) is fault


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("Abcd1234!", Refusal.TOO_SHORT),
        ("correct horse battery", None),
        ("password12345", Refusal.TOO_COMMON),
        ("!!qwertyuiop99", Refusal.TOO_COMMON),
        ("123456789012", Refusal.TOO_COMMON),
        ("aaaaabbbbbaa", Refusal.TOO_COMMON),
        ("the-zhou-of-old", Refusal.TOO_COMMON),
    ],
)
def test_asvs_asks_for_length_and_nothing_known(password: str, fault: Refusal | None) -> None:
    assert ASVS.fault("zhou", password) is fault


def test_only_mlps_passwords_grow_old() -> None:
    old = NOW - timedelta(days=90)
    assert MLPS.due(old, NOW)
    assert not MLPS.due(old + timedelta(seconds=1), NOW)
    assert not MLPS.due(None, NOW)
    assert not ASVS.due(NOW - timedelta(days=9999), NOW)
