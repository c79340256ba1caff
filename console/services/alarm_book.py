"""Every alarm that is raised or changes goes through here; floods of one cause get a group."""

from __future__ import annotations

from dataclasses import replace

from console.domain.alarm import Alarm
from console.domain.alarm_rule import AlarmRule, FoldArea
from console.domain.alarm_rules import AlarmRules
from console.domain.facts import Kind
from console.services.work import Work


class AlarmBook:
    """Stores and tells. Alarms of level 1 never join a group: each of them is seen on its own."""

    def __init__(self, rules: AlarmRules) -> None:
        self._rules = rules

    def enter(self, work: Work, alarm: Alarm, fold: str) -> None:
        """Raise an alarm that folds repeats of `fold`."""
        rule = self._rules.rule(alarm.type)
        alarm = replace(alarm, cause=_cause(alarm, rule))
        if alarm.level > 1:
            alarm = replace(alarm, group=self._group(work, alarm, rule))
        work.uow.alarms.add(alarm, fold)
        work.tell("AlarmRaised", Kind.ALARM, alarm.id, alarm)

    def change(self, work: Work, name: str, alarm: Alarm, by: str = "") -> None:
        """Store what became of an alarm and tell it under the fact's `name`."""
        work.uow.alarms.put(alarm)
        work.tell(name, Kind.ALARM, alarm.id, alarm, by)

    def _group(self, work: Work, alarm: Alarm, rule: AlarmRule) -> str:
        """The group of the flood that this alarm belongs to, empty where there is none."""
        since = alarm.raised_at - rule.fold_window
        recent = []
        for one in work.uow.alarms.of_cause(alarm.cause):
            if one.raised_at < since:
                break
            if one.group:
                return one.group
            if one.level > 1:
                recent.append(one)
        if len(recent) < rule.fold_over:
            return ""
        group = f"group-{alarm.id}"
        for one in recent:
            self.change(work, "AlarmGrouped", replace(one, group=group))
        return group


def _cause(alarm: Alarm, rule: AlarmRule) -> str:
    """What alarms must share to fold: an exercise never folds with the real thing."""
    areas = {FoldArea.GRID: alarm.grid or alarm.street, FoldArea.STREET: alarm.street}
    area = areas.get(rule.fold_area, "")
    return f"{alarm.status}|{alarm.type}|{alarm.case_type}|{area}"
