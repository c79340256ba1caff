"""The hub fell silent: said across the whole window, with the age of what is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.common.elided_label import ElidedLabel
from widgets.freshness import Freshness
from widgets.i18n.texts import Texts

_HEIGHT = 36


class LinkBanner(QFrame):
    """Shown while the feed is down or late; says since when, what that means and what waits."""

    waiting_wanted = Signal()
    """The operator wants to see what waits for the hub."""

    def __init__(self, fresh: Freshness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkBanner")
        self.setFixedHeight(_HEIGHT)
        self._fresh = fresh
        mark = QLabel("■")
        mark.setObjectName("linkMark")
        self._words = ElidedLabel()
        self._words.setObjectName("linkWords")
        self.waiting = QPushButton()
        self.waiting.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.waiting.clicked.connect(self.waiting_wanted)
        self.waiting.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.waiting)
        self.hide()

    def show_waiting(self, count: int) -> None:
        """Say how many commands wait."""
        self.waiting.setText(self.tr("{count} waiting (Ctrl+J)").format(count=count))
        self.waiting.setVisible(count > 0)

    def tick(self) -> None:
        """Bring the words up to date; show or hide."""
        words = self._sentence()
        self._words.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def _sentence(self) -> str:
        link, age = self._fresh.link, self._fresh.age_s()
        if link is None:
            return ""
        if link.detail in ("KEY", "NOT_SIGNED_IN", "NOT_ALLOWED"):
            return self._refusal(link.detail)
        if age is None:
            return self.tr("The hub does not answer. Connecting…") if link.detail else ""
        if self._fresh.late_s() is None:
            return ""
        heard = self._fresh.heard_at
        shown = Texts.clock(heard) if heard else "–"
        if link.up:
            return self.tr("The hub has said nothing for {age}. What you see is of {time}.").format(
                age=Texts.rough(age), time=shown
            )
        return self.tr(
            "No connection to the hub for {age}. What you see is of {time} and may be out of date; "
            "commands wait until it is back."
        ).format(age=Texts.rough(age), time=shown)

    def _refusal(self, detail: str) -> str:
        if detail == "KEY":
            return self.tr("The hub does not know this console's key. Ask the administrator.")
        if detail == "NOT_SIGNED_IN":
            return self.tr("The session has ended. Close the console and sign in again.")
        return self.tr("This console may not attach to the hub. Ask the administrator.")
