"""Choosing whom to send: the best first, with the reasons; one or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from console.client.spelling import matches
from console.domain.candidate import Candidate
from console.domain.case import Case
from console.domain.unit import UnitStatus
from widgets.case.dialog_frame import DialogFrame
from widgets.case.reason_words import ReasonWords
from widgets.common.search_box import SearchBox
from widgets.i18n.texts import Texts

WIDTH, HEIGHT = 860, 600
_KEY = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = QSize(190, 32)
_TICKED = Qt.CheckState.Checked
_WHOM, _KIND, _AWAY, _WHY = range(4)


class DispatchDialog(DialogFrame):
    """Enter sends the marked row, or all ticked ones (Space); a call goes to an outside unit."""

    chosen = Signal(object, str)
    """Keys of the candidates (tuple of str, best first) and the instruction."""
    phone_wanted = Signal()
    """An outside unit is to be called instead."""

    def __init__(
        self, case: Case, candidates: Sequence[Candidate], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Dispatch {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Dispatch"))
        self.setMinimumSize(WIDTH, HEIGHT)
        self._search = SearchBox(self.tr("Name, kind or pinyin initials…"))
        self.units = QTreeWidget()
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Instruction (may be empty)"))
        self.phone = QPushButton(self.tr("Outside unit by phone… (&T)"))
        self.phone.setAutoDefault(False)
        self._arrange()
        self._fill(candidates)
        self._search.words_changed.connect(self._filter)
        self._search.left_down.connect(self._to_list)
        self.units.itemDoubleClicked.connect(lambda _item, _column: self.accept())
        self.units.currentItemChanged.connect(self._enable)
        self.units.itemChanged.connect(self._enable)
        self.phone.clicked.connect(self._call)
        self._to_list()
        self._enable()

    def _arrange(self) -> None:
        self.units.setHeaderLabels(
            [self.tr("Whom"), self.tr("Kind"), self.tr("Distance"), self.tr("Why")]
        )
        self.units.headerItem().setTextAlignment(_AWAY, _RIGHT)
        self.units.setRootIsDecorated(False)
        self.units.setUniformRowHeights(True)
        self.units.setAllColumnsShowFocus(True)
        header = self.units.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        hint = QLabel(self.tr("Best first. Enter sends the marked row; Space ticks several."))
        hint.setObjectName("hint")
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.phone)
        for widget in (self._search, self.units, self.note):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def _fill(self, candidates: Sequence[Candidate]) -> None:
        for one in candidates:
            away = Texts.distance(one.distance_m) if one.distance_m is not None else "–"
            why = ReasonWords.reasons(one)
            item = QTreeWidgetItem([one.name, ReasonWords.kind(one), away, why])
            item.setData(_WHOM, _KEY, one.key)
            item.setSizeHint(_WHOM, _ROW)
            item.setTextAlignment(_AWAY, _RIGHT)
            item.setToolTip(_WHY, why)
            item.setCheckState(_WHOM, Qt.CheckState.Unchecked)
            off_duty = one.unit is not None and one.unit.status is UnitStatus.OFF_DUTY
            item.setDisabled(one.here or off_duty)
            self.units.addTopLevelItem(item)

    def _to_list(self) -> None:
        current = self.units.currentItem()
        if current is None or current.isHidden():
            shown = [item for item in self._items() if not item.isHidden()]
            first = next((item for item in shown if not item.isDisabled()), None)
            if first is not None:
                self.units.setCurrentItem(first)
        self.units.setFocus()

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.units.topLevelItem(row) for row in range(self.units.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _filter(self, words: str) -> None:
        for item in self._items():
            item.setHidden(not matches(words, item.text(_WHOM), item.text(_KIND)))

    def wanted(self) -> tuple[str, ...]:
        """The ticked rows, or the marked one where none is ticked."""
        ticked = [item for item in self._items() if item.checkState(_WHOM) is _TICKED]
        current = self.units.currentItem()
        if not ticked and current is not None and not current.isHidden():
            ticked = [] if current.isDisabled() else [current]
        return tuple(str(item.data(_WHOM, _KEY)) for item in ticked)

    def _enable(self) -> None:
        count = len(self.wanted())
        self.accept_button.setEnabled(bool(count))
        several = self.tr("Dispatch {count}").format(count=count)
        self.accept_button.setText(several if count > 1 else self.tr("Dispatch"))

    def _call(self) -> None:
        self.reject()
        self.phone_wanted.emit()

    def accept(self) -> None:
        """Tell the choice."""
        keys = self.wanted()
        if keys:
            self.chosen.emit(keys, self.note.text().strip())
            super().accept()
