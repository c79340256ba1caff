"""What stands in a panel's head."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from widgets.common.elided_label import ElidedLabel


class PanelHead(QWidget):
    """Title, whatever is added, and the age of the data where it is late."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 4, 0)
        self._row.setSpacing(12)
        if title:
            name = QLabel(title)
            name.setObjectName("panelTitle")
            self._row.addWidget(name)
        self._age = ElidedLabel()
        self._age.setObjectName("panelAge")
        self._age.hide()
        self._row.addStretch(1)
        self._row.addWidget(self._age)

    def add_left(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget after the title."""
        self._row.insertWidget(self._row.count() - 2, widget, stretch)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)

    def show_age(self, text: str) -> None:
        """Say how old the data is; an empty text says that it is fresh."""
        self._age.setText(text)
        self._age.setVisible(bool(text))

    def age(self) -> str:
        """The age shown, empty while the data is fresh."""
        return self._age.text()
