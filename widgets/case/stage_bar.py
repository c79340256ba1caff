"""The four stages of the grid mechanism as chevrons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from console.domain.case import Stage
from widgets.common.terms import Terms
from widgets.theme import Theme

_HEIGHT = 32
_POINT = 10
_GAP = 4


class StageBar(QWidget):
    """Stages gone through are filled, the present one stands out, those to come are dim."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stage = Stage.FOUND
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    @property
    def stage(self) -> Stage:
        """The present stage."""
        return self._stage

    def show_stage(self, stage: Stage) -> None:
        """Change the present stage."""
        if stage is not self._stage:
            self._stage = stage
            self.update()
        self.setAccessibleName(Terms.stage(stage))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chevrons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stages = list(Stage)
        present = stages.index(self._stage)
        width = (self.width() - _GAP * (len(stages) - 1)) / len(stages)
        for index, stage in enumerate(stages):
            box = QRectF(index * (width + _GAP), 0, width, _HEIGHT)
            ground, ink, strong = self._tones(index, present)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(ground))
            painter.drawPolygon(_chevron(box))
            font = QFont(self.font())
            font.setPixelSize(13)
            font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self._theme.color(ink))
            room = box.adjusted(_POINT + 1, 0, -_POINT + 1, 0)
            words = painter.fontMetrics().elidedText(
                Terms.stage(stage), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    @staticmethod
    def _tones(index: int, present: int) -> tuple[str, str, bool]:
        if index < present:
            return "stage_done", "on_stage_done", False
        if index == present:
            return "accent", "on_accent", True
        return "line_soft", "muted", False


def _chevron(box: QRectF) -> QPolygonF:
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    middle = box.center().y()
    return QPolygonF(
        [
            QPointF(left, top),
            QPointF(right - _POINT, top),
            QPointF(right, middle),
            QPointF(right - _POINT, bottom),
            QPointF(left, bottom),
            QPointF(left + _POINT, middle),
        ]
    )
