"""Entering what a case cost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from console.domain.case import Case
from console.domain.case_outcome import CaseOutcome
from widgets.case.dialog_frame import DialogFrame

_MOST_PEOPLE = 9_999
_MOST_YUAN = 2_000_000_000


class OutcomeDialog(DialogFrame):
    """People hurt and killed, loss in yuan; begins with what was entered before."""

    given = Signal(object, str)
    """`CaseOutcome` and note."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Outcome of {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Enter"))
        before = case.outcome or CaseOutcome(0, 0, 0)
        self.injured = _number(before.injured, _MOST_PEOPLE)
        self.dead = _number(before.dead, _MOST_PEOPLE)
        self.loss = _number(before.loss_yuan, _MOST_YUAN)
        self.note = QLineEdit()
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Injured"), self.injured)
        form.addRow(self.tr("Dead"), self.dead)
        form.addRow(self.tr("Loss in yuan"), self.loss)
        form.addRow(self.tr("Note"), self.note)
        self.body.addLayout(form)
        self.injured.setFocus()
        self.injured.selectAll()

    def accept(self) -> None:
        """Tell the figures."""
        outcome = CaseOutcome(self.injured.value(), self.dead.value(), self.loss.value())
        self.given.emit(outcome, self.note.text().strip())
        super().accept()


def _number(value: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setGroupSeparatorShown(True)
    box.setValue(value)
    return box
