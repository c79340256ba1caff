"""Questions the consoles ask: read-only, by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from console.codec import decode, encode
from console.domain.access import Actor
from console.domain.case import ENDED
from console.domain.permissions import CASE_READERS, QUERY_ROLES, within_reach
from console.domain.working_time import ZONE
from console.errors import InvalidCommand, NotAllowed
from console.services.ports import UnitOfWork
from console.services.records import Figures
from console.services.watchers import Watchers

_TYPE = re.compile(rb'"type" ?: ?"([a-z][a-z_]{0,31}(?:\.[a-z][a-z_]{0,31}){1,3})"')
"""Letters and dots only, so that no number of a person or phone can pass."""

MOST_ROWS = 500
"""Rows of one page at most."""


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """A case with its whole log."""

    number: str


@dataclass(frozen=True, slots=True)
class PageQuery:
    """A page of a list, newest first; `before` is the sequence to go on from, 0 for the newest."""

    limit: int = 100
    before: int = 0

    @property
    def size(self) -> int:
        """The page size that is granted."""
        return max(1, min(self.limit, MOST_ROWS))


@dataclass(frozen=True, slots=True)
class WatchQuery:
    """The case that lies open at a console; empty where none does."""

    case: str = ""


Answer = Callable[[UnitOfWork, Actor, bytes, datetime], list[bytes]]


class Queries:
    """Named queries; who may ask which is the permissions' word.

    `more` are answered by other services. A query may leave a line in the audit log, nothing else.
    """

    def __init__(self, watchers: Watchers, more: Mapping[str, Answer]) -> None:
        self._watchers = watchers
        self._answers: dict[str, Answer] = {
            "case": _case,
            "watching": self._watching,
            "closed_today": _closed_today,
            "figures": _figures,
            "limits": _limits,
            "quarantine": _quarantine,
            **more,
        }

    def _watching(self, uow: UnitOfWork, actor: Actor, args: bytes, now: datetime) -> list[bytes]:
        """A console says which case lies open in front of it, and hears who else is there."""
        number = decode(args, WatchQuery).case
        case = uow.cases.get(number) if number and actor.role in CASE_READERS else None
        if case is None or not within_reach(actor, case.opening.street):
            self._watchers.saw(actor, "", actor.street, now)
        else:
            self._watchers.saw(actor, number, case.opening.street, now)
        return []

    def answer(
        self, uow: UnitOfWork, actor: Actor, name: str, args: bytes, now: datetime
    ) -> list[bytes]:
        """Rows as JSON; raises `NotAllowed`, or `InvalidCommand` for an unknown query."""
        answer = self._answers.get(name)
        if answer is None:
            raise InvalidCommand()
        if actor.role not in QUERY_ROLES[name]:
            raise NotAllowed()
        try:
            return answer(uow, actor, args or b"{}", now)
        except msgspec.DecodeError as error:
            raise InvalidCommand() from error


def _case(uow: UnitOfWork, actor: Actor, args: bytes, _now: datetime) -> list[bytes]:
    case = uow.cases.get(decode(args, CaseQuery).number)
    if case is None or not within_reach(actor, case.opening.street):
        return []
    return [encode(case)]


def _closed_today(uow: UnitOfWork, actor: Actor, _args: bytes, now: datetime) -> list[bytes]:
    midnight = now.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return [
        encode(case)
        for case in uow.cases.current(midnight)
        if not case.open and within_reach(actor, case.opening.street)
    ]


def _figures(uow: UnitOfWork, _actor: Actor, _args: bytes, _now: datetime) -> list[bytes]:
    by_state: Counter[str] = Counter()
    by_level: Counter[str] = Counter()
    for (state, level), count in uow.cases.figures().items():
        by_state[state] += count
        by_level[str(level)] += count
    ended = sum(by_state[state.value] for state in ENDED)
    figures = Figures(
        events=uow.events.total(),
        quarantined=uow.events.quarantined_total(),
        cases_open=by_state.total() - ended,
        cases_total=by_state.total(),
        cases_by_state={state: count for state, count in by_state.items() if count},
        cases_by_level=dict(by_level),
    )
    return [encode(figures)]


def _limits(uow: UnitOfWork, _actor: Actor, _args: bytes, _now: datetime) -> list[bytes]:
    return [encode(table) for table in uow.limits.all()]


def _quarantine(uow: UnitOfWork, _actor: Actor, args: bytes, _now: datetime) -> list[bytes]:
    """Without the content: what was refused may hold personal data in clear.

    Of its beginning only the `type` is told, where it can be read and looks like one. `whole`
    ones can be submitted again; `taken` tells that an event stands at their number.
    """
    page = decode(args, PageQuery)
    return [
        encode(
            {
                "number": record.number,
                "source": record.source,
                "epoch": record.epoch,
                "sequence": record.sequence,
                "code": record.code,
                "at": record.at,
                "size": record.size,
                "sha256": record.sha256.hex(),
                "type": _type_of(record.head),
                "whole": record.size == len(record.head),
                "taken": uow.events.holds(record.source, record.epoch, record.sequence),
            }
        )
        for record in uow.events.quarantined(page.size, page.before)
    ]


def _type_of(head: bytes) -> str:
    """The type an item gives itself, empty where that is no dotted name in ASCII."""
    found = _TYPE.search(head)
    return found.group(1).decode("ascii") if found else ""
