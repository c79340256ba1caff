"""Commands from first look to remembered answer."""

from __future__ import annotations

import msgspec

from console.codec import decode
from console.domain.access import Actor
from console.domain.commands import COMMANDS, Command
from console.domain.permissions import ROLES, may
from console.domain.refusal import Refusal
from console.services import audit_log
from console.services.core import CommandResult, ResultCode
from console.services.message_bus import Done, MessageBus
from console.services.refused import Refused
from console.services.work import Work

_AUDITED_FIELDS = (
    *("version", "action", "level", "unit", "alarm", "camera", "case_type", "card", "minutes"),
    *("request", "approve", "days", "into", "other", "waived", "done", "reached"),
    *("group", "sha256", "satisfaction"),
    *("role", "street"),
)
"""Fields of commands that go to the audit log; none of them holds personal data."""


class CommandDesk:
    """Checks, applies, audits and remembers, all in one transaction."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus

    def carry_out(
        self, work: Work, actor: Actor, cmd_id: str, kind: str, args: bytes
    ) -> CommandResult:
        """The answer to a command; refusals are answers too."""
        command: Command | None = None
        try:
            if kind in COMMANDS and actor.role not in ROLES[COMMANDS[kind]]:
                raise Refused(Refusal.NOT_ALLOWED)
            command = _read(kind, args)
            if not may(actor, command):
                raise Refused(Refusal.NOT_ALLOWED)
            done = self._bus.command(work, actor, command)
            result = CommandResult(cmd_id, ResultCode.OK, done.version, done.data)
        except Refused as no:
            done = Done(str(getattr(command, "entity", "")), 0)
            result = CommandResult(cmd_id, no.code, reason=no.refusal.value)
        work.uow.results.add(result, work.now)
        detail = _detail(command) | done.audited | {"cmd_id": cmd_id}
        name = kind if kind in COMMANDS else "Unknown"
        audit_log.record(
            work,
            actor,
            action=name,
            entity=done.entity,
            outcome=result.code.value,
            detail=detail,
        )
        return result


def _read(kind: str, args: bytes) -> Command:
    if kind not in COMMANDS:
        raise Refused(Refusal.INVALID)
    try:
        return decode(args, COMMANDS[kind])
    except msgspec.DecodeError as error:
        raise Refused(Refusal.INVALID) from error


def _detail(command: Command | None) -> dict[str, str]:
    values = ((name, getattr(command, name, None)) for name in _AUDITED_FIELDS)
    return {name: str(value) for name, value in values if value not in {None, ""}}
