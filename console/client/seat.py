"""Who sits at this console now."""

from __future__ import annotations

from console.domain.access import Actor, Role
from console.domain.commands import Command
from console.domain.permissions import ROLES


class Seat:
    """Read it again each time: an operator may hand the console over to another."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    @property
    def actor(self) -> Actor:
        """The person, as the hub sees them."""
        return self._actor

    @property
    def user(self) -> str:
        """Their account."""
        return self._actor.user

    @property
    def name(self) -> str:
        """How the hub writes them in logs."""
        return self._actor.name

    @property
    def role(self) -> Role:
        """What they are here."""
        return self._actor.role

    @property
    def street(self) -> str:
        """The street of a street seat, else empty."""
        return self._actor.street

    @property
    def console(self) -> str:
        """This console; it stays."""
        return self._actor.console

    def may(self, kind: type[Command]) -> bool:
        """Whether their role includes a command; the hub decides all the same."""
        return self.role in ROLES[kind]

    def take(self, actor: Actor) -> None:
        """Somebody else sits down."""
        self._actor = actor
