"""What consoles ask about a shift: its yardsticks, its handovers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.codec import decode, encode
from console.domain.access import Actor
from console.domain.yardsticks import measure
from console.services.handover_desk import HandoverDesk
from console.services.ports import UnitOfWork
from console.services.queries import Answer, PageQuery
from console.services.shift import shift_began


@dataclass(frozen=True, slots=True)
class HandoverQuery:
    """A handover by its id; empty for what would be handed over now."""

    id: str = ""


def shift_queries(handovers: HandoverDesk) -> dict[str, Answer]:
    """The answers by the names of their queries."""

    def handover(uow: UnitOfWork, _actor: Actor, args: bytes, now: datetime) -> list[bytes]:
        wanted = decode(args, HandoverQuery).id
        sheet = uow.handovers.get(wanted) if wanted else handovers.preview(uow, now)
        return [encode(sheet)] if sheet else []

    return {"yardsticks": _yardsticks, "handover": handover, "handovers": _handovers}


def _yardsticks(uow: UnitOfWork, _actor: Actor, _args: bytes, now: datetime) -> list[bytes]:
    began = shift_began(uow, now)
    return [encode(measure(uow.alarms.raised_since(began), uow.cases.current(began), began, now))]


def _handovers(uow: UnitOfWork, _actor: Actor, args: bytes, _now: datetime) -> list[bytes]:
    """Heads, newest first; `before` is how many to pass over."""
    page = decode(args, PageQuery)
    return [encode(head) for head in uow.handovers.heads(page.before, page.size)]
