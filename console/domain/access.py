"""Roles and what each may do. The hub is the only place that asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who sits where (domain guide, roles)."""

    OPERATOR = "operator"
    SHIFT_LEADER = "shift_leader"
    COMMANDER = "commander"
    STREET_SEAT = "street_seat"
    VERIFIER = "verifier"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who gives a command: a signed-in person at a console."""

    user: str
    name: str
    role: Role
    street: str
    console: str
