"""What the unit of work asks of a database, whatever keeps it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from console.services.ports import Storage


class Store(Protocol):
    """One open database at its newest schema, used by the thread that opened it."""

    @property
    def hub_epoch(self) -> int:
        """Generation of what is stored."""

    @property
    def connection(self) -> Connection:
        """The one connection that writes; stays the same object when it had to be made anew."""

    def told(self) -> AbstractContextManager[None]:
        """Raise an engine's error inside as one an operator can do something about."""

    def confirm(self) -> None:
        """Called in every transaction right before its commit.

        Raises `StoreTaken` where another hub has become the one that writes.
        """

    def close(self) -> None:
        """Let go; harmless when done twice."""


class Keeper(Storage, Protocol):
    """A store's upkeep between transactions."""

    def close(self, now: datetime) -> None:
        """End what is under way; called before the database is closed."""
