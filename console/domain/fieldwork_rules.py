"""Which lines about ownership, searching, counting and calls a case's log may take."""

from __future__ import annotations

from console.domain.call_outcome import CallOutcome
from console.domain.case import Case
from console.domain.case_log import LogEntry
from console.domain.fieldwork import account
from console.domain.refusal import Refusal

MOST_PEOPLE = 9999
"""Heads in one line of a head-count, at most."""


def claimed(case: Case, entry: LogEntry) -> Refusal | None:
    """Only a person at a console owns a case, and one at a time."""
    if not account(entry):
        return Refusal.INVALID
    if case.owner == account(entry):
        return Refusal.ALREADY_OWNED
    return Refusal.OWNED if case.owner and not entry.args.get("absent") else None


def transferred(case: Case, entry: LogEntry) -> Refusal | None:
    """Written by the one who agreed; `from` is the owner until then."""
    if not account(entry) or entry.args.get("from", "") != case.owner:
        return Refusal.INVALID
    return Refusal.ALREADY_OWNED if case.owner == account(entry) else None


def unit_returned(case: Case, entry: LogEntry) -> Refusal | None:
    """The last unit's return is the case's own."""
    unit = entry.args.get("unit", "")
    return None if unit in case.units and len(case.units) > 1 else Refusal.UNKNOWN_ENTITY


def called(_case: Case, entry: LogEntry) -> Refusal | None:
    """A call names whom and how it ended."""
    known = entry.args.get("outcome", "") in set(CallOutcome)
    return None if known and entry.args.get("holder") else Refusal.INVALID


def sector_cleared(case: Case, entry: LogEntry) -> Refusal | None:
    """A sector is ticked off once."""
    name = entry.args.get("sector", "")
    known = next((one for one in case.sectors if one.name == name), None)
    if known is None:
        return Refusal.UNKNOWN_ENTITY
    return Refusal.ALREADY_CLEARED if known.cleared else None


def head_listed(case: Case, entry: LogEntry) -> Refusal | None:
    """A new line with a sensible number of people."""
    line = entry.args.get("line", "")
    taken = any(one.id == line for one in case.heads)
    good = line and not taken and _number(entry.args.get("expected", "")) not in {None, 0}
    return None if good else Refusal.INVALID


def head_counted(case: Case, entry: LogEntry) -> Refusal | None:
    """Counts of a line that is there."""
    line = entry.args.get("line", "")
    if not any(one.id == line for one in case.heads):
        return Refusal.UNKNOWN_ENTITY
    counts = (entry.args.get("found", ""), entry.args.get("elsewhere") or "0")
    return Refusal.INVALID if None in map(_number, counts) else None


def _number(text: str) -> int | None:
    whole = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_PEOPLE))
    return int(text) if whole else None
