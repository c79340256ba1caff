"""The search sectors of a case: drawn, assigned, ticked off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from console.client.store import Changes, Store
from console.domain.case import Case
from console.domain.dispatch_commands import DrawSector
from console.domain.facts import Kind
from console.domain.sector import Sector
from widgets.common.ticker import Now
from widgets.dispatch.grid_words import grid_codes, grid_words
from widgets.dispatch.lines_list import Line, LinesList
from widgets.dispatch.side_window import SideWindow
from widgets.dispatch_actions import DispatchActions
from widgets.i18n.texts import Texts
from widgets.theme import Theme

WIDTH, HEIGHT = 720, 600
_STATE, _NAME, _GRIDS, _WHO, _CLEARED = range(5)


class SearchWindow(SideWindow):
    """Enter ticks the marked sector off; grids are typed, or picked on the map."""

    pick_wanted = Signal(object)
    """Codes to go on picking from (frozenset of str), or None to end it."""

    def __init__(self, store: Store, theme: Theme, now: Now, actions: DispatchActions) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._store, self._now, self._actions = store, now, actions
        self._number = ""
        headers = [
            self.tr("State"),
            self.tr("Sector"),
            self.tr("Grids"),
            self.tr("Who searches"),
            self.tr("Cleared"),
        ]
        widths = {_STATE: 92, _NAME: 130, _WHO: 140, _CLEARED: 150}
        self.list = LinesList(headers, theme, widths)
        self.clear = QPushButton(self.tr("Sector cleared (Enter)"))
        self.name, self.grids = QLineEdit(), QLineEdit()
        self.grids.setPlaceholderText(self.tr("g137 g138, or pick them on the map"))
        self.pick = QPushButton(self.tr("Pick on the map (&M)"))
        self.pick.setCheckable(True)
        self.who = QComboBox()
        self.who.setEditable(True)
        self.draw = QPushButton(self.tr("Draw the sector (&D)"))
        self.draw.setObjectName("primary")
        self._arrange()
        self.list.acted.connect(self._tick_off)
        self.clear.clicked.connect(lambda: self._tick_off(self.list.current_key()))
        self.list.currentItemChanged.connect(self._enable)
        self.pick.toggled.connect(self._pick)
        self.name.textChanged.connect(self._enable)
        self.grids.textChanged.connect(self._enable)
        self.draw.clicked.connect(self._draw)
        self.left.connect(lambda: self.pick.setChecked(False))

    def _arrange(self) -> None:
        act = QHBoxLayout()
        act.addStretch(1)
        act.addWidget(self.clear)
        row = QHBoxLayout()
        row.addWidget(self.grids, 1)
        row.addWidget(self.pick)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("New sector"), self.name)
        form.addRow(self.tr("Grids"), row)
        form.addRow(self.tr("Who searches"), self.who)
        foot = QHBoxLayout()
        hint = QLabel(self.tr("A known name draws the sector anew: it is to be searched again."))
        hint.setObjectName("hint")
        foot.addWidget(hint, 1)
        foot.addWidget(self.draw)
        for button in (self.clear, self.pick, self.draw):
            button.setAutoDefault(False)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(act)
        self.body.addLayout(form)
        self.body.addLayout(foot)

    def show_case(self, number: str) -> None:
        """Work on this case."""
        if number != self._number:
            self._number = number
            self.name.clear()
            self.grids.clear()
            self.who.clear()
            self.who.addItem("", "")
            for unit in sorted(self._store.units.values(), key=lambda one: one.name):
                self.who.addItem(unit.name, unit.id)
        self._show()
        (self.list if self.list.lines() else self.name).setFocus()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if self.isVisible() and changes.touched(Kind.CASE):
            self._show()

    def take_picked(self, codes: frozenset[str]) -> None:
        """The grids picked on the map."""
        if self.pick.isChecked():
            self.grids.setText(grid_words(codes, self._store.grids))

    def _case(self) -> Case | None:
        return self._store.cases.get(self._number)

    def _show(self) -> None:
        case = self._case()
        if case is None:
            return
        done = sum(sector.cleared for sector in case.sectors)
        title = self.tr("Search sectors · {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        figures = self.tr("{done} / {all} cleared").format(done=done, all=len(case.sectors))
        self.say(title, figures if case.sectors else "", good=done == len(case.sectors))
        self.list.show_lines([self._line(sector) for sector in case.sectors])
        self._enable()

    def _line(self, sector: Sector) -> Line:
        when = Texts.short_clock(sector.cleared_at, self._now()) if sector.cleared_at else ""
        cells = (
            self.tr("✓ cleared") if sector.cleared else self.tr("searching"),
            sector.name,
            grid_words(sector.grids, self._store.grids),
            sector.holder or self.tr("nobody yet"),
            f"{when} {sector.cleared_by}".strip(),
        )
        tones = {_STATE: "ok_text" if sector.cleared else "warn_text"}
        return Line(sector.name, cells, tones)

    def _enable(self) -> None:
        case = self._case()
        known = {one.name: one for one in case.sectors} if case is not None else {}
        marked = known.get(self.list.current_key())
        mine = self._actions.may(DrawSector)
        works = mine and case is not None and case.open and not case.suspended
        self.clear.setEnabled(works and marked is not None and not marked.cleared)
        whole = bool(self.name.text().strip() and self._codes())
        self.draw.setEnabled(works and whole)

    def _codes(self) -> tuple[str, ...]:
        return grid_codes(self.grids.text(), self._store.grids)

    def _pick(self, on: bool) -> None:
        self.pick_wanted.emit(frozenset(self._codes()) if on else None)

    def _tick_off(self, sector: str) -> None:
        if self.clear.isEnabled() and sector:
            self._actions.clear(self._number, sector)

    def _draw(self) -> None:
        if not self.draw.isEnabled():
            return
        words = self.who.currentText().strip()
        row = self.who.findText(words)
        unit = str(self.who.itemData(row)) if words and row > 0 else ""
        name = self.name.text().strip()
        if self._actions.draw(self._number, name, self._codes(), unit=unit, holder=words):
            self.name.clear()
            self.grids.clear()
            if self.pick.isChecked():
                self.pick_wanted.emit(frozenset())
            self.name.setFocus()
