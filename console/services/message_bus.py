"""Who handles which event and which command, inside the hub."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from console.domain.access import Actor
from console.domain.bodies import Body
from console.domain.commands import Command
from console.domain.event import Event
from console.services.work import Work

B = TypeVar("B", bound=Body)
C = TypeVar("C", bound=Command)


@dataclass(frozen=True, slots=True)
class Done:
    """What a command handler returns: the entity, its version, and data for the console.

    `audited` goes into the audit log beside the command's own fields; it holds no personal data.
    """

    entity: str
    version: int
    data: dict[str, str] = field(default_factory=dict)
    audited: dict[str, str] = field(default_factory=dict)


EventHandler = Callable[[Work, Event, B], None]
CommandHandler = Callable[[Work, Actor, C], Done]


class MessageBus:
    """Exactly one handler for a kind of body or command."""

    def __init__(self) -> None:
        self._events: dict[type[Body], EventHandler[Body]] = {}
        self._commands: dict[type[Command], CommandHandler[Command]] = {}

    def on_event(self, kind: type[B], handler: EventHandler[B]) -> None:
        """Send events with a body of `kind` to `handler`."""
        self._events[cast(type[Body], kind)] = cast(EventHandler[Body], handler)

    def on_command(self, kind: type[C], handler: CommandHandler[C]) -> None:
        """Send commands of `kind` to `handler`."""
        self._commands[cast(type[Command], kind)] = cast(CommandHandler[Command], handler)

    def event(self, work: Work, event: Event) -> None:
        """Act on an event; bodies nobody handles are stored and nothing else."""
        handler = self._events.get(cast(type[Body], type(event.body)))
        if handler is not None:
            handler(work, event, cast(Body, event.body))

    def command(self, work: Work, actor: Actor, command: Command) -> Done:
        """Carry out a command; raises `Refused`."""
        return self._commands[type(command)](work, actor, command)
