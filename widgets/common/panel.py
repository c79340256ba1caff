"""The frame of a panel: a dock whose head carries title, tools and the age of its data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.common.glyph_button import Glyph, GlyphButton
from widgets.common.panel_head import PanelHead
from widgets.theme import Theme

HEAD_HEIGHT = 40


class Panel(QDockWidget):
    """A panel that can be torn off, closed and brought back. `name` keys its saved place.

    `head` is the panel's own; without one it gets a `PanelHead` with the title.
    """

    def __init__(
        self, name: str, title: str, content: QWidget, theme: Theme, head: QWidget | None = None
    ) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.content = content
        self.head = head if head is not None else PanelHead(title)
        self.setTitleBarWidget(self._framed_head(theme))
        body = QFrame()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(content)
        self.setWidget(body)

    @property
    def parts(self) -> tuple[QWidget, QWidget]:
        """Head and content, in reading order."""
        return self.titleBarWidget(), self.content

    def show_age(self, text: str) -> None:
        """Say in the head how old the data is; panels with their own head say it themselves."""
        if isinstance(self.head, PanelHead):
            self.head.show_age(text)

    def _framed_head(self, theme: Theme) -> QFrame:
        frame = QFrame()
        frame.setObjectName("panelHead")
        frame.setFixedHeight(HEAD_HEIGHT)
        self.head.setFixedHeight(HEAD_HEIGHT - 2)  # the frame's own line above and below
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(0)
        row.addWidget(self.head, 1)
        tear = GlyphButton(Glyph.TEAR_OFF, self.tr("Tear off or put back"), theme)
        tear.clicked.connect(self._tear)
        close = GlyphButton(
            Glyph.CLOSE, self.tr("Close the panel; the view menu brings it back"), theme
        )
        close.clicked.connect(self.close)
        row.addWidget(tear)
        row.addWidget(close)
        return frame

    def _tear(self) -> None:
        self.setFloating(not self.isFloating())
