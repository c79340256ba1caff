"""The name bar and the chips of a tile, drawn once and kept until they read differently."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.common.level_badge import draw_level
from widgets.theme import Theme
from widgets.wall.picture_fit import bar_height
from widgets.wall.tile_icons import Icon, draw_icon

_PIXELS = {32: 16, 26: 13, 22: 12, 18: 11}
"""Text size by height of the name bar."""


class TileDecor:
    """Pixmaps over a tile's picture. Painting them again costs one blit each."""

    def __init__(self, tile: QWidget, theme: Theme) -> None:
        self._tile = tile
        self._theme = theme
        self._bar: tuple[object, QPixmap] | None = None
        self._chips: tuple[object, QPixmap] | None = None

    def font(self, *, bold: bool = False, larger: int = 0) -> QFont:
        """The tile's font at its size, with digits of equal width."""
        font = QFont(self._tile.font())
        font.setPixelSize(_PIXELS[bar_height(self._tile.size())] + larger)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setBold(bold)
        return font

    def draw_bar(self, painter: QPainter, left: str, right: str, *, warn: bool) -> None:
        """Name at the left, age or trouble at the right, on the tile's lower edge."""
        key = (left, right, warn, *self._look())
        if self._bar is None or self._bar[0] != key:
            self._bar = (key, self._make_bar(left, right, warn=warn))
        height = bar_height(self._tile.size())
        painter.drawPixmap(QPoint(0, self._tile.height() - height), self._bar[1])

    def draw_chips(
        self, painter: QPainter, number: int, reason: str, level: int, *, pinned: bool
    ) -> None:
        """Number, level and reason at the upper left, the pin at the right."""
        key = (number, reason, level, pinned, *self._look())
        if self._chips is None or self._chips[0] != key:
            self._chips = (key, self._make_chips(number, reason, level, pinned=pinned))
        painter.drawPixmap(QPoint(0, 0), self._chips[1])

    def _look(self) -> tuple[object, ...]:
        return (self._tile.size(), self._tile.devicePixelRatioF(), self._theme.name)

    def _canvas(self, height: int) -> QPixmap:
        ratio = self._tile.devicePixelRatioF()
        canvas = QPixmap(int(self._tile.width() * ratio), int(height * ratio))
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        return canvas

    def _make_bar(self, left: str, right: str, *, warn: bool) -> QPixmap:
        height = bar_height(self._tile.size())
        canvas = self._canvas(height)
        canvas.fill(self._theme.color("video_bar"))
        painter = QPainter(canvas)
        font = self.font()
        painter.setFont(font)
        metrics = QFontMetrics(font)
        edge = 8 if self._tile.width() >= 180 else 4
        room = QRect(edge, 0, self._tile.width() - 2 * edge, height)
        painter.setPen(self._theme.color("video_warn" if warn else "video_muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        room.setRight(room.right() - metrics.horizontalAdvance(right) - edge)
        painter.setPen(self._theme.color("video_text"))
        text = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
        return canvas

    def _make_chips(self, number: int, reason: str, level: int, *, pinned: bool) -> QPixmap:
        small = self._tile.height() < 70
        side, x, y = (15, 3, 2) if small else (20, 6, 5)
        canvas = self._canvas(side + 2 * y)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(11 if small else 12)
        painter.setFont(font)
        x = self._chip(painter, QRect(x, y, 0, side), str(number), "video_muted")
        if level:
            draw_level(painter, QRectF(x, y, side, side), level, self._theme)
            x += side + 4
        end = self._tile.width() - x - (side + 8 if pinned else 4)
        if reason and end > 40:
            text = QFontMetrics(font).elidedText(reason, Qt.TextElideMode.ElideRight, end - 12)
            self._chip(painter, QRect(x, y, 0, side), text, "video_text")
        if pinned:
            box = QRectF(self._tile.width() - side - 6, y, side, side)
            self._ground(painter, box)
            sign = box.adjusted(3, 3, -3, -3)
            draw_icon(painter, sign, Icon.PIN, self._theme.color("video_text"))
        painter.end()
        return canvas

    def _chip(self, painter: QPainter, at: QRect, text: str, ink: str) -> int:
        """Draw `text` on a dark ground at `at`; return where the next chip may begin."""
        width = max(at.height(), painter.fontMetrics().horizontalAdvance(text) + 12)
        box = QRect(at.left(), at.top(), width, at.height())
        self._ground(painter, QRectF(box))
        painter.setPen(self._theme.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.right() + 5

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("video_bar"))
        painter.drawRoundedRect(box, 3, 3)
