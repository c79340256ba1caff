"""Raising or lowering the response level, with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame
from widgets.case.level_picker import LevelPicker
from widgets.theme import Theme


class LevelDialog(DialogFrame):
    """Four levels to pick from; the present one cannot be picked, the reason cannot be empty."""

    chosen = Signal(int, str)
    """Level and reason."""

    def __init__(self, case: Case, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Change the response level of {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Change level"))
        self._present = case.level
        self.levels = LevelPicker(theme)
        self.levels.pick(max(1, case.level - 1) if case.level > 1 else 2)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required)"))
        self.body.addWidget(self.levels)
        self.body.addWidget(self.reason)
        self.reason.textChanged.connect(self._enable)
        self.levels.picked.connect(self._enable)
        self._enable()
        self.reason.setFocus()

    def _enable(self) -> None:
        reason = bool(self.reason.text().strip())
        self.accept_button.setEnabled(reason and self.levels.level != self._present)

    def accept(self) -> None:
        """Tell the choice."""
        if self.accept_button.isEnabled():
            self.chosen.emit(self.levels.level, self.reason.text().strip())
            super().accept()
