"""The hub's answer to a command."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ResultCode(StrEnum):
    """How a command ended."""

    OK = "OK"
    NOT_ALLOWED = "NOT_ALLOWED"
    UNKNOWN_ENTITY = "UNKNOWN_ENTITY"
    VERSION_CONFLICT = "VERSION_CONFLICT"
    ILLEGAL = "ILLEGAL"
    INVALID = "INVALID"
    INTERNAL = "INTERNAL"
    WITHDRAWN = "WITHDRAWN"
    """Taken back before it was sent; the hub never says this."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """The answer to a command; a repeat of the same id gets the same answer.

    `version` is the entity's version afterwards, `data` what the command returns (a case number),
    `reason` a fixed code that the console translates.
    """

    cmd_id: str
    code: ResultCode
    version: int = 0
    data: dict[str, str] = field(default_factory=dict)
    reason: str = ""
