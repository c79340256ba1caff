"""What the head of the case panel says: number, level, state."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.domain.alarm import Alarm
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.event import EventStatus
from widgets.common.elided_label import ElidedLabel
from widgets.common.level_chip import LevelChip
from widgets.common.terms import Terms
from widgets.theme import Theme


class CaseHead(QWidget):
    """Number, level chip, exercise mark, state."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = QLabel()
        self._number.setObjectName("panelTitle")
        self._chip = LevelChip(theme)
        self._mark = QLabel(self.tr("Exercise"))
        self._mark.setObjectName("exercise")
        self._state = ElidedLabel()
        self._state.setObjectName("headNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self._number, self._chip, self._mark, self._state):
            row.addWidget(widget)
        row.addStretch(1)
        self.show_nothing()

    def show_case(self, case: Case) -> None:
        """Number, level and state of a case."""
        state = Terms.case_state(case.state)
        if case.suspended:
            state = self.tr("{state}, suspended").format(state=state)
        if case.paperwork_due:
            state = self.tr("{state}, paperwork due").format(state=state)
        self._show(case.number, case.level, state, case.opening.status)

    def show_alarm(self, alarm: Alarm) -> None:
        """Kind, level and state of an alarm."""
        self._show(self.tr("Alarm"), alarm.level, Terms.alarm_state(alarm.state), alarm.status)

    def show_group(self, level: int, count: int, status: EventStatus) -> None:
        """Level and number of the alarms folded into a card."""
        number = self.tr("{count} alarms").format(count=count)
        self._show(number, level, self.tr("folded"), status)

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._number.setText(self.tr("Case"))
        self._chip.hide()
        self._mark.hide()
        self._state.setText("")

    def words(self) -> str:
        """What is shown, for screen readers and tests."""
        return f"{self._number.text()} {self._state.text()}".strip()

    @staticmethod
    def step_words(action: Action) -> str:
        """What the button of the next step says."""
        return Terms.step(action)

    def _show(self, number: str, level: int, state: str, status: EventStatus) -> None:
        self._number.setText(number)
        self._chip.show_level(level)
        self._mark.setVisible(status is not EventStatus.ACTUAL)
        self._state.setText(state)
