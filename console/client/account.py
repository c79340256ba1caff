"""An account as the hub lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from console.codec import decode
from console.domain.access import Role


@dataclass(frozen=True, slots=True)
class Account:
    """Without password or hash; `expires_at` is when the password must be changed."""

    user: str
    name: str
    role: Role
    street: str
    disabled: bool
    must_change: bool
    locked_until: datetime | None
    changed_at: datetime | None
    expires_at: datetime | None


def accounts(rows: Sequence[bytes]) -> list[Account]:
    """The accounts in the rows of a `users` query."""
    return [decode(row, Account) for row in rows]
