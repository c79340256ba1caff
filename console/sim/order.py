"""A command that the scripted desk wants given."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.access import Role
from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class Order:
    """`command`, to be given by somebody with `role` (in `street`, for a street seat)."""

    role: Role
    street: str
    command: Command
