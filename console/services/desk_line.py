"""A line of a case's log as somebody at a console writes it."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.access import Actor
from console.domain.case_log import Action, LogEntry
from console.domain.masking import mask_person, mask_text
from console.services.work import Work


def desk_line(
    work: Work,
    actor: Actor,
    action: Action,
    note: str = "",
    args: Mapping[str, str] | None = None,
) -> LogEntry:
    """The line, masked and marked with the account; the book numbers it."""
    marked = {**(args or {}), "who": f"user:{actor.user}"}
    by, role = mask_person(actor.name), actor.role.value
    return LogEntry(0, work.now, by, role, action, mask_text(note.strip()), marked)
