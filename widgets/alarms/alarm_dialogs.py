"""Asking what an act on an alarm needs to know, then acting."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject

from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import MuteAlarm, NoteAlarm, ShelveAlarm, TakeOutOfService
from console.domain.alarm_rules import AlarmRules
from console.domain.commands import OpenCase
from widgets.actions import Actions
from widgets.alarms.alarm_actions import AlarmActions
from widgets.alarms.aside_dialog import AsideDialog
from widgets.case.dialogs import Dialogs
from widgets.common.alarm_words import alarm_words

SPANS = (5, 15, 30, 60, 240, 480, 1440)
"""Minutes that are offered, as far as the level allows them."""


class AlarmDialogs(QObject):
    """Opens the dialogs for alarms; what needs no answer is done at once."""

    def __init__(
        self, alarms: AlarmActions, actions: Actions, dialogs: Dialogs, resources: Path
    ) -> None:
        super().__init__(dialogs)
        self._alarms = alarms
        self._actions = actions
        self._dialogs = dialogs
        self._resources = resources
        self._rules: AlarmRules | None = None

    def shelve(self, key: str) -> None:
        """Ask how long an alarm is to be put aside, and why."""
        alarm = self._alarms.alarm(key)
        if alarm is None or not (alarm.standing or alarm.state is AlarmState.SHELVED):
            return
        if not self._alarms.may(ShelveAlarm):
            return
        dialog = AsideDialog(
            self.tr("Shelve: {alarm}").format(alarm=alarm_words(alarm)),
            self.tr("Shelve"),
            self._dialogs.over(),
            minutes=_spans(self._all_rules().longest_shelf(alarm.level)),
            hint=self.tr("Reason (required)"),
        )
        dialog.given.connect(lambda minutes, reason: self._alarms.shelve(key, minutes, reason))
        self._dialogs.open(dialog)

    def mute(self, key: str) -> None:
        """Ask how long an alarm is to be silent; one that is silent sounds again at once."""
        alarm = self._alarms.alarm(key)
        if alarm is None or alarm.state is not AlarmState.UNACKNOWLEDGED:
            return
        if not self._alarms.may(MuteAlarm):
            return
        if alarm.mute is not None:
            self._alarms.mute(key, 0)
            return
        dialog = AsideDialog(
            self.tr("Mute on all consoles: {alarm}").format(alarm=alarm_words(alarm)),
            self.tr("Mute"),
            self._dialogs.over(),
            minutes=_spans(self._all_rules().longest_mute(alarm.level)),
        )
        dialog.given.connect(lambda minutes, _text: self._alarms.mute(key, minutes))
        self._dialogs.open(dialog)

    def take_out(self, key: str) -> None:
        """Ask why an alarm is to be out of service; one that is comes back at once."""
        alarm = self._alarms.alarm(key)
        if alarm is None or not alarm.open or not self._alarms.may(TakeOutOfService):
            return
        if alarm.state is AlarmState.OUT_OF_SERVICE:
            self._alarms.bring_back(key)
            return
        dialog = AsideDialog(
            self.tr("Out of service: {alarm}").format(alarm=alarm_words(alarm)),
            self.tr("Take out of service"),
            self._dialogs.over(),
            hint=self.tr("Reason (required)"),
        )
        dialog.given.connect(lambda _minutes, reason: self._alarms.take_out(key, reason))
        self._dialogs.open(dialog)

    def note(self, key: str) -> None:
        """Ask for a note for the others."""
        alarm = self._alarms.alarm(key)
        if alarm is None or not alarm.open or not self._alarms.may(NoteAlarm):
            return
        dialog = AsideDialog(
            self.tr("Note: {alarm}").format(alarm=alarm_words(alarm)),
            self.tr("Write the note"),
            self._dialogs.over(),
            hint=self.tr("Seen on all consoles; empty takes it off"),
            needed=False,
            text=alarm.note.text if alarm.note else "",
        )
        dialog.given.connect(lambda _minutes, text: self._alarms.note(key, text))
        self._dialogs.open(dialog)

    def open_case(self, key: str) -> None:
        """Open a case of the proposed type; where there is none, ask for what is missing."""
        alarm = self._alarms.alarm(key)
        if alarm is None or alarm.case or not self._alarms.may(OpenCase):
            return
        if alarm.case_type:
            self._actions.open_case_from(key)
        else:
            self._ask_for_case(alarm)

    def proposed(self, alarm: Alarm) -> str:
        """Code and name of the case type proposed for an alarm, empty where there is none."""
        return self._dialogs.type_words(alarm.case_type) if alarm.case_type else ""

    def _ask_for_case(self, alarm: Alarm) -> None:
        dialog = self._dialogs.case_form(alarm.place, alarm.grid)
        dialog.title.setText(alarm_words(alarm))
        dialog.levels.pick(alarm.level)
        dialog.asked.connect(
            lambda command: self._actions.create_case(replace(command, alarm=alarm.id))
        )
        self._dialogs.open(dialog)

    def _all_rules(self) -> AlarmRules:
        if self._rules is None:
            text = (self._resources / "alarm_rules.toml").read_text(encoding="utf-8")
            self._rules = AlarmRules.from_table(tomllib.loads(text))
        return self._rules


def _spans(longest: timedelta) -> list[int]:
    """The minutes on offer, the longest allowed among them."""
    most = int(longest.total_seconds() // 60)
    return [*(one for one in SPANS if one < most), most]
