"""A new case from nothing (F2)."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from console.client.store import Store
from console.domain.area import Grid
from console.domain.case import CaseSource
from console.domain.case_type import CaseType
from console.domain.case_types import CaseTypes
from console.domain.commands import OpenCase
from console.domain.geo import LonLat
from widgets.case.dialog_frame import DialogFrame
from widgets.case.level_picker import LevelPicker
from widgets.common.choice_box import ChoiceBox
from widgets.common.places import full_place, short_place
from widgets.common.terms import Terms
from widgets.theme import Theme


class NewCaseDialog(DialogFrame):
    """Title, type, level, source, grid, address, description; the type proposes the level."""

    asked = Signal(object)
    """Carries an `OpenCase`."""

    def __init__(
        self,
        store: Store,
        types: CaseTypes,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        place: LonLat | None = None,
        grid: str = "",
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("New case"), self.tr("Open the case"))
        self.setMinimumWidth(560)
        self._store = store
        self._place = place
        self.title = QLineEdit()
        self.type = ChoiceBox()
        self.levels = LevelPicker(theme)
        self.source = ChoiceBox()
        self.grid = QLineEdit()
        self.address = QLineEdit()
        self.description = QPlainTextEdit()
        self._fill(types)
        self._arrange()
        found = store.grids.get(grid)
        if found is not None:
            self.grid.setText(found.label)
        self.title.textChanged.connect(self._enable)
        self.grid.textChanged.connect(self._enable)
        self.type.currentIndexChanged.connect(self._propose_level)
        self._propose_level()
        self._enable()
        self.title.setFocus()

    def _fill(self, types: CaseTypes) -> None:
        chinese = QLocale().language() is QLocale.Language.Chinese
        for each in types:
            group, name = (
                (each.group_name, each.name) if chinese else (each.group_name_en, each.name_en)
            )
            self.type.addItem(f"{each.code}  {group} · {name}", each)
        for source in CaseSource:
            self.source.addItem(Terms.source(source), source)
        self.source.setCurrentIndex(self.source.findData(CaseSource.RESIDENT))
        names = [
            f"{g.label} {short_place(self._store, g.code)}" for g in self._store.grids.values()
        ]
        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.grid.setCompleter(completer)
        self.grid.setPlaceholderText("g137")

    def _arrange(self) -> None:
        self.description.setFixedHeight(96)
        self.description.setTabChangesFocus(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Type"), self.type)
        form.addRow(self.tr("Level"), self.levels)
        form.addRow(self.tr("Source"), self.source)
        form.addRow(self.tr("Grid"), self.grid)
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Description"), self.description)
        self.body.addLayout(form)

    def _propose_level(self) -> None:
        chosen = self.type.currentData()
        if isinstance(chosen, CaseType):
            self.levels.pick(chosen.level)

    def _grid(self) -> Grid | None:
        words = self.grid.text().split()
        if not words:
            return None
        wanted = words[0].lower().removeprefix("g").lstrip("0")
        return next((g for g in self._store.grids.values() if str(g.number) == wanted), None)

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.title.text().strip()) and self._grid() is not None)

    def accept(self) -> None:
        """Ask for the case."""
        grid, chosen = self._grid(), self.type.currentData()
        if grid is None or not isinstance(chosen, CaseType) or not self.accept_button.isEnabled():
            return
        address = self.address.text().strip()
        self.asked.emit(
            OpenCase(
                title=self.title.text().strip(),
                case_type=chosen.code,
                level=self.levels.level,
                source=CaseSource(self.source.currentData()),
                place=self._place or grid.centre,
                grid=grid.code,
                address=address or full_place(self._store, grid.code, grid.street),
                description=self.description.toPlainText().strip(),
                reporter="",
                contact="",
            )
        )
        super().accept()
