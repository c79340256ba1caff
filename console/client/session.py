"""The console's side of the feed: commands that were given and not yet answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Protocol

from console.client.identifiers import new_command_id
from console.client.outcome import Outcome
from console.client.waiting import Waiting
from console.codec import encode
from console.domain.commands import Command, OpenCase
from console.domain.result import CommandResult


class Feed(Protocol):
    """What a session needs of the feed client."""

    def submit(self, cmd_id: str, kind: str, args: bytes) -> None:
        """Send a command, and again until it is answered."""

    def withdraw(self, cmd_id: str) -> None:
        """Take back a command that was not sent yet; it is answered WITHDRAWN then."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Session:
    """Gives commands and remembers them until they are answered. Used by the GUI thread only.

    A command equal to one that is pending, or to a versioned one that the hub already carried out,
    is not sent again: a second double click does nothing.
    """

    def __init__(self, feed: Feed, now: Callable[[], datetime] = _utc_now) -> None:
        self._feed = feed
        self._now = now
        self._given_at: dict[str, datetime] = {}
        self._pending: dict[str, Command] = {}
        self._done: set[Command] = set()

    @property
    def pending(self) -> Mapping[str, Command]:
        """Unanswered commands by id."""
        return self._pending

    def submit(self, command: Command) -> str | None:
        """Send a command; returns its id, or None where it was given already."""
        return self._send(command, type(command).__name__, command)

    def countersign(self, command: Command, user: str, password: str) -> str | None:
        """Have somebody else give a command here, who signs in for it alone.

        The password goes to the hub and is kept nowhere. Returns as `submit` does.
        """
        signed = {"user": user, "password": password, "type": type(command).__name__}
        return self._send(command, "Countersign", {**signed, "args": command})

    def _send(self, command: Command, kind: str, args: object) -> str | None:
        if command in self._done or command in self._pending.values():
            return None
        cmd_id = new_command_id()
        self._pending[cmd_id] = command
        self._given_at[cmd_id] = self._now()
        self._feed.submit(cmd_id, kind, encode(args))
        return cmd_id

    def settle(self, answer: CommandResult) -> Outcome | None:
        """Take in an answer; None where nothing of ours was waiting for it."""
        command = self._pending.pop(answer.cmd_id, None)
        if command is None:
            return None
        outcome = Outcome(
            answer.cmd_id,
            command,
            answer.code,
            answer.version,
            answer.data,
            answer.reason,
            self._given_at.pop(answer.cmd_id),
        )
        if outcome.ok and getattr(command, "version", None):
            self._done.add(command)
        return outcome

    def waiting(self) -> list[Waiting]:
        """Unanswered commands with the moment they were given, the oldest first."""
        return [Waiting(key, self._pending[key], at) for key, at in self._given_at.items()]

    def withdraw(self, cmd_id: str) -> None:
        """Ask for a command back; whether that came in time is told by its answer."""
        if cmd_id in self._pending:
            self._feed.withdraw(cmd_id)

    def is_pending(self, entity: str) -> bool:
        """Whether a command on an alarm or case still waits for its answer."""
        return any(_entity(command) == entity for command in self._pending.values())


def _entity(command: Command) -> str:
    return command.alarm if isinstance(command, OpenCase) else command.entity
