"""The clocks of a case, derived from its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.card import RISING, Card
from console.domain.case import Case, Opening
from console.domain.case_log import Action, LogEntry
from console.domain.limit_entry import basis_of
from console.domain.sla import Clock, ClockKind
from console.domain.time_limit import Basis, TimeLimit
from console.domain.time_limits import TimeLimits
from console.domain.working_time import DAY_SECONDS, WorkingTime


@dataclass(slots=True)
class _Span:
    started_at: datetime
    level: int
    met_at: datetime | None = None
    until: datetime | None = None
    extended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CardDue:
    """A card that is to be proposed at this moment unless the clock is met before."""

    at: datetime
    card: Card


class _Spans:
    """Starts, meets and drops clocks while a log is read; one span a kind, the newest."""

    def __init__(self, level: int, reported_at: datetime) -> None:
        self.level = level
        self.reported_at = reported_at
        self.spans: dict[ClockKind, _Span] = {}
        self.suspended_at: datetime | None = None
        self.suspensions: list[tuple[datetime, datetime]] = []

    def start(self, kind: ClockKind, at: datetime) -> None:
        self.spans[kind] = _Span(at, self.level)

    def start_once(self, kind: ClockKind, at: datetime) -> None:
        if kind not in self.spans:
            self.start(kind, at)

    def meet(self, *kinds: ClockKind, at: datetime) -> None:
        for kind in kinds:
            span = self.spans.get(kind)
            if span is not None and span.met_at is None:
                # The hub's own clock may have been put back meanwhile.
                span.met_at = max(at, span.started_at)
                span.level = self.level

    def drop_running(self, *kinds: ClockKind) -> None:
        for kind in kinds or tuple(self.spans):
            if kind in self.spans and self.spans[kind].met_at is None:
                del self.spans[kind]

    def drop(self, *kinds: ClockKind) -> None:
        for kind in kinds:
            self.spans.pop(kind, None)

    def read(self, entry: LogEntry) -> None:
        handler = _HANDLERS.get(entry.action)
        if handler is not None:
            handler(self, entry)


def _reported(spans: _Spans, entry: LogEntry) -> None:
    spans.start(ClockKind.TAKE_IN, entry.at)
    spans.start(ClockKind.FIRST_REPORT, entry.at)


def _filed(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.TAKE_IN, at=entry.at)
    spans.start_once(ClockKind.DISPATCH, entry.at)


def _dispatched(spans: _Spans, entry: LogEntry) -> None:
    # Dispatched before it was filed: the clock ran from the report.
    spans.start_once(ClockKind.DISPATCH, spans.reported_at)
    spans.meet(ClockKind.TAKE_IN, ClockKind.DISPATCH, at=entry.at)
    spans.start_once(ClockKind.ACCEPT, entry.at)
    spans.start_once(ClockKind.HANDLED, entry.at)


def _accepted(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.ACCEPT, at=entry.at)
    spans.start_once(ClockKind.ON_SCENE, entry.at)


def _arrived(spans: _Spans, entry: LogEntry) -> None:
    _accepted(spans, entry)
    spans.meet(ClockKind.ON_SCENE, at=entry.at)


def _handling(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.ACCEPT, at=entry.at)
    spans.drop_running(ClockKind.ON_SCENE)


def _report_sent(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.FIRST_REPORT, at=entry.at)
    spans.start(ClockKind.FOLLOW_UP, entry.at)


def _handled(spans: _Spans, entry: LogEntry) -> None:
    spans.start_once(ClockKind.HANDLED, spans.reported_at)
    met = (ClockKind.TAKE_IN, ClockKind.ACCEPT, ClockKind.FIRST_REPORT, ClockKind.HANDLED)
    spans.meet(*met, at=entry.at)
    spans.drop_running()
    spans.start(ClockKind.VERIFIED, entry.at)


def _closed(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.VERIFIED, at=entry.at)
    spans.drop_running()


def _reopened(spans: _Spans, entry: LogEntry) -> None:
    spans.drop(ClockKind.VERIFIED)
    spans.start(ClockKind.HANDLED, entry.at)


def _returned(spans: _Spans, entry: LogEntry) -> None:
    spans.drop(ClockKind.ACCEPT, ClockKind.ON_SCENE, ClockKind.HANDLED)
    spans.start(ClockKind.DISPATCH, entry.at)


def _rejected(spans: _Spans, entry: LogEntry) -> None:
    spans.meet(ClockKind.TAKE_IN, at=entry.at)
    spans.drop_running()


def _ended(spans: _Spans, _entry: LogEntry) -> None:
    spans.drop_running()


def _level(spans: _Spans, entry: LogEntry) -> None:
    spans.level = int(entry.args["level"])


def _response_lifted(spans: _Spans, _entry: LogEntry) -> None:
    """No follow-up reports are due on a response that is over."""
    spans.drop_running(ClockKind.FOLLOW_UP)


def _suspended(spans: _Spans, entry: LogEntry) -> None:
    spans.suspended_at = entry.at


def _resumed(spans: _Spans, entry: LogEntry) -> None:
    if spans.suspended_at is not None:
        spans.suspensions.append((spans.suspended_at, max(entry.at, spans.suspended_at)))
    spans.suspended_at = None


def _extended(spans: _Spans, entry: LogEntry) -> None:
    span = spans.spans.get(ClockKind(entry.args.get("clock", ClockKind.HANDLED)))
    if span is not None and span.met_at is None:
        span.until = datetime.fromisoformat(entry.args["until"])
        span.extended_at = entry.at


_HANDLERS = {
    Action.REPORTED: _reported,
    Action.FILED: _filed,
    Action.DISPATCHED: _dispatched,
    Action.ACCEPTED: _accepted,
    Action.SET_OUT: _accepted,
    Action.ARRIVED: _arrived,
    Action.HANDLING: _handling,
    Action.REPORT_SENT: _report_sent,
    Action.HANDLED: _handled,
    Action.SELF_HANDLED: _handled,
    Action.CLOSED: _closed,
    Action.REVIEWED: _closed,
    Action.REOPENED: _reopened,
    Action.RETURNED: _returned,
    Action.REJECTED: _rejected,
    Action.VOIDED: _ended,
    Action.MERGED: _ended,
    Action.ESCALATED: _level,
    Action.DEESCALATED: _level,
    Action.RESPONSE_LIFTED: _response_lifted,
    Action.SUSPENDED: _suspended,
    Action.RESUMED: _resumed,
    Action.EXTENDED: _extended,
}


class Timekeeper:
    """Turns a log into the clocks that run now or were met.

    A running clock follows the level in force now; a met one keeps the level it was met under.
    """

    def __init__(self, limits: TimeLimits, working: WorkingTime) -> None:
        self._limits = limits
        self._working = working

    def days_after(self, due: datetime, days: int, level: int) -> datetime:
        """`days` after a deadline: working days at levels that run by working time."""
        if basis_of(level) is Basis.WORKING:
            return self._working.add(due, days * DAY_SECONDS)
        return due + timedelta(days=days)

    def clocks(self, opening: Opening, log: Sequence[LogEntry]) -> tuple[Clock, ...]:
        """Clocks in the order of the table; at most one a kind."""
        if not log:
            return ()
        spans = _Spans(opening.level, log[0].at)
        for entry in log:
            spans.read(entry)
        made = (self._clock(opening, kind, spans) for kind in ClockKind)
        return tuple(clock for clock in made if clock is not None)

    def cards_due(self, case: Case, clock: Clock) -> Sequence[CardDue]:
        """When which card is to be proposed for a running clock of a case, mildest first."""
        limit = self._limit(case.opening, clock.kind, case.level, case.reported_at)
        if limit is None:
            return ()
        rule = self._limits.cards(case.reported_at)
        return [
            CardDue(
                limit.beyond(clock.due_at, rule.delay_s(card, clock.limit_s), self._working), card
            )
            for card in RISING
        ]

    def _limit(
        self, opening: Opening, kind: ClockKind, level: int, reported_at: datetime
    ) -> TimeLimit | None:
        return self._limits.limit(kind, level, opening.case_type, reported_at)

    def _clock(self, opening: Opening, kind: ClockKind, spans: _Spans) -> Clock | None:
        span = spans.spans.get(kind)
        if span is None:
            return None
        level = spans.level if span.met_at is None else span.level
        limit = self._limit(opening, kind, level, spans.reported_at)
        if limit is None:
            return None
        due, first = self._due(limit, span, spans.suspensions)
        working = limit.basis is Basis.WORKING
        return Clock(
            kind=kind,
            started_at=span.started_at,
            due_at=due,
            limit_s=limit.length_s(span.started_at),
            met_at=span.met_at,
            paused=span.met_at is None and spans.suspended_at is not None,
            first_due_at=first,
            guessed=working and not self._working.known_until(due),
        )

    def _due(
        self, limit: TimeLimit, span: _Span, suspensions: list[tuple[datetime, datetime]]
    ) -> tuple[datetime, datetime | None]:
        """The deadline in force, and the one before an extension that is longer than it."""
        stops = [stop for stop in suspensions if span.met_at is None or stop[0] < span.met_at]
        due = limit.due(span.started_at, stops, self._working)
        if span.until is None or span.extended_at is None:
            return due, None
        later = [stop for stop in stops if stop[0] >= span.extended_at]
        until = limit.put_off(span.until, later, self._working)
        return (until, due) if until > due else (due, None)
