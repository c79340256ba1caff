"""Giving one task to many grids."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from console.client.store import Store
from widgets.case.dialog_frame import DialogFrame
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts

_HOURS = (1, 2, 4, 8, 24)
_PROPOSED = 1


class NewTaskDialog(DialogFrame):
    """Title, what to do, until when, and to all grids or those of one street."""

    asked = Signal(str, str, object, object)
    """Title, text, deadline (aware datetime) and grid codes (tuple of str, empty: all)."""

    def __init__(self, store: Store, now: Now, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("One task for many grids"), self.tr("Give the task"))
        self.setMinimumWidth(560)
        self._store, self._now = store, now
        self.title, self.text = QLineEdit(), QPlainTextEdit()
        self.text.setFixedHeight(84)
        self.text.setTabChangesFocus(True)
        self.hours, self.where = QComboBox(), QComboBox()
        for hours in _HOURS:
            self.hours.addItem(Texts.rough(hours * 3600), hours)
        self.hours.setCurrentIndex(_PROPOSED)
        whole = self.tr("All {count} grids").format(count=len(store.grids))
        self.where.addItem(whole, "")
        for street in store.streets.values():
            self.where.addItem(street.name, street.code)
        self._count = QLabel()
        self._count.setObjectName("hint")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Task"), self.title)
        form.addRow(self.tr("What to do"), self.text)
        form.addRow(self.tr("Due in"), self.hours)
        form.addRow(self.tr("Grids"), self.where)
        self.body.addLayout(form)
        self.body.addWidget(self._count)
        self.title.textChanged.connect(self._enable)
        self.where.currentIndexChanged.connect(self._enable)
        self._enable()
        self.title.setFocus()

    def grids(self) -> tuple[str, ...]:
        """The grids chosen; empty for all."""
        street = self.where.currentData()
        rows = self._store.grids.values()
        return tuple(one.code for one in rows if one.street == street) if street else ()

    def _enable(self) -> None:
        count = len(self.grids()) or len(self._store.grids)
        self._count.setText(self.tr("{count} grids are to check in").format(count=count))
        self.accept_button.setEnabled(bool(self.title.text().strip()) and count > 0)

    def accept(self) -> None:
        """Tell what was entered."""
        if self.accept_button.isEnabled():
            due = self._now() + timedelta(hours=int(self.hours.currentData()))
            text = self.text.toPlainText().strip()
            self.asked.emit(self.title.text().strip(), text, due, self.grids())
            super().accept()
