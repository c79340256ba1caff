"""What the scripted desk sees of the feed: alarms, cases, units and tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.facts import Fact
from console.domain.grid_task import GridTask
from console.domain.unit import Unit


class Board:
    """The newest alarms, cases, units and tasks by their keys."""

    def __init__(self) -> None:
        self.alarms: dict[str, Alarm] = {}
        self.cases: dict[str, Case] = {}
        self.units: dict[str, Unit] = {}
        self.tasks: dict[str, GridTask] = {}

    def replace(self, facts: Iterable[Fact]) -> None:
        """Start over from a snapshot."""
        self.alarms.clear()
        self.cases.clear()
        self.units.clear()
        self.tasks.clear()
        self.apply(facts)

    def apply(self, facts: Iterable[Fact]) -> None:
        """Take in what happened; an older version of an alarm or case is passed over."""
        for fact in facts:
            row = fact.row
            if isinstance(row, Unit):
                self.units[row.id] = row
            elif isinstance(row, GridTask):
                self.tasks[row.id] = row
            elif isinstance(row, Case):
                known = self.cases.get(row.number)
                if known is None or row.log[-1].sequence >= known.log[-1].sequence:
                    self.cases[row.number] = row
            elif isinstance(row, Alarm):
                seen = self.alarms.get(row.id)
                if seen is None or row.version >= seen.version:
                    self.alarms[row.id] = row

    def alarm_with(self, key: str, since: datetime) -> Alarm | None:
        """The newest alarm of a sensor or camera raised since then."""
        found = [one for one in self.alarms.values() if one.key == key and one.raised_at >= since]
        return max(found, key=lambda one: one.raised_at, default=None)

    def case_called(self, title: str, since: datetime) -> Case | None:
        """The newest case with that title reported since then."""
        found = [
            one
            for one in self.cases.values()
            if one.opening.title == title and one.reported_at >= since
        ]
        return max(found, key=lambda one: one.reported_at, default=None)

    def task_called(self, title: str, since: datetime) -> GridTask | None:
        """The newest task with that title given since then."""
        found = [
            one for one in self.tasks.values() if one.title == title and one.created_at >= since
        ]
        return max(found, key=lambda one: one.created_at, default=None)


def version_of(case: Case) -> int:
    """The version to name in a command; a row carries only the end of a long log."""
    return case.log[-1].sequence
