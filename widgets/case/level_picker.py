"""Four buttons with the level marks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from widgets.common.level_badge import draw_level
from widgets.common.terms import Terms
from widgets.theme import Theme

_ICON = 22


class LevelPicker(QWidget):
    """One of the levels 1–4; arrow keys change it."""

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for level in range(1, 5):
            button = QPushButton(Terms.level(level))
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIcon(_icon(level, theme))
            button.setIconSize(QSize(_ICON, _ICON))
            self._group.addButton(button, level)
            row.addWidget(button)
        self._group.idClicked.connect(self.picked)

    @property
    def level(self) -> int:
        """The level picked; 0 before any was."""
        return max(0, self._group.checkedId())

    def pick(self, level: int) -> None:
        """Pick a level."""
        self._group.button(level).setChecked(True)


def _icon(level: int, theme: Theme) -> QIcon:
    pixmap = QPixmap(_ICON * 2, _ICON * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_level(painter, QRectF(1, 1, _ICON - 2, _ICON - 2), level, theme)
    painter.end()
    return QIcon(pixmap)
