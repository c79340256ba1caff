"""The matrix of rights: every command, step and query with the roles that may, from one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.access import Role
from console.domain.commands import COMMANDS, AdvanceCase
from console.domain.permissions import ADVANCE_ROLES, FIELD_ROLES, QUERY_ROLES, ROLES


class RightKind(StrEnum):
    """What a right is about."""

    COMMAND = "command"
    STEP = "step"
    FIELD = "field"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Right:
    """One row and who may.

    A command by its class, a step by its action, a field as `Command.field`, a query by its name.
    """

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
    fields = (
        Right(RightKind.FIELD, f"{kind.__name__}.{name}", roles & ROLES[kind])
        for kind, names in FIELD_ROLES.items()
        for name, roles in names.items()
    )
    queries = (Right(RightKind.QUERY, name, roles) for name, roles in QUERY_ROLES.items())
    return (*commands, *steps, *fields, *queries)
