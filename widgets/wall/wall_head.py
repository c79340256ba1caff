"""The wall's title line: layout, how many tiles are live, which engine plays them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from console.domain.wall import LAYOUTS
from console.video.types import Engine
from widgets.common.elided_label import ElidedLabel
from widgets.theme import Theme

HEIGHT = 40
_NAMES = {Engine.VLC: "libVLC", Engine.FFMPEG: "FFmpeg"}


class WallHead(QWidget):
    """One row of 40 pixels above the tiles: what the wall does, and its layout to choose."""

    layout_chosen = Signal(str)

    def __init__(self, engine: Engine, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (0, 0)
        self._title = QLabel(self)
        self._title.setObjectName("wallTitle")
        self._note = ElidedLabel("", self)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._health = QLabel(self)
        self._health.setObjectName("wallHealth")
        self._engine = QLabel(self)
        self.set_engine(engine)
        self._layout = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.layouts = {name: self._entry(name) for name in LAYOUTS}
        self.chooser = QToolButton(self)
        self.chooser.setMenu(self._menu)
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._arrange()
        self._retranslate()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def counts(self) -> tuple[int, int]:
        """Tiles with a live picture, tiles with a camera."""
        return self._counts

    def set_layout(self, name: str) -> None:
        """Show which layout is on."""
        self._layout = name
        self.layouts[name].setChecked(True)
        self.chooser.setText(self._name(name) + " ▾")

    def set_health(self, live: int, total: int) -> None:
        """Show how many of the filled tiles have a live picture."""
        if (live, total) != self._counts:
            self._counts = (live, total)
            self._say_health()

    def set_engine(self, engine: Engine) -> None:
        """Say which library decodes; a host may have had to take the other one."""
        self._engine.setText(_NAMES[engine])

    def set_note(self, text: str) -> None:
        """Say what the wall did last by itself."""
        self._note.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel_head"))
        edge = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(edge, self._theme.color("line"))
        painter.end()

    def _arrange(self) -> None:
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 1)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        for widget in (self._health, self._engine, self.chooser):
            row.addWidget(widget)

    def _entry(self, name: str) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda: self.layout_chosen.emit(name))
        self._group.addAction(action)
        return action

    def _name(self, layout: str) -> str:
        return self.tr("{name} tiles").format(name=layout)

    def _say_health(self) -> None:
        live, total = self._counts
        self._health.setText(self.tr("live {live}/{total}").format(live=live, total=total))
        color = self._theme.color("ok_text" if live == total else "warn_text")
        self._health.setStyleSheet(f"color:{color.name()};font-weight:600")

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Video wall"))
        self._health.setToolTip(self.tr("Tiles with a live picture / tiles with a camera"))
        self._engine.setToolTip(self.tr("Engine that decodes the pictures"))
        self.chooser.setToolTip(self.tr("Layout of the wall"))
        self.chooser.setAccessibleName(self.tr("Layout of the wall"))
        for name, action in self.layouts.items():
            action.setText(self._name(name))
        if self._layout:
            self.set_layout(self._layout)
        self._say_health()

    def _restyle(self) -> None:
        theme = self._theme
        text, muted = theme.color("text").name(), theme.color("muted").name()
        line, accent = theme.color("line").name(), theme.color("accent").name()
        field, chosen = theme.color("field").name(), theme.color("selected").name()
        self.setStyleSheet(
            f"QLabel{{background:transparent;border:none;color:{muted};font-size:13px}}"
            f"QLabel#wallTitle{{color:{text};font-size:14px;font-weight:600}}"
            f"QToolButton{{background:{field};border:1px solid {line};border-radius:4px;"
            f"color:{text};font-size:13px;padding:3px 8px}}"
            f"QToolButton:hover{{background:{chosen}}}"
            f"QToolButton:focus{{border-color:{accent}}}"
            "QToolButton::menu-indicator{image:none;width:0}"
        )
        self._say_health()
        self.update()
