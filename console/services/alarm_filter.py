"""Delay and count filters: an alarm waits until its cause has stood or repeated long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.alarm import Alarm
from console.domain.alarm_rule import AlarmRule
from console.services.alarm_book import AlarmBook
from console.services.records import WaitingAlarm
from console.services.work import Work


class AlarmFilter:
    """Keeps what waits in the store, so that a restart of the hub forgets nothing."""

    def __init__(self, book: AlarmBook) -> None:
        self._book = book

    def take(self, work: Work, alarm: Alarm, fold: str, rule: AlarmRule) -> None:
        """Raise an alarm, now or when its rule is met; level 1 never waits."""
        known = work.uow.waiting.get(fold)
        if known is not None:
            level = min(alarm.level, known.alarm.level)
            alarm = replace(alarm, id=known.alarm.id, level=level, count=known.alarm.count + 1)
        reports = _within((*(known.reports if known else ()), work.now), rule, work.now)
        ready_at = reports[0] + rule.on_delay
        often = len(reports) >= rule.count
        if alarm.level == 1 or (often and ready_at <= work.now):
            self._enter(work, alarm, fold)
            return
        due_at = ready_at if often else max(ready_at, work.now + rule.window)
        work.uow.waiting.put(WaitingAlarm(fold, alarm, reports, due_at))

    def cancel(self, work: Work, fold: str) -> None:
        """The cause has gone before the alarm was raised; harmless where nothing waits."""
        work.uow.waiting.remove(fold)

    def due(self, work: Work, waiting: WaitingAlarm, rule: AlarmRule) -> None:
        """Its time has come: raise it where it was reported often enough, else forget it."""
        if len(_within(waiting.reports, rule, work.now)) >= rule.count:
            self._enter(work, waiting.alarm, waiting.fold)
        else:
            work.uow.waiting.remove(waiting.fold)

    def _enter(self, work: Work, alarm: Alarm, fold: str) -> None:
        work.uow.waiting.remove(fold)
        self._book.enter(work, replace(alarm, raised_at=work.now, last_at=work.now), fold)


def _within(reports: tuple[datetime, ...], rule: AlarmRule, now: datetime) -> tuple[datetime, ...]:
    """The reports that count; without a count filter the first one stays."""
    if rule.count == 1:
        return reports[:1]
    return tuple(at for at in reports if at > now - rule.window) or reports[-1:]
