"""The time limits: a new version of the table, made by a shift leader or an administrator."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from console.codec import encode
from console.domain.access import Actor
from console.domain.case_types import CaseTypes
from console.domain.clock_commands import ChangeLimits
from console.domain.limit_entry import LimitEntry
from console.domain.limit_table import LimitTable
from console.domain.masking import mask_person, mask_text
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.domain.time_limit import Basis
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

AT_ONCE = timedelta(minutes=5)
"""A version meant for now may have been on its way so long; it takes effect when it arrives."""

MOST_AHEAD = timedelta(days=366)
MOST_S = 366 * 86400
MOST_ENTRIES = 2000
_NEEDED = (ClockKind.TAKE_IN, ClockKind.DISPATCH, ClockKind.ACCEPT, ClockKind.ON_SCENE)
"""Limits that every level has: without them nobody would notice a case that lies there."""


class LimitDesk:
    """Only adds versions: no version in force, and so no clock of a known case, ever changes."""

    def __init__(self, case_types: CaseTypes) -> None:
        self._case_types = case_types

    def change(self, work: Work, actor: Actor, command: ChangeLimits) -> Done:
        """Store the next version."""
        newest = max((one.number for one in work.uow.limits.all()), default=0)
        if command.version != newest:
            raise Refused(Refusal.VERSION_CONFLICT)
        if command.effective_from.tzinfo is None:
            raise Refused(Refusal.INVALID)
        if not work.now - AT_ONCE <= command.effective_from <= work.now + MOST_AHEAD:
            raise Refused(Refusal.NOT_FUTURE)
        if not (command.cards.sound and self._sound(command.entries)):
            raise Refused(Refusal.LIMITS_WRONG)
        table = LimitTable(
            number=newest + 1,
            effective_from=max(command.effective_from, work.now),
            entries=command.entries,
            cards=command.cards,
            made_by=mask_person(actor.name),
            made_at=work.now,
            note=mask_text(command.note.strip()),
        )
        work.uow.limits.add(table)
        audited = {
            "effective_from": table.effective_from.isoformat(),
            "sha256": hashlib.sha256(encode(table)).hexdigest(),
        }
        return Done(f"{command.entity}-{table.number}", table.number, audited=audited)

    def _sound(self, entries: tuple[LimitEntry, ...]) -> bool:
        cells = {(one.case_type, one.level, one.kind) for one in entries}
        if len(cells) != len(entries) or len(entries) > MOST_ENTRIES:
            return False
        if any(("", level, kind) not in cells for level in (1, 2, 3, 4) for kind in _NEEDED):
            return False
        return all(self._fits(one) for one in entries)

    def _fits(self, entry: LimitEntry) -> bool:
        try:
            limit = entry.limit()
        except ValueError:
            return False
        known = not entry.case_type or entry.case_type in self._case_types
        return known and (limit.basis is Basis.SAME_DAY or 0 < limit.seconds <= MOST_S)
