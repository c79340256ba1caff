"""The stack of short messages over the lower edge of a widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from widgets.notifications.toast import Toast

_WIDTH = 460
_MARGIN = 16
MOST = 4


class Toasts(QObject):
    """Shows messages over a widget, the newest lowest; the oldest goes when there are too many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over: QWidget | None = None
        self._shown: list[Toast] = []

    def attach(self, over: QWidget) -> None:
        """Show messages over this widget from now on."""
        self._over = over
        over.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """What is shown, oldest first."""
        return [toast.text for toast in self._shown]

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Show a message; one that stands there already is not shown twice."""
        if self._over is None or text in self.texts:
            return
        toast = Toast(text, self._over, bad=bad)
        toast.gone.connect(self._forget)
        self._shown.append(toast)
        while len(self._shown) > MOST:
            self._shown[0].gone.emit(self._shown[0])
        toast.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _forget(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        if self._over is None:
            return
        bottom = self._over.height() - _MARGIN
        width = min(_WIDTH, self._over.width() - 2 * _MARGIN)
        for toast in reversed(self._shown):
            toast.setFixedWidth(width)
            height = max(toast.heightForWidth(width), toast.sizeHint().height())
            left = (self._over.width() - width) // 2
            toast.setGeometry(left, bottom - height, width, height)
            toast.raise_()
            bottom -= height + 8
