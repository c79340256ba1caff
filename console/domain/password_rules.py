"""What a password must be like. A site follows one of two profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.common_passwords import COMMON
from console.domain.refusal import Refusal

MOST = 128
"""Longest password taken, characters (ASVS 4.0 V2.1.2)."""


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """`classes` of four (upper, lower, digit, other) must be there; `remembered` are not reused.

    `max_age` is how long a password lasts, None for ever; `common` ones are refused where said.
    """

    name: str
    least: int
    classes: int = 0
    max_age: timedelta | None = None
    remembered: int = 0
    common: bool = False

    def fault(self, user: str, password: str) -> Refusal | None:
        """Why `user` may not have this password; None where nothing is wrong with it."""
        if not self.least <= len(password) <= MOST:
            return Refusal.TOO_SHORT
        if _classes(password) < self.classes:
            return Refusal.TOO_PLAIN
        if user and user.lower() in password.lower():
            return Refusal.TOO_COMMON
        if self.common and _is_common(password):
            return Refusal.TOO_COMMON
        return None

    def due(self, changed_at: datetime | None, now: datetime) -> bool:
        """Whether a password set at `changed_at` (None: unknown) has lasted long enough."""
        return (
            self.max_age is not None and changed_at is not None and now - changed_at >= self.max_age
        )


MLPS = PasswordRules("mlps", least=8, classes=3, max_age=timedelta(days=90), remembered=5)
"""GB/T 22239-2019 8.1.4.1 a): complexity and regular change."""

ASVS = PasswordRules("asvs", least=12, common=True)
"""OWASP ASVS 4.0 V2.1: length and no known password; neither composition nor expiry."""

PROFILES: Mapping[str, PasswordRules] = {rules.name: rules for rules in (MLPS, ASVS)}


def _classes(password: str) -> int:
    letters = [letter for letter in password if letter.isalpha()]
    found = (
        any(letter.isupper() for letter in letters),
        any(not letter.isupper() for letter in letters),
        any(letter.isdigit() for letter in password),
        any(not letter.isalnum() for letter in password),
    )
    return sum(found)


def _is_common(password: str) -> bool:
    """Known from leaks, with digits and signs around it or not; or hardly more than one sign."""
    plain = password.lower()
    core = plain.strip("0123456789!@#$%^&*?._- ")
    return plain in COMMON or core in COMMON or not core or len(set(plain)) < 5
