"""The clocks of a case, derived from its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from console.domain.case import Opening
from console.domain.case_log import Action, LogEntry
from console.domain.case_types import CaseTypes
from console.domain.sla import Clock, ClockKind
from console.domain.time_limits import TimeLimits
from console.domain.working_time import WorkingTime


@dataclass(slots=True)
class _Span:
    started_at: datetime
    level: int
    met_at: datetime | None = None


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
                span.met_at = at
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


def _suspended(spans: _Spans, entry: LogEntry) -> None:
    spans.suspended_at = entry.at


def _resumed(spans: _Spans, entry: LogEntry) -> None:
    if spans.suspended_at is not None:
        spans.suspensions.append((spans.suspended_at, entry.at))
    spans.suspended_at = None


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
    Action.REOPENED: _reopened,
    Action.RETURNED: _returned,
    Action.REJECTED: _rejected,
    Action.VOIDED: _ended,
    Action.MERGED: _ended,
    Action.ESCALATED: _level,
    Action.DEESCALATED: _level,
    Action.SUSPENDED: _suspended,
    Action.RESUMED: _resumed,
}


class Timekeeper:
    """Turns a log into the clocks that run now or were met.

    A running clock follows the level in force now; a met one keeps the level it was met under.
    """

    def __init__(self, limits: TimeLimits, case_types: CaseTypes, working: WorkingTime) -> None:
        self._limits = limits
        self._case_types = case_types
        self._working = working

    def clocks(self, opening: Opening, log: Sequence[LogEntry]) -> tuple[Clock, ...]:
        """Clocks in the order of the table; at most one a kind."""
        if not log:
            return ()
        spans = _Spans(opening.level, log[0].at)
        for entry in log:
            spans.read(entry)
        made = (self._clock(opening, kind, spans) for kind in ClockKind)
        return tuple(clock for clock in made if clock is not None)

    def _clock(self, opening: Opening, kind: ClockKind, spans: _Spans) -> Clock | None:
        span = spans.spans.get(kind)
        if span is None:
            return None
        level = spans.level if span.met_at is None else span.level
        instead = self._case_types.get(opening.case_type).limits
        limit = self._limits.limit(kind, level, instead)
        if limit is None:
            return None
        stops = [stop for stop in spans.suspensions if span.met_at is None or stop[0] < span.met_at]
        return Clock(
            kind=kind,
            started_at=span.started_at,
            due_at=limit.due(span.started_at, stops, self._working),
            limit_s=limit.length_s(span.started_at),
            met_at=span.met_at,
            paused=span.met_at is None and spans.suspended_at is not None,
        )
