"""A password for once, made here so that it never lies about anywhere."""

from __future__ import annotations

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "23456789"


def password_for_once() -> str:
    """Four groups that can be read out on the telephone: no l, 1, O, 0."""
    groups = [
        "".join(secrets.choice(signs) for _ in range(4))
        for signs in (_CAPITALS, _LETTERS, _DIGITS, _LETTERS)
    ]
    return "-".join(groups)
