"""The frame of a panel: a dock with a head that carries title, tools and the age of its data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

HEAD_HEIGHT = 40


class PanelHead(QFrame):
    """A panel's head; drag it to tear the panel off."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelHead")
        self.setFixedHeight(HEAD_HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 6, 0)
        self._row.setSpacing(12)
        self.title = QLabel(title)
        self.title.setObjectName("panelTitle")
        self.title.setVisible(bool(title))
        self._age = QLabel()
        self._age.setObjectName("panelAge")
        self._age.hide()
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self._row.addWidget(self._age)

    def add_left(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget after the title."""
        self._row.insertWidget(self._row.indexOf(self._age) - 1, widget, stretch)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)

    def show_age(self, text: str) -> None:
        """Say how old the data is; an empty text says that it is fresh."""
        self._age.setText(text)
        self._age.setVisible(bool(text))


class Panel(QDockWidget):
    """A panel that can be torn off, closed and brought back. `name` keys its saved place."""

    def __init__(self, name: str, title: str, content: QWidget, head: QWidget | None = None):
        super().__init__(title)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        own = PanelHead(title) if head is None else head
        self.head = own if isinstance(own, PanelHead) else None
        self.setTitleBarWidget(own)
        body = QFrame()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addWidget(content)
        self.setWidget(body)
        if self.head is not None:
            self._add_buttons(self.head)

    def show_age(self, text: str) -> None:
        """Say in the head how old the data is."""
        if self.head is not None:
            self.head.show_age(text)

    def _add_buttons(self, head: PanelHead) -> None:
        tear = QToolButton()
        tear.setObjectName("panelButton")
        tear.setText("❐")
        tear.setToolTip(self.tr("Tear off or put back"))
        tear.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        close = QToolButton()
        close.setObjectName("panelButton")
        close.setText("✕")
        close.setToolTip(self.tr("Close the panel; the view menu brings it back"))
        close.clicked.connect(self.close)
        for button in (tear, close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.add_right(button)
