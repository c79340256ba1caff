"""Choosing which cases are listed, and giving the choice a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from console.client.case_filter import CaseFilter
from console.client.store import Store
from console.domain.case import ENDED, CaseSource, CaseState
from console.domain.sla import Light
from widgets.case.dialog_frame import DialogFrame
from widgets.common.terms import Terms

Choices = Sequence[tuple[str, Any]]
_VALUE = Qt.ItemDataRole.UserRole


class FilterDialog(DialogFrame):
    """Space ticks; nothing ticked in a column lets everything of it through."""

    chosen = Signal(object, str)
    """The `CaseFilter`, and the name to save it under or nothing."""

    def __init__(
        self, store: Store, types: Choices, now: CaseFilter, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("Filter the cases"), self.tr("Apply"))
        self.setMinimumSize(860, 560)
        streets = [(street.name, street.code) for street in store.streets.values()]
        self.columns = {
            "streets": self._column(self.tr("Street"), streets, now.streets),
            "types": self._column(self.tr("Type"), types, now.types),
            "levels": self._column(
                self.tr("Level"), [(Terms.level(n), n) for n in range(1, 5)], now.levels
            ),
            "states": self._column(
                self.tr("State"),
                [(Terms.case_state(one), one) for one in CaseState if one not in ENDED],
                now.states,
            ),
            "lights": self._column(self.tr("Light"), self._lights(), now.lights),
            "sources": self._column(
                self.tr("Source"), [(Terms.source(one), one) for one in CaseSource], now.sources
            ),
        }
        self.holder = QLineEdit(now.holder)
        self.holder.setPlaceholderText(self.tr("Holder (empty: anybody)"))
        self.mine = QCheckBox(self.tr("Mine only"))
        self.mine.setChecked(now.mine)
        self.name = QLineEdit()
        self.name.setMaxLength(40)
        self.name.setPlaceholderText(self.tr("Save under this name (may be empty)"))
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, column in enumerate(self.columns.values()):
            row, at = place // 3 * 2, place % 3
            grid.addWidget(QLabel(column.accessibleName()), row, at)
            grid.addWidget(column, row + 1, at)
        self.body.addLayout(grid, 1)
        for widget in (self.holder, self.mine, self.name):
            self.body.addWidget(widget)

    def _lights(self) -> Choices:
        return [
            (self.tr("Green"), Light.GREEN),
            (self.tr("Amber"), Light.AMBER),
            (self.tr("Red: overdue"), Light.RED),
        ]

    @staticmethod
    def _column(title: str, choices: Choices, ticked: Sequence[Any]) -> QListWidget:
        column = QListWidget()
        column.setAccessibleName(title)
        for words, value in choices:
            item = QListWidgetItem(words, column)
            item.setData(_VALUE, value)
            on = value in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return column

    def accept(self) -> None:
        """Tell the choice."""
        ticked = {name: _ticked(column) for name, column in self.columns.items()}
        wanted = CaseFilter(
            streets=tuple(ticked["streets"]),
            types=tuple(ticked["types"]),
            levels=tuple(ticked["levels"]),
            states=tuple(CaseState(one) for one in ticked["states"]),
            sources=tuple(CaseSource(one) for one in ticked["sources"]),
            lights=tuple(Light(one) for one in ticked["lights"]),
            holder=self.holder.text().strip(),
            mine=self.mine.isChecked(),
        )
        self.chosen.emit(wanted, self.name.text().strip())
        super().accept()


def _ticked(column: QListWidget) -> list[Any]:
    items = [column.item(row) for row in range(column.count())]
    return [item.data(_VALUE) for item in items if item.checkState() is Qt.CheckState.Checked]
