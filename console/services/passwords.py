"""Argon2id hashes with the product's cost: 3 passes over 64 MiB."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError


class ArgonPasswords:
    """Hashes and checks passwords; about a tenth of a second each, on purpose."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)

    def hash(self, password: str) -> str:
        """A new salted hash."""
        return self._hasher.hash(password)

    def matches(self, hashed: str, password: str) -> bool:
        """Whether the password is the one that was hashed."""
        try:
            return self._hasher.verify(hashed, password)
        except (Argon2Error, InvalidHashError):
            return False
