"""The time limits: the table in force, those to come, and editing the next version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from console.client.questions import Answer, Questions
from console.codec import decode
from console.domain.card_rule import MOST_PERCENT, CardRule
from console.domain.case_types import CaseTypes
from console.domain.limit_entry import LEVELS, LimitEntry
from console.domain.limit_table import BEGINNING, LimitTable
from console.domain.result import ResultCode
from console.domain.sla import ClockKind
from widgets.case.dialog_frame import DialogFrame
from widgets.common.choice_box import ChoiceBox
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.shift.limit_words import LimitWords
from widgets.theme import Theme

_KINDS = tuple(ClockKind)


class LimitsDialog(DialogFrame):
    """A cell is empty where there is no limit; a cell that cannot be read is red and not saved."""

    chosen = Signal(int, object, object, object, str)
    """Version looked at, `effective_from`, entries, `CardRule`, note."""

    def __init__(
        self,
        theme: Theme,
        case_types: CaseTypes,
        questions: Questions,
        now: Now,
        *,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("Time limits"), self.tr("Save as new version"))
        self.setMinimumSize(1180, 620)
        self._theme = theme
        self._types = case_types
        self._questions = questions
        self._now = now
        self._editable = editable
        self._rows: list[tuple[str, int]] = []
        self.tables: list[LimitTable] = []
        self.versions = ChoiceBox()
        self.table = QTableWidget(0, len(_KINDS))
        self.state = QLabel(self.tr("Waiting for the hub…"))
        self.type_box, self.level_box = ChoiceBox(), ChoiceBox()
        self.cards = tuple(QSpinBox() for _ in range(3))
        self.effective = QDateTimeEdit()
        self.note = QLineEdit()
        self._arrange()
        self.versions.currentIndexChanged.connect(self._show_version)
        self.table.itemChanged.connect(self._check)
        self._check()
        questions.ask("limits", {}, self._take)

    def _arrange(self) -> None:
        self.state.setObjectName("hint")
        self.state.setWordWrap(True)
        self.table.setHorizontalHeaderLabels([Terms.clock(kind) for kind in _KINDS])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Time limits"))
        if not self._editable:
            self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for one in self._types:
            self.type_box.addItem(f"{one.code} {one.name}", one.code)
        for level in LEVELS:
            self.level_box.addItem(Terms.level(level), level)
        top = QHBoxLayout()
        top.addWidget(QLabel(self.tr("Version")))
        top.addWidget(self.versions, 1)
        for spin, words in zip(
            self.cards,
            (self.tr("Reminder at"), self.tr("Yellow card at"), self.tr("Red card at")),
            strict=True,
        ):
            spin.setRange(100, MOST_PERCENT)
            spin.setSingleStep(10)
            spin.setSuffix(" %")
            spin.setEnabled(self._editable)
            spin.setAccessibleName(words)
            spin.valueChanged.connect(self._check)
            top.addWidget(QLabel(words))
            top.addWidget(spin)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.state)
        if self._editable:
            self.body.addLayout(self._low())
        else:
            self.accept_button.hide()

    def _low(self) -> QHBoxLayout:
        add = QPushButton(self.tr("Add a row for"))
        add.setAutoDefault(False)
        add.clicked.connect(self._add_row)
        self.effective.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.effective.setDateTime(QDateTime.fromSecsSinceEpoch(int(self._now().timestamp())))
        self.effective.dateTimeChanged.connect(self._check)
        self.note.setPlaceholderText(self.tr("Why, for the record"))
        low = QHBoxLayout()
        for widget in (add, self.type_box, self.level_box):
            low.addWidget(widget)
        low.addStretch(1)
        low.addWidget(QLabel(self.tr("In force for cases reported from")))
        low.addWidget(self.effective)
        low.addWidget(self.note, 1)
        return low

    def _take(self, answer: Answer) -> None:
        try:
            tables = [decode(row, LimitTable) for row in answer.rows]
        except msgspec.MsgspecError:
            tables = []
        if answer.code is ResultCode.NOT_ALLOWED:
            self.state.setText(self.tr("Your role does not see the time limits."))
        elif not tables:
            self.state.setText(self.tr("The hub could not answer. Close this and try again."))
        else:
            self.show_tables(tables)

    def show_tables(self, tables: Sequence[LimitTable]) -> None:
        """Show the versions, the newest first."""
        self.tables = sorted(tables, key=lambda one: -one.number)
        self.versions.clear()
        for one in self.tables:
            self.versions.addItem(self._version_words(one))
        self._check()

    def _version_words(self, one: LimitTable) -> str:
        if one.effective_from == BEGINNING:
            return self.tr("{number}: as delivered").format(number=one.number)
        since = f"{one.effective_from.astimezone():%Y-%m-%d %H:%M}"
        words = self.tr("{number}: from {time}, {name}").format(
            number=one.number, time=since, name=one.made_by
        )
        return f"{words} · {one.note}" if one.note else words

    def _show_version(self, index: int) -> None:
        if not 0 <= index < len(self.tables):
            return
        one = self.tables[index]
        special = sorted({(e.case_type, e.level) for e in one.entries if e.case_type})
        texts = {(e.case_type, e.level, e.kind): e.text for e in one.entries}
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        self._rows = []
        for case_type, level in [*(("", level) for level in LEVELS), *special]:
            self._put_row(case_type, level, texts)
        self.table.blockSignals(False)
        percents = (one.cards.reminder, one.cards.yellow, one.cards.red)
        for spin, percent in zip(self.cards, percents, strict=True):
            spin.setValue(percent)
        self._check()

    def _put_row(
        self, case_type: str, level: int, texts: dict[tuple[str, int, ClockKind], str]
    ) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self._rows.append((case_type, level))
        name = Terms.level(level)
        if case_type:
            name = f"{case_type} {self._types.get(case_type).name} · {name}"
        self.table.setVerticalHeaderItem(row, QTableWidgetItem(name))
        for column, kind in enumerate(_KINDS):
            text = texts.get((case_type, level, kind), "")
            item = QTableWidgetItem(LimitWords.shown(text) if text else "")
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, column, item)

    def _add_row(self) -> None:
        key = (str(self.type_box.currentData()), int(self.level_box.currentData()))
        if key not in self._rows and self.tables:
            self.table.blockSignals(True)
            self._put_row(*key, {})
            self.table.blockSignals(False)
        if key in self._rows:
            self.table.setCurrentCell(self._rows.index(key), 0)
            self.table.setFocus()

    def entries(self) -> tuple[list[LimitEntry], list[QTableWidgetItem]]:
        """What the table says, and the cells that cannot be read."""
        good, bad = [], []
        for row, (case_type, level) in enumerate(self._rows):
            for column, kind in enumerate(_KINDS):
                item = self.table.item(row, column)
                words = item.text().strip() if item else ""
                if item is None or not words:
                    continue
                entry = LimitEntry(case_type, level, kind, LimitWords.read(words))
                try:
                    fits = entry.limit().seconds > 0 or entry.text == "same day"
                except ValueError:
                    fits = False
                if fits:
                    good.append(entry)
                else:
                    bad.append(item)
        return good, bad

    def rule(self) -> CardRule:
        """The shares at which cards are proposed."""
        reminder, yellow, red = (spin.value() for spin in self.cards)
        return CardRule(reminder, yellow, red)

    def _check(self) -> None:
        good, bad = self.entries()
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            for column in range(self.table.columnCount()):
                item = self.table.item(row, column)
                if item is not None:
                    ink = "bad_text" if item in bad else "text"
                    item.setForeground(QBrush(self._theme.color(ink)))
        self.table.blockSignals(False)
        sound = self.rule().sound
        if self.tables:
            self.state.setText(self._words(len(bad), sound))
        self.accept_button.setEnabled(bool(self.tables and good and not bad and sound))

    def _words(self, bad: int, sound: bool) -> str:
        if bad:
            return self.tr(
                "{count} cells cannot be read. Write 10 min, 4 h, 30 days, 3 working days or "
                "same day."
            ).format(count=bad)
        if not sound:
            return self.tr("The shares must rise from the reminder to the red card.")
        return self.tr(
            "A case keeps the limits in force when it was reported. Levels 1–2 run by the wall "
            "clock, 3–4 by office hours with China's holidays."
        )

    def accept(self) -> None:
        """Tell the new version; the newest known is the one it was made from."""
        if not self.accept_button.isEnabled():
            return
        good, _bad = self.entries()
        moment = self.effective.dateTime().toSecsSinceEpoch()
        effective = datetime.fromtimestamp(moment, self._now().tzinfo)
        effective = max(effective, self._now().replace(second=0, microsecond=0))
        newest = self.tables[0].number
        self.chosen.emit(newest, effective, good, self.rule(), self.note.text().strip())
        super().accept()
