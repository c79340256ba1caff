"""Choosing whom to send: the nearest units first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from console.client.spelling import matches
from console.client.store import Store
from console.domain.case import Case
from console.domain.geo import distance_m
from console.domain.unit import Unit, UnitStatus
from widgets.case.dialog_frame import DialogFrame
from widgets.common.search_box import SearchBox
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts

_ID = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT = 30
_FREE = (UnitStatus.ON_PATROL, UnitStatus.STANDBY)


class DispatchDialog(DialogFrame):
    """A list of units by distance, with what they do now, and a line for an instruction."""

    chosen = Signal(str, str, str)
    """Unit id, name as shown, instruction."""

    def __init__(self, case: Case, store: Store, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Dispatch {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Dispatch"))
        self.setMinimumSize(620, 520)
        self._search = SearchBox(self.tr("Name, kind or pinyin initials…"))
        self.units = QTreeWidget()
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Instruction (may be empty)"))
        self._arrange()
        self._fill(case, store)
        self._search.words_changed.connect(self._filter)
        self._search.left_down.connect(self.units.setFocus)
        self.units.itemActivated.connect(lambda _item, _column: self.accept())
        self.units.currentItemChanged.connect(self._enable)
        first = self.units.topLevelItem(0)
        if first is not None:
            self.units.setCurrentItem(first)
        self._enable()
        self.units.setFocus()

    def _arrange(self) -> None:
        self.units.setHeaderLabels(
            [self.tr("Unit"), self.tr("Kind"), self.tr("Status"), self.tr("Distance")]
        )
        self.units.headerItem().setTextAlignment(3, _RIGHT)
        self.units.setRootIsDecorated(False)
        self.units.setUniformRowHeights(True)
        self.units.setAllColumnsShowFocus(True)
        header = self.units.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for widget in (self._search, self.units, self.note):
            self.body.addWidget(widget)

    def _fill(self, case: Case, store: Store) -> None:
        for distance, unit in nearest_units(case, store):
            words = [
                unit.name,
                Terms.unit_kind(unit.kind),
                Terms.unit_status(unit.status),
                Texts.distance(distance) if distance is not None else "–",
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, _ID, unit.id)
            item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
            item.setTextAlignment(3, _RIGHT)
            self.units.addTopLevelItem(item)

    def _filter(self, words: str) -> None:
        for row in range(self.units.topLevelItemCount()):
            item = self.units.topLevelItem(row)
            if item is not None:
                item.setHidden(not matches(words, item.text(0), item.text(1)))

    def _enable(self) -> None:
        self.accept_button.setEnabled(self.units.currentItem() is not None)

    def accept(self) -> None:
        """Tell the choice."""
        item = self.units.currentItem()
        if item is None:
            return
        self.chosen.emit(str(item.data(0, _ID)), item.text(0), self.note.text().strip())
        super().accept()


def nearest_units(case: Case, store: Store) -> list[tuple[float | None, Unit]]:
    """Units with their distance to the case in metres: free ones first, then the nearest."""
    place = case.opening.place

    def distance(unit: Unit) -> float | None:
        return distance_m(place, unit.place) if place and unit.place else None

    found = [
        (distance(unit), unit)
        for unit in store.units.values()
        if unit.status is not UnitStatus.OFF_DUTY
    ]
    return sorted(
        found,
        key=lambda pair: (
            pair[1].status not in _FREE,
            pair[0] is None,
            pair[0] or 0.0,
            pair[1].name,
        ),
    )
