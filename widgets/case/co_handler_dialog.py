"""Asking somebody to do a part of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QWidget

from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame
from widgets.case.level_picker import LevelPicker
from widgets.common.choice_box import ChoiceBox
from widgets.theme import Theme


class CoHandlerDialog(DialogFrame):
    """Who (an office by name or a unit), what, and at which level."""

    chosen = Signal(str, str, str, int)
    """Name as shown, unit id or empty, task, level (0: the case's own)."""

    def __init__(
        self,
        case: Case,
        offices: Sequence[str],
        units: Mapping[str, str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`units` are ids by name."""
        super().__init__("", "", parent)
        title = self.tr("Co-handler for {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Ask to help"))
        self._level = case.level
        self._units = units
        self.holder = ChoiceBox()
        self.holder.setEditable(True)
        self.holder.addItems([*offices, *units])
        self.holder.setCurrentIndex(-1)
        completer = QCompleter(self.holder.model(), self.holder)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.holder.setCompleter(completer)
        self.task = QLineEdit()
        self.task.setPlaceholderText(self.tr("What is to be done (may be empty)"))
        self.levels = LevelPicker(theme)
        self.levels.pick(case.level)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Who"), self.holder)
        form.addRow(self.tr("Task"), self.task)
        form.addRow(self.tr("Level"), self.levels)
        self.body.addLayout(form)
        self.holder.currentTextChanged.connect(self._enable)
        self._enable()
        self.holder.setFocus()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.holder.currentText().strip()))

    def accept(self) -> None:
        """Tell the choice."""
        if not self.accept_button.isEnabled():
            return
        holder = self.holder.currentText().strip()
        level = self.levels.level if self.levels.level != self._level else 0
        unit = self._units.get(holder, "")
        self.chosen.emit(holder, unit, self.task.text().strip(), level)
        super().accept()
