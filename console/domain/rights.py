"""The matrix of rights: every command, step and query with the roles that may, from one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.access import Role
from console.domain.commands import COMMANDS, AdvanceCase
from console.domain.permissions import ADVANCE_ROLES, QUERY_ROLES, ROLES


class RightKind(StrEnum):
    """What a right is about."""

    COMMAND = "command"
    STEP = "step"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Right:
    """One row: a command by its class, a step by its action, a query by its name, and who may."""

    kind: RightKind
    name: str
    roles: frozenset[Role]


def rights() -> tuple[Right, ...]:
    """All rows, as the hub checks them; raises `KeyError` where a command has no rule."""
    commands = (
        Right(RightKind.COMMAND, name, ROLES[kind])
        for name, kind in COMMANDS.items()
        if kind is not AdvanceCase
    )
    steps = (
        Right(RightKind.STEP, action.value, roles & ROLES[AdvanceCase])
        for action, roles in ADVANCE_ROLES.items()
    )
    queries = (Right(RightKind.QUERY, name, roles) for name, roles in QUERY_ROLES.items())
    return (*commands, *steps, *queries)
