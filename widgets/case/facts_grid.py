"""Names and values in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

NAME_WIDTH = 76


class FactsGrid(QWidget):
    """Rows of a muted name and a value that may wrap; rows without a value are left out."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        for index, name in enumerate(names):
            label, value = QLabel(name), QLabel()
            label.setObjectName("factName")
            value.setObjectName("factValue")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(label, index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, index, 1)
            self._rows.append((label, value))

    def show_values(self, values: Sequence[str]) -> None:
        """Change all values, in the order of the names."""
        for (label, value), text in zip(self._rows, values, strict=True):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))

    def values(self) -> list[str]:
        """The values shown."""
        return [value.text() for _label, value in self._rows]
