"""A status lamp with its text: a dot when well or warned, a square when bad."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Theme

_DOT = 9.0
_GAP = 5


class LampState(Enum):
    """What a lamp says; each has a token of the theme for its colour."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    OFF = "muted"


def draw_lamp(painter: QPainter, rect: QRectF, state: LampState, theme: Theme) -> None:
    """Paint a lamp into `rect`: bad ones are square, so that colour never stands alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(state.value))
    if state is LampState.BAD:
        painter.drawRect(rect)
    else:
        painter.drawEllipse(rect)
    painter.restore()


class Lamp(QWidget):
    """A lamp and one line of text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = LampState.OFF
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    @property
    def state(self) -> LampState:
        """What the lamp says."""
        return self._state

    @property
    def text(self) -> str:
        """What stands beside it."""
        return self._text

    def show_state(self, state: LampState, text: str) -> None:
        """Change lamp and text."""
        if (state, text) != (self._state, self._text):
            longer = len(text) != len(self._text)
            self._state, self._text = state, text
            self.setAccessibleName(text)
            if longer:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Dot, gap and text."""
        metrics = self.fontMetrics()
        width = int(_DOT) + _GAP + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """A lamp never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lamp and its text."""
        painter = QPainter(self)
        dot = QRectF(0, (self.height() - _DOT) / 2, _DOT, _DOT)
        draw_lamp(painter, dot, self._state, self._theme)
        loud = self._state in (LampState.BAD,)
        painter.setPen(self._theme.color("bad_text" if loud else "muted"))
        painter.drawText(
            self.rect().adjusted(int(_DOT) + _GAP, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self._text,
        )
        painter.end()
