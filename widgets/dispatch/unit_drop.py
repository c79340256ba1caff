"""Lets a unit be dropped on a panel that shows a case."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from widgets.common.row_drag import UNIT_MIME, dragged


class UnitDrop(QObject):
    """Watches the panel's drag events."""

    dropped = Signal(str, QPoint)
    """Id of the unit and where on the screen."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Accept units only."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if event.mimeData().hasFormat(UNIT_MIME):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent):
            unit = dragged(event.mimeData(), UNIT_MIME)
            if unit:
                event.acceptProposedAction()
                at = self._panel.mapToGlobal(event.position().toPoint())
                self.dropped.emit(unit, at)
                return True
        return super().eventFilter(watched, event)
