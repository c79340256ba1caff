"""Choosing to whom a case is handed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from console.domain.case import Case
from console.domain.watcher import Watcher
from widgets.case.dialog_frame import DialogFrame

_USER = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 34


class TransferDialog(DialogFrame):
    """Lists who is at a console; who is asked has 15 s to agree."""

    chosen = Signal(str)
    """The account that is asked."""

    def __init__(
        self, case: Case, colleagues: Sequence[Watcher], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Hand over {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Ask"))
        self.people = QListWidget()
        self.people.setObjectName("people")
        self._hint = QLabel(
            self.tr("Who is asked has 15 s to agree. Until then the case stays where it is.")
        )
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        for one in colleagues:
            open_case = self.tr("has {number} open").format(number=one.case[-4:])
            words = f"{one.name} · {one.console}"
            item = QListWidgetItem(f"{words} · {open_case}" if one.case else words)
            item.setData(_USER, one.user)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.people.addItem(item)
        if not colleagues:
            self._hint.setText(self.tr("Nobody else of the desk sits at a console now."))
        self.body.addWidget(self.people)
        self.body.addWidget(self._hint)
        self.people.setCurrentRow(0)
        self.people.itemDoubleClicked.connect(lambda _item: self.accept())
        self.accept_button.setEnabled(bool(colleagues))
        self.people.setFocus()

    def accept(self) -> None:
        """Tell who was chosen."""
        item = self.people.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(_USER)))
            super().accept()
