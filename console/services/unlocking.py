"""Personal data in clear, for a purpose and a moment, never without a line in the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.codec import decode, encode
from console.domain.access import Actor
from console.domain.clear_value import ClearValue
from console.domain.masking import mask_text
from console.domain.permissions import within_reach
from console.domain.purpose import NEEDS_WORDS, Purpose
from console.errors import InvalidCommand, NotAllowed
from console.services import audit_log
from console.services.ports import UnitOfWork
from console.services.work import Work

MOST_WORDS = 200
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class UnlockQuery:
    """Which case, what for, and in the asker's own words."""

    case: str
    purpose: Purpose
    words: str = ""


def personal_data(uow: UnitOfWork, actor: Actor, args: bytes, now: datetime) -> list[bytes]:
    """The clear values of a case, to this console only; the look is audited with the answer.

    Raises `InvalidCommand` where the purpose needs words that are missing or there is no such case,
    `NotAllowed` for a case of another street.
    """
    query = decode(args, UnlockQuery)
    words = query.words.strip()
    case = uow.cases.get(query.case)
    if case is None or len(words) > MOST_WORDS:
        raise InvalidCommand()
    if query.purpose in NEEDS_WORDS and len(words) < LEAST_WORDS:
        raise InvalidCommand()
    if not within_reach(actor, case.opening.street):
        raise NotAllowed()
    values = [ClearValue(*row) for row in uow.personal.of_case(query.case)]
    names = tuple(value.clear for value in values)
    audit_log.record(
        Work(uow, now),
        actor,
        action="UnlockPersonalData",
        entity=query.case,
        outcome="OK",
        detail={
            "purpose": query.purpose.value,
            "words": mask_text(words, names),
            "fields": " ".join(sorted({value.field for value in values})),
        },
    )
    return [encode(value) for value in values]
