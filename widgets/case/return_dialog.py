"""Sending a case back: the whole of it, or one unit's part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from console.domain.case import Case
from console.domain.unit import Unit
from widgets.case.dialog_frame import DialogFrame


class ReturnDialog(DialogFrame):
    """Where several units are on a case, who sends back has to be said; a reason always."""

    given = Signal(str, str)
    """Id of the unit, empty for the whole case, and the reason."""

    def __init__(self, case: Case, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Send back {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Send back"))
        self.who, self.reason = QComboBox(), QLineEdit()
        for unit in units:
            self.who.addItem(self.tr("{unit}: the others go on").format(unit=unit.name), unit.id)
        self.who.addItem(self.tr("The whole case"), "")
        self.reason.setPlaceholderText(self.tr("Reason (required)"))
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Who"), self.who)
        form.addRow(self.tr("Reason"), self.reason)
        self.body.addLayout(form)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self.reason.setFocus()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))

    def accept(self) -> None:
        """Tell who and why."""
        if self.accept_button.isEnabled():
            self.given.emit(str(self.who.currentData()), self.reason.text().strip())
            super().accept()
