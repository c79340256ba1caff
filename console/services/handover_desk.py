"""The shift handover: prepared, noted on, signed by two leaders, then never changed again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from console.codec import encode
from console.domain.access import Actor
from console.domain.facts import Kind
from console.domain.handover import Handover, HandoverState
from console.domain.handover_commands import (
    NoteHandover,
    PrepareHandover,
    SignHandover,
    SigningPart,
    WithdrawHandover,
)
from console.domain.handover_sheet import HandoverSheet
from console.domain.masking import mask_person, mask_text
from console.domain.refusal import Refusal
from console.domain.signature import Signature
from console.domain.working_time import ZONE
from console.services.handover_writer import HandoverWriter, blank
from console.services.message_bus import Done, MessageBus
from console.services.ports import UnitOfWork
from console.services.refused import Refused
from console.services.work import Work

MOST_NOTES = 8000
"""Longest notes, characters."""


class HandoverDesk:
    """Handlers for the handover commands; at most one handover is open or half signed."""

    def __init__(self, writer: HandoverWriter) -> None:
        self._writer = writer

    def register(self, bus: MessageBus) -> None:
        """Take the handover commands."""
        bus.on_command(PrepareHandover, self.prepare)
        bus.on_command(NoteHandover, self.note)
        bus.on_command(SignHandover, self.sign)
        bus.on_command(WithdrawHandover, self.withdraw)

    def preview(self, uow: UnitOfWork, now: datetime) -> HandoverSheet:
        """What would be handed over now; nothing of it is stored."""
        since, previous = _before(uow)
        return self._writer.draw(uow, blank(now, "", since, previous), now)

    def prepare(self, work: Work, actor: Actor, command: PrepareHandover) -> Done:
        """Make a handover, or bring the open one up to date; its notes stay."""
        by = mask_person(actor.name)
        unfinished = work.uow.handovers.unfinished()
        if unfinished is None:
            if command.entity:
                raise Refused(Refusal.VERSION_CONFLICT)
            since, previous = _before(work.uow)
            head = blank(work.now, by, since, previous)
            head = replace(head, id=_next_id(work), version=1)
        else:
            head = _open(unfinished, command.entity, command.version).handover
            version = head.version + 1
            head = replace(head, prepared_at=work.now, prepared_by=by, version=version)
        sheet = self._writer.draw(work.uow, head, work.now)
        return self._store(work, "HandoverPrepared", sheet, by)

    def note(self, work: Work, actor: Actor, command: NoteHandover) -> Done:
        """Change the notes."""
        sheet = self._unfinished(work, command.entity, command.version)
        text = mask_text(command.text.strip())
        if len(text) > MOST_NOTES:
            raise Refused(Refusal.INVALID)
        noted = _changed(sheet, notes=text)
        return self._store(work, "HandoverNoted", noted, mask_person(actor.name))

    def sign(self, work: Work, actor: Actor, command: SignHandover) -> Done:
        """Sign; the outgoing leader first, the incoming one second and as another person."""
        sheet = work.uow.handovers.unfinished()
        if sheet is None or sheet.handover.id != command.entity:
            raise Refused(Refusal.HANDOVER_CLOSED)
        head = sheet.handover
        outgoing = command.part is SigningPart.OUTGOING
        if outgoing is not (head.outgoing is None):
            raise Refused(Refusal.HANDOVER_TURN)
        if head.version != command.version:
            raise Refused(Refusal.VERSION_CONFLICT)
        if head.outgoing is not None and head.outgoing.user == actor.user:
            raise Refused(Refusal.SECOND_SIGNATURE)
        name = mask_person(actor.name)
        signature = Signature(actor.user, name, work.now, actor.console)
        if outgoing:
            sheet = _changed(sheet, state=HandoverState.HALF_SIGNED, outgoing=signature)
        else:
            sheet = _changed(sheet, state=HandoverState.SIGNED, incoming=signature)
        sheet = replace(sheet, handover=replace(sheet.handover, sha256=digest(sheet)))
        return self._store(work, "HandoverSigned", sheet, name)

    def withdraw(self, work: Work, actor: Actor, command: WithdrawHandover) -> Done:
        """Take back what only one leader has signed; it stays on record."""
        sheet = work.uow.handovers.unfinished()
        if sheet is None or sheet.handover.id != command.entity:
            raise Refused(Refusal.HANDOVER_CLOSED)
        if sheet.handover.version != command.version:
            raise Refused(Refusal.VERSION_CONFLICT)
        if not command.reason.strip():
            raise Refused(Refusal.REASON_REQUIRED)
        withdrawn = _changed(sheet, state=HandoverState.WITHDRAWN)
        return self._store(work, "HandoverWithdrawn", withdrawn, mask_person(actor.name))

    def _unfinished(self, work: Work, entity: str, version: int) -> HandoverSheet:
        sheet = work.uow.handovers.unfinished()
        if sheet is None:
            raise Refused(Refusal.HANDOVER_CLOSED)
        return _open(sheet, entity, version)

    def _store(self, work: Work, name: str, sheet: HandoverSheet, by: str) -> Done:
        head = sheet.handover
        work.uow.handovers.put(sheet)
        work.tell(name, Kind.HANDOVER, head.id, head, by)
        audited = {"sha256": head.sha256} if head.sha256 else {}
        return Done(head.id, head.version, {"handover": head.id}, audited)


def digest(sheet: HandoverSheet) -> str:
    """SHA-256 over the sheet with its notes and signatures, the digest itself left out."""
    bare = replace(sheet, handover=replace(sheet.handover, sha256=""))
    return hashlib.sha256(encode(bare)).hexdigest()


def _open(sheet: HandoverSheet, entity: str, version: int) -> HandoverSheet:
    head = sheet.handover
    if head.id != entity:
        raise Refused(Refusal.VERSION_CONFLICT)
    if head.state is not HandoverState.OPEN:
        raise Refused(Refusal.HANDOVER_CLOSED)
    if head.version != version:
        raise Refused(Refusal.VERSION_CONFLICT)
    return sheet


def _changed(
    sheet: HandoverSheet,
    *,
    state: HandoverState | None = None,
    notes: str | None = None,
    outgoing: Signature | None = None,
    incoming: Signature | None = None,
) -> HandoverSheet:
    head = sheet.handover
    changed = replace(
        head,
        version=head.version + 1,
        state=state or head.state,
        notes=head.notes if notes is None else notes,
        outgoing=outgoing or head.outgoing,
        incoming=incoming or head.incoming,
    )
    return replace(sheet, handover=changed)


def _before(uow: UnitOfWork) -> tuple[datetime | None, str]:
    """When the handover before was signed, and its id."""
    last: Handover | None = None
    sheet = uow.handovers.last_signed()
    if sheet is not None:
        last = sheet.handover
    return (last.signed_at, last.id) if last else (None, "")


def _next_id(work: Work) -> str:
    """HO, the local date, and a counter of that day: HO20261124-01."""
    prefix = f"HO{work.now.astimezone(ZONE):%Y%m%d}-"
    return f"{prefix}{work.uow.handovers.count(prefix) + 1:02d}"
