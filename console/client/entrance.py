"""Signing in and changing a password from a running window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from console.domain.access import Actor, Role
from console.domain.refusal import Refusal
from console.domain.result import CommandResult, ResultCode


class Guarded(Protocol):
    """What the entrance needs of the feed client."""

    def sign_in(self, user: str, password: str) -> str:
        """Sign in; returns the id of the answer."""

    def change_password(self, user: str, password: str, new: str) -> str:
        """Change a password; returns the id of the answer."""


class Entrance:
    """Passes passwords to the hub and keeps none. Used by the GUI thread only."""

    def __init__(self, feed: Guarded, console: str) -> None:
        self._feed = feed
        self._console = console
        self._waiting: dict[str, Callable[[CommandResult], None]] = {}

    def sign_in(
        self, user: str, password: str, answered: Callable[[Actor | Refusal], None]
    ) -> None:
        """Ask; `answered` is called once, with the person or why not."""
        cmd_id = self._feed.sign_in(user, password)
        self._waiting[cmd_id] = lambda result: answered(self._person(result))

    def change_password(
        self, user: str, password: str, new: str, answered: Callable[[Refusal | None], None]
    ) -> None:
        """Ask; `answered` is called once, with why not or None."""
        cmd_id = self._feed.change_password(user, password, new)
        self._waiting[cmd_id] = lambda result: answered(_refusal(result))

    def take_result(self, result: CommandResult) -> None:
        """An answer of the hub; those to others are passed over."""
        answered = self._waiting.pop(result.cmd_id, None)
        if answered is not None:
            answered(result)

    def _person(self, result: CommandResult) -> Actor | Refusal:
        no = _refusal(result)
        if no is not None:
            return no
        data = result.data
        return Actor(data["user"], data["name"], Role(data["role"]), data["street"], self._console)


def _refusal(result: CommandResult) -> Refusal | None:
    if result.code is ResultCode.OK:
        return None
    known = result.reason in set(Refusal)
    return Refusal(result.reason) if known else Refusal.INTERNAL
