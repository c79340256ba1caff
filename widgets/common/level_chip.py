"""A response level in words on its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.common.level_badge import level_ink
from widgets.common.terms import Terms
from widgets.theme import Theme

_HEIGHT = 20
_PAD = 8


class LevelChip(QWidget):
    """Level 2, 二级: dark or white letters on the level's colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = 4
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def level(self) -> int:
        """The level shown."""
        return self._level

    def show_level(self, level: int) -> None:
        """Change the level."""
        self._level = level
        self.setAccessibleName(Terms.level(level))
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        advance = QFontMetrics(self._strong()).horizontalAdvance(Terms.level(self._level))
        return QSize(advance + 2 * _PAD, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.level(self._level))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setFont(self._strong())
        painter.setPen(level_ink(self._level, self._theme))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, Terms.level(self._level))
        painter.end()

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        return font
