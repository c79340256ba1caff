"""The buttons under a handover."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class HandoverBar(QWidget):
    """One button a name of `acts`; the two signatures stand in one place, one at a time."""

    def __init__(
        self, acts: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, words in self._words().items():
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, act=acts[key]: act())
            self.buttons[key] = button
            if key == "print":
                row.addStretch(1)
            row.addWidget(button)
        self.buttons["outgoing"].setObjectName("primary")
        self.buttons["incoming"].setObjectName("primary")

    def _words(self) -> dict[str, str]:
        return {
            "prepare": self.tr("Draw up"),
            "save": self.tr("Save notes"),
            "outgoing": self.tr("Hand over: sign"),
            "incoming": self.tr("Take over: sign"),
            "withdraw": self.tr("Withdraw"),
            "print": self.tr("Print…"),
            "pdf": self.tr("Save as PDF…"),
            "close": self.tr("Close"),
        }

    def allow(self, can: Mapping[str, bool], *, is_open: bool, half: bool) -> None:
        """Enable what can be done with an open, half-signed or other handover."""
        prepared = self.tr("Bring up to date") if is_open else self.tr("Draw up")
        self.buttons["prepare"].setText(prepared)
        for key, on in can.items():
            self.buttons[key].setEnabled(on)
        self.buttons["outgoing"].setVisible(not half)
        self.buttons["incoming"].setVisible(half)
