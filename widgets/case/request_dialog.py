"""Asking for a step that a second person has to approve."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from console.domain.case_log import Action
from console.domain.side_rules import MOST_DAYS
from widgets.case.dialog_frame import DialogFrame

_USUAL_DAYS = 3


class RequestDialog(DialogFrame):
    """A reason, and for an extension the days; `hint` says who decides and what runs out when."""

    given = Signal(str, int)
    """Reason and days (0 where no extension is asked for)."""

    def __init__(
        self, title: str, action: Action, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, "", parent)
        self.set_words(title, self.tr("Ask for approval"))
        self._extends = action is Action.EXTENDED
        words = QLabel(hint)
        words.setObjectName("hint")
        words.setWordWrap(True)
        self.days = QSpinBox()
        self.days.setRange(1, MOST_DAYS)
        self.days.setValue(_USUAL_DAYS)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required)"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        if self._extends:
            form.addRow(self.tr("Days more"), self.days)
        form.addRow(self.tr("Reason"), self.reason)
        self.body.addWidget(words)
        self.body.addLayout(form)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self.reason.setFocus()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))

    def accept(self) -> None:
        """Tell what is asked for."""
        if self.accept_button.isEnabled():
            days = self.days.value() if self._extends else 0
            self.given.emit(self.reason.text().strip(), days)
            super().accept()
