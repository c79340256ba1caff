"""The queue's tabs, each with its count in a pill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Theme

_PILL_PAD = 7
_PILL_HEIGHT = 18
_GAP = 14
_WHITE = QColor("#FFFFFF")


class TabStrip(QWidget):
    """Tabs painted as one widget; the count of an `urgent` one stands on red."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles = list(titles)
        self._counts = [0] * len(self._titles)
        self._urgent = [False] * len(self._titles)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name_current()
        theme.changed.connect(self.update)

    @property
    def current(self) -> int:
        """Index of the chosen tab."""
        return self._current

    def choose(self, index: int) -> None:
        """Change the tab."""
        if index != self._current and 0 <= index < len(self._titles):
            self._current = index
            self._name_current()
            self.update()
            self.chosen.emit(index)

    def show_count(self, index: int, count: int, urgent: bool) -> None:
        """Change a tab's count."""
        if (self._counts[index], self._urgent[index]) != (count, urgent):
            self._counts[index] = count
            self._urgent[index] = urgent
            self._name_current()
            self.updateGeometry()
            self.update()

    def title(self, index: int) -> str:
        """The words of a tab."""
        return self._titles[index]

    def count(self, index: int) -> int:
        """The count shown on a tab."""
        return self._counts[index]

    def sizeHint(self) -> QSize:
        """Room for all tabs."""
        return QSize(self._spans()[-1][1] if self._titles else 0, 38)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the tabs."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose((self._current + step) % len(self._titles))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys come here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere now."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the tab under the cursor."""
        for index, (left, right) in enumerate(self._spans()):
            if left <= event.position().x() < right + _GAP // 2:
                self.choose(index)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint titles, pills and the line under the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (left, right) in enumerate(self._spans()):
            on = index == self._current
            painter.setFont(self._font(on))
            painter.setPen(self._theme.color("text" if on else "muted"))
            width = QFontMetrics(painter.font()).horizontalAdvance(self._titles[index])
            painter.drawText(
                left,
                0,
                width + 2,
                self.height(),
                Qt.AlignmentFlag.AlignVCenter,
                self._titles[index],
            )
            self._pill(painter, left + width + 5, index)
            if on:
                painter.fillRect(
                    left, self.height() - 2, right - left, 2, self._theme.color("accent")
                )
        if self.hasFocus():
            left, right = self._spans()[self._current]
            painter.setPen(QPen(self._theme.color("accent"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(left - 5, 6, right - left + 9, self.height() - 12, 3, 3)
        painter.end()

    def _name_current(self) -> None:
        self.setAccessibleName(f"{self._titles[self._current]} {self._counts[self._current]}")

    def _pill(self, painter: QPainter, left: int, index: int) -> None:
        text = str(self._counts[index])
        width = self._pill_width(text)
        urgent = self._urgent[index] and self._counts[index] > 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bad" if urgent else "pill"))
        top = (self.height() - _PILL_HEIGHT) // 2
        painter.drawRoundedRect(left, top, width, _PILL_HEIGHT, 9, 9)
        painter.setPen(_WHITE if urgent else self._theme.color("text"))
        painter.setFont(self._pill_font())
        painter.drawText(left, top, width, _PILL_HEIGHT, Qt.AlignmentFlag.AlignCenter, text)

    def _spans(self) -> list[tuple[int, int]]:
        spans, left = [], 0
        for index, title in enumerate(self._titles):
            width = QFontMetrics(self._font(index == self._current)).horizontalAdvance(title)
            right = left + width + 5 + self._pill_width(str(self._counts[index]))
            spans.append((left, right))
            left = right + _GAP
        return spans

    def _font(self, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(14)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _pill_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font

    def _pill_width(self, text: str) -> int:
        advance = QFontMetrics(self._pill_font()).horizontalAdvance(text)
        return max(_PILL_HEIGHT + 4, advance + 2 * _PILL_PAD)
