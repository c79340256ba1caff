"""What personal data is wanted for."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from console.domain.purpose import NEEDS_WORDS, UNLOCKED_S, Purpose
from widgets.case.dialog_frame import DialogFrame
from widgets.common.choice_box import ChoiceBox

LEAST_WORDS = 4


class UnlockDialog(DialogFrame):
    """A purpose from the list, and words where it needs them."""

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Show personal data of case {number}").format(number=number[-4:])
        self.set_words(title, self.tr("Show"))
        self.purpose = ChoiceBox()
        for purpose in Purpose:
            self.purpose.addItem(self._words(purpose), purpose)
        self.words = QLineEdit()
        self.words.setMaxLength(200)
        hint = QLabel(
            self.tr(
                "Who looked, when and what for goes into the audit log. Hidden after {s} s."
            ).format(s=UNLOCKED_S)
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Purpose"), self.purpose)
        form.addRow(self.tr("In words"), self.words)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.purpose.currentIndexChanged.connect(self._enable)
        self.words.textChanged.connect(self._enable)
        self._enable()
        self.purpose.setFocus()

    def chosen(self) -> tuple[Purpose, str]:
        """Purpose and words."""
        return Purpose(self.purpose.currentData()), self.words.text().strip()

    def _enable(self) -> None:
        purpose, words = self.chosen()
        needed = purpose in NEEDS_WORDS
        self.words.setPlaceholderText(self.tr("required") if needed else "")
        self.accept_button.setEnabled(not needed or len(words) >= LEAST_WORDS)

    def _words(self, purpose: Purpose) -> str:
        return {
            Purpose.CALL_BACK: self.tr("Call the reporter back"),
            Purpose.RESCUE: self.tr("Rescue or search under way"),
            Purpose.HAND_OVER: self.tr("Hand over to the unit that handles it"),
            Purpose.CHECK: self.tr("Check what was done"),
            Purpose.LAW: self.tr("Demanded by law (name the letter)"),
            Purpose.OTHER: self.tr("Something else"),
        }[purpose]
