"""The head-count of a case: who is expected, who was found, who is still missing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox

from console.client.store import Changes, Store
from console.domain.case import Case
from console.domain.dispatch_commands import CountHeads
from console.domain.facts import Kind
from console.domain.head_line import HeadLine
from widgets.common.head_words import head_figures
from widgets.common.ticker import Now
from widgets.dispatch.lines_list import Line, LinesList
from widgets.dispatch.side_window import SideWindow
from widgets.dispatch_actions import DispatchActions
from widgets.i18n.texts import Texts
from widgets.theme import Theme

WIDTH, HEIGHT = 720, 600
_MOST = 999
_HOUSEHOLD, _PLACE, _EXPECTED, _FOUND, _ELSEWHERE, _MISSING, _WHEN = range(7)


class HeadsWindow(SideWindow):
    """Enter on a line says that all of it are here; other numbers go through the two boxes."""

    def __init__(self, store: Store, theme: Theme, now: Now, actions: DispatchActions) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._store, self._now, self._actions = store, now, actions
        self._number = ""
        headers = [
            self.tr("Household"),
            self.tr("Where"),
            self.tr("Expected"),
            self.tr("Here"),
            self.tr("Elsewhere"),
            self.tr("Missing"),
            self.tr("Counted"),
        ]
        widths = {_HOUSEHOLD: 92, _EXPECTED: 72, _FOUND: 72, _ELSEWHERE: 84, _MISSING: 72}
        numbers = frozenset({_EXPECTED, _FOUND, _ELSEWHERE, _MISSING})
        self.list = LinesList(headers, theme, {**widths, _WHEN: 150}, numbers)
        self.found, self.elsewhere, self.expected = QSpinBox(), QSpinBox(), QSpinBox()
        self.count = QPushButton(self.tr("Count (&C)"))
        self.all_here = QPushButton(self.tr("All here (Enter)"))
        self.household, self.place = QLineEdit(), QLineEdit()
        self.household.setPlaceholderText(self.tr("Name (kept masked)"))
        self.place.setPlaceholderText(self.tr("House or flat"))
        self.add = QPushButton(self.tr("Add household (&A)"))
        self._arrange()
        self.list.acted.connect(self._everybody)
        self.all_here.clicked.connect(lambda: self._everybody(self.list.current_key()))
        self.list.currentItemChanged.connect(self._marked)
        self.count.clicked.connect(self._count)
        self.household.textChanged.connect(self._enable)
        self.place.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)

    def _arrange(self) -> None:
        for box, least in ((self.found, 0), (self.elsewhere, 0), (self.expected, 1)):
            box.setRange(least, _MOST)
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            box.setFixedWidth(64)
        count = QHBoxLayout()
        for widget in (
            QLabel(self.tr("Here")),
            self.found,
            QLabel(self.tr("Elsewhere")),
            self.elsewhere,
            self.count,
        ):
            count.addWidget(widget)
        count.addStretch(1)
        count.addWidget(self.all_here)
        new = QHBoxLayout()
        new.addWidget(self.household, 2)
        new.addWidget(self.place, 3)
        new.addWidget(QLabel(self.tr("People")))
        for widget in (self.expected, self.add):
            new.addWidget(widget)
        for button in (self.count, self.all_here, self.add):
            button.setAutoDefault(False)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(count)
        self.body.addLayout(new)

    def show_case(self, number: str) -> None:
        """Work on this case."""
        if number != self._number:
            self._number = number
            self.household.clear()
            self.place.clear()
        self._show()
        (self.list if self.list.lines() else self.household).setFocus()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if self.isVisible() and changes.touched(Kind.CASE):
            self._show()

    def _case(self) -> Case | None:
        return self._store.cases.get(self._number)

    def _show(self) -> None:
        case = self._case()
        if case is None:
            return
        title = self.tr("Head-count · {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.say(title, head_figures(case.heads), good=not any(one.missing for one in case.heads))
        self.list.show_lines([self._line(one) for one in case.heads])
        self._enable()

    def _line(self, one: HeadLine) -> Line:
        when = Texts.short_clock(one.counted_at, self._now()) if one.counted_at else ""
        cells = (
            one.household,
            one.place,
            str(one.expected),
            "–" if one.found is None else str(one.found),
            str(one.elsewhere or "–"),
            str(one.missing) if one.missing else "✓",
            f"{when} {one.counted_by}".strip(),
        )
        return Line(one.id, cells, {_MISSING: "bad_text" if one.missing else "ok_text"})

    def _marked(self) -> None:
        one = self._head_line(self.list.current_key())
        if one is not None:
            self.found.setValue(one.found if one.found is not None else one.expected)
            self.elsewhere.setValue(one.elsewhere)
        self._enable()

    def _head_line(self, line: str) -> HeadLine | None:
        case = self._case()
        return next((one for one in case.heads if one.id == line), None) if case else None

    def _enable(self) -> None:
        case = self._case()
        works = self._actions.may(CountHeads) and case is not None and case.open
        marked = self._head_line(self.list.current_key()) is not None
        for button in (self.count, self.all_here):
            button.setEnabled(works and marked)
        self.add.setEnabled(works and bool(self.household.text().strip()))

    def _everybody(self, line: str) -> None:
        one = self._head_line(line)
        if one is not None and self.all_here.isEnabled():
            self._actions.count(self._number, line, one.expected, 0)

    def _count(self) -> None:
        line = self.list.current_key()
        if line:
            self._actions.count(self._number, line, self.found.value(), self.elsewhere.value())

    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        words = (self.household.text().strip(), self.place.text().strip())
        if self._actions.list_household(self._number, *words, self.expected.value()):
            self.household.clear()
            self.place.clear()
            self.household.setFocus()
