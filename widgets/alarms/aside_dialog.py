"""How long, and why: for shelf, mute, out of service and note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from widgets.case.dialog_frame import DialogFrame
from widgets.i18n.texts import Texts

LONGEST_TEXT = 200


class AsideDialog(DialogFrame):
    """Buttons for the time where `minutes` are given, one line where there is a `hint` for it."""

    given = Signal(int, str)
    """Minutes (0 where none were asked for) and the text."""

    def __init__(
        self,
        title: str,
        accept: str,
        parent: QWidget | None = None,
        *,
        minutes: Sequence[int] = (),
        hint: str = "",
        needed: bool = True,
        text: str = "",
    ) -> None:
        super().__init__(title, accept, parent)
        self._needed = needed and bool(hint)
        self.spans = QButtonGroup(self)
        if minutes:
            self._add_spans(minutes)
        self.line = QLineEdit(text)
        self.line.setMaxLength(LONGEST_TEXT)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.setVisible(bool(hint))
        self.body.addWidget(self.line)
        self.line.textChanged.connect(self._enable)
        self._enable()
        first = self.line if hint else self.spans.checkedButton()
        if first is not None:
            first.setFocus()

    def _add_spans(self, minutes: Sequence[int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in minutes:
            button = QPushButton(Texts.rough(one * 60))
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self.spans.addButton(button, one)
            row.addWidget(button)
        self.spans.button(minutes[0]).setChecked(True)
        self.body.addLayout(row)

    def _enable(self) -> None:
        self.accept_button.setEnabled(not self._needed or bool(self.line.text().strip()))

    def accept(self) -> None:
        """Tell what was given."""
        if self.accept_button.isEnabled():
            self.given.emit(max(0, self.spans.checkedId()), self.line.text().strip())
            super().accept()
