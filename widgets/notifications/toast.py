"""A short message at the lower edge that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

_GOOD_MS = 5_000
_BAD_MS = 15_000


class Toast(QFrame):
    """One message; bad news stays longer."""

    gone = Signal(object)

    def __init__(self, text: str, parent: QWidget, *, bad: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("bad", bad)
        self.text = text
        self.bad = bad
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        mark = QLabel("!" if bad else "✓")
        mark.setObjectName("toastMark")
        close = QToolButton()
        close.setObjectName("panelButton")
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(label, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._timer.start(_BAD_MS if bad else _GOOD_MS)

    def _go(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit(self)
