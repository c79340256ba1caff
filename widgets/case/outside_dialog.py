"""Calling an outside unit: whom, on which number, and how the call ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from console.domain.call_outcome import CallOutcome
from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts


class OutsideDialog(DialogFrame):
    """Stays open after a call that reached nobody, so that the next one is a key away."""

    called = Signal(str, str, str, object, str)
    """Organisation, contact, phone, `CallOutcome`, note."""

    def __init__(self, case: Case, now: Now, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Outside unit by phone · {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Reached: send"))
        self.setMinimumWidth(560)
        self._now = now
        self.organisation, self.contact = QLineEdit(), QLineEdit()
        self.phone, self.note = QLineEdit(), QLineEdit()
        self.organisation.setPlaceholderText(self.tr("e.g. railway maintenance"))
        self.no_answer = QPushButton(self.tr("No answer (&N)"))
        self.refused = QPushButton(self.tr("Refused (&R)"))
        self._told = QLabel()
        self._told.setObjectName("hint")
        self._arrange()
        self.organisation.textChanged.connect(self._enable)
        self.phone.textChanged.connect(self._enable)
        self.no_answer.clicked.connect(lambda: self._tell(CallOutcome.NO_ANSWER))
        self.refused.clicked.connect(lambda: self._tell(CallOutcome.REFUSED))
        self._enable()
        self.organisation.setFocus()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Organisation"), self.organisation)
        form.addRow(self.tr("Contact"), self.contact)
        form.addRow(self.tr("Phone"), self.phone)
        form.addRow(self.tr("What was said"), self.note)
        hint = QLabel(self.tr("Name and number are kept as personal data; the log shows masks."))
        hint.setObjectName("hint")
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        for button in (self.no_answer, self.refused):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.body.addLayout(row)

    def _enable(self) -> None:
        whole = bool(self.organisation.text().strip() and self.phone.text().strip())
        for button in (self.accept_button, self.no_answer, self.refused):
            button.setEnabled(whole)

    def _tell(self, outcome: CallOutcome) -> None:
        if not self.accept_button.isEnabled():
            return
        lines = (self.organisation, self.contact, self.phone)
        words = [line.text().strip() for line in lines]
        self.called.emit(*words, outcome, self.note.text().strip())
        self.note.clear()
        at = Texts.clock(self._now())
        said = {
            CallOutcome.NO_ANSWER: self.tr("{at} no answer, logged"),
            CallOutcome.REFUSED: self.tr("{at} refused, logged"),
        }
        self._told.setText(said.get(outcome, "").format(at=at))

    def accept(self) -> None:
        """Reached: the unit counts as sent."""
        if self.accept_button.isEnabled():
            self._tell(CallOutcome.REACHED)
            super().accept()
