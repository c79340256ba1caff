"""Choosing another case, to merge into or to link with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from console.client.spelling import matches
from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame
from widgets.common.search_box import SearchBox
from widgets.common.terms import Terms

_NUMBER = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 30
_NUMBER_WIDTH = 72


class CaseChoiceDialog(DialogFrame):
    """A list of cases in the order given, a search, and a line for a note."""

    chosen = Signal(str, str)
    """Number and note."""

    def __init__(
        self,
        title: str,
        accept: str,
        hint: str,
        cases: Sequence[Case],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept, parent)
        self.setMinimumSize(620, 480)
        self._search = SearchBox(self.tr("Number, title or pinyin initials…"))
        self.cases = QTreeWidget()
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Reason (may be empty)"))
        words = QLabel(hint)
        words.setObjectName("hint")
        words.setWordWrap(True)
        self._arrange(words)
        self._fill(cases)
        self._search.words_changed.connect(self._filter)
        self._search.left_down.connect(self.cases.setFocus)
        self.cases.itemActivated.connect(lambda _item, _column: self.accept())
        self.cases.currentItemChanged.connect(self._enable)
        first = self.cases.topLevelItem(0)
        if first is not None:
            self.cases.setCurrentItem(first)
        self._enable()
        self._search.setFocus()

    def _arrange(self, words: QLabel) -> None:
        self.cases.setHeaderLabels(
            [self.tr("Number"), self.tr("Title"), self.tr("Level"), self.tr("State")]
        )
        self.cases.setRootIsDecorated(False)
        self.cases.setUniformRowHeights(True)
        self.cases.setAllColumnsShowFocus(True)
        header = self.cases.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, _NUMBER_WIDTH)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for widget in (words, self._search, self.cases, self.note):
            self.body.addWidget(widget)

    def _fill(self, cases: Sequence[Case]) -> None:
        for case in cases:
            state, level = Terms.case_state(case.state), Terms.level(case.level)
            item = QTreeWidgetItem([case.number[-4:], case.opening.title, level, state])
            item.setData(0, _NUMBER, case.number)
            item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
            item.setToolTip(0, case.number)
            self.cases.addTopLevelItem(item)

    def _filter(self, words: str) -> None:
        first = None
        for row in range(self.cases.topLevelItemCount()):
            item = self.cases.topLevelItem(row)
            if item is not None:
                item.setHidden(not matches(words, str(item.data(0, _NUMBER)), item.text(1)))
                first = first or (None if item.isHidden() else item)
        if first is not None:
            self.cases.setCurrentItem(first)
        else:
            self.cases.setCurrentIndex(QModelIndex())

    def _enable(self) -> None:
        self.accept_button.setEnabled(self.cases.currentItem() is not None)

    def accept(self) -> None:
        """Tell the choice."""
        item = self.cases.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(0, _NUMBER)), self.note.text().strip())
            super().accept()
