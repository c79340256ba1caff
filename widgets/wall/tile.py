"""One tile: a picture, whose it is, how old it is, and the truth when there is none."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.domain.camera import Camera
from console.video.types import Frame, TileState, TileStatus
from widgets.theme import Theme
from widgets.wall.picture_fit import bar_height, fit, unscaled
from widgets.wall.slot import Slot
from widgets.wall.still_cache import StillCache, as_image
from widgets.wall.tile_decor import TileDecor
from widgets.wall.tile_icons import draw_icon
from widgets.wall.tile_words import TileWords, Words
from widgets.wall.video_engine import VideoEngine


class Tile(QWidget):
    """Paints a slot. It asks nothing and decides nothing: the wall tells it what changed."""

    def __init__(
        self, index: int, engine: VideoEngine, stills: StillCache, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.index = index
        self.slot = Slot(index)
        self.camera: Camera | None = None
        self.player = index
        """The engine's number this tile paints from: the slot's, or that of the main stream."""
        self.main_player: int | None = None
        """Where the main stream plays while the tile is enlarged."""
        self.status: TileStatus | None = None
        self.sequence = 0
        self.painted = 0
        self.selected = False
        self.current = False
        self._engine = engine
        self._stills = stills
        self._theme = theme
        self._decor = TileDecor(self, theme)
        self._speech = TileWords()
        self._words: Words | None = None
        self._age = ""

    @property
    def live(self) -> bool:
        """Whether the picture advances."""
        return self.status is not None and self.status.state is TileState.LIVE

    @property
    def words(self) -> Words | None:
        """What is said over the still, None while the picture is live."""
        return self._words

    @property
    def age(self) -> str:
        """Age of the newest picture as printed."""
        return self._age

    def fill(self, slot: Slot, camera: Camera | None) -> None:
        """Show what is on `slot` from now on; `camera` is None where the store has no such one."""
        self.slot = slot
        self.camera = camera
        self.player = slot.player
        self.main_player = None
        self.status = None
        self._words = None
        self._age = ""
        self.sequence = 0
        self.update()

    def refresh(self, status: TileStatus, now: datetime) -> None:
        """Take in the engine's word; repaints only where something reads differently."""
        before = (self._words, self._age, self.live)
        self.status = status
        age = status.frame_age_ms
        self._age = "" if age is None else f"{age / 1000:.1f} s"
        self._words = None
        if not self.live and self.camera is not None:
            self._words = self._speech.of(status, self.camera, self._last(status), now)
        if before != (self._words, self._age, self.live):
            self.update()

    def _last(self, status: TileStatus) -> datetime | None:
        still = self._stills.get(self.slot.camera)
        return status.last_frame_at or (still.taken_at if still else None)

    def mark(self, *, selected: bool, current: bool) -> None:
        """Show the selection frame and the keyboard's place."""
        if (selected, current) != (self.selected, self.current):
            self.selected, self.current = selected, current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the newest picture and everything over it."""
        painter = QPainter(self)
        if not self.slot.camera:
            self._paint_empty(painter)
        else:
            self._paint_picture(painter)
            slot = self.slot
            right = self._words.short if self._words else self._age
            self._decor.draw_bar(painter, self._name(), right, warn=self._words is not None)
            self._decor.draw_chips(
                painter, self.index + 1, slot.reason, slot.level, pinned=slot.pinned
            )
        self._paint_frame(painter)
        painter.end()

    def _name(self) -> str:
        if self.camera is None:
            return self.slot.camera
        return f"{self.camera.number} {self.camera.name}"

    def _paint_picture(self, painter: QPainter) -> None:
        self.sequence = self._engine.sequence(self.player)
        frame = self._engine.frame(self.player)
        if frame is not None:
            self._blit(painter, frame)
            self.painted += 1
        else:
            self._paint_still(painter)
        if not self.live:
            painter.fillRect(self.rect(), self._theme.color("video_shade"))
            self._paint_words(painter)

    def _blit(self, painter: QPainter, frame: Frame) -> None:
        where = fit(self.size(), frame.width, frame.height)
        image = as_image(frame)
        ratio = self.devicePixelRatioF()
        plain = unscaled(where, frame.width, frame.height) if ratio == 1 else None
        self._paint_margins(painter, plain or where)
        if plain is not None:
            painter.drawImage(plain.topLeft(), image)
        else:
            painter.drawImage(where, image)

    def _paint_still(self, painter: QPainter) -> None:
        still = self._stills.get(self.slot.camera)
        if still is None:
            painter.fillRect(self.rect(), self._theme.color("video_ground"))
            return
        where = fit(self.size(), still.image.width(), still.image.height())
        self._paint_margins(painter, where)
        painter.drawImage(where, still.image)

    def _paint_margins(self, painter: QPainter, where: QRect) -> None:
        ground = self._theme.color("video_ground")
        width, height = self.width(), self.height()
        if where.left() > 0:
            painter.fillRect(0, 0, where.left() + 1, height, ground)
            painter.fillRect(where.right() - 1, 0, width - where.right() + 1, height, ground)
        if where.top() > 0:
            painter.fillRect(0, 0, width, where.top() + 1, ground)
        if where.bottom() < height:
            top = where.bottom() - 1
            painter.fillRect(0, top, width, height - top, ground)

    def _paint_words(self, painter: QPainter) -> None:
        words = self._words
        if words is None and self.camera is None:
            self._paint_lines(painter, self.tr("Camera not in the district"), "")
        elif words is not None:
            self._paint_lines(painter, words.headline, words.detail)

    def _paint_lines(self, painter: QPainter, headline: str, detail: str) -> None:
        """Icon and headline with the detail under it, centred above the name bar."""
        warn = self._theme.color("video_warn")
        room = self.rect().adjusted(4, 0, -4, -bar_height(self.size()))
        font = self._decor.font(bold=True, larger=2 if room.height() >= 80 else 0)
        metrics = QFontMetrics(font)
        line = metrics.height() + 2
        lines = min(2 if detail else 1, max(0, room.height() // line))
        side = metrics.ascent()
        text = metrics.elidedText(headline, Qt.TextElideMode.ElideRight, room.width() - side - 6)
        width = metrics.horizontalAdvance(text) + side + 6
        left = room.left() + (room.width() - width) / 2
        top = room.top() + (room.height() - line * max(1, lines)) / 2
        if self._words is not None:
            box = QRectF(left, top + (line - side) / 2, side, side)
            draw_icon(painter, box, self._words.icon, warn)
        painter.setPen(warn)
        painter.setFont(font)
        if lines:
            at = QRectF(left + side + 6, top, width, line)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if lines > 1:
            painter.setFont(self._decor.font(larger=1 if room.height() >= 80 else 0))
            at = QRectF(room.left(), top + line, room.width(), line)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, detail)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.color("video_ground"))
        painter.setPen(self._theme.color("video_muted"))
        painter.setFont(self._decor.font())
        painter.setOpacity(0.7)
        if self.height() >= 70:
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop a camera here")
            )
        painter.setOpacity(1)
        self._decor.draw_chips(painter, self.index + 1, "", 0, pinned=False)

    def _paint_frame(self, painter: QPainter) -> None:
        color, width = self._frame()
        right, bottom = self.width(), self.height()
        painter.fillRect(0, 0, right, width, color)
        painter.fillRect(0, bottom - width, right, width, color)
        painter.fillRect(0, 0, width, bottom, color)
        painter.fillRect(right - width, 0, width, bottom, color)
        if self.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("video_text"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(3, 3, -4, -4))

    def _frame(self) -> tuple[QColor, int]:
        if self.selected:
            return self._theme.color("accent"), 2
        if self.slot.level:
            return self._theme.level(self.slot.level), 2
        return self._theme.color("line_soft"), 1
