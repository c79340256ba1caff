"""One-to-many tasks: how far each has got, who is missing, and checking in."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
)

from console.client.seat import Seat
from console.client.store import Changes, Store
from console.domain.access import Role
from console.domain.area import Grid
from console.domain.facts import Kind
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from widgets.common.ticker import Ticker
from widgets.dispatch.lines_list import Line, LinesList
from widgets.dispatch.new_task_dialog import NewTaskDialog
from widgets.dispatch.side_window import SideWindow
from widgets.dispatch.task_progress import TaskProgress
from widgets.dispatch_actions import DispatchActions
from widgets.i18n.texts import Texts
from widgets.theme import Theme

WIDTH, HEIGHT = 860, 780
_GRID, _STREET, _STATE, _WHEN, _BY, _NOTE = range(6)


class TaskWindow(SideWindow):
    """A street seat sees and checks in its own street's grids only."""

    def __init__(
        self, store: Store, theme: Theme, ticker: Ticker, actions: DispatchActions, me: Seat
    ) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._store, self._ticker, self._actions, self._me = store, ticker, actions, me
        self.tasks, self.streets = QComboBox(), QComboBox()
        self.missing_only = QCheckBox(self.tr("Missing only (&O)"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._about = QLabel()
        self._about.setObjectName("hint")
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        headers = [
            self.tr("Grid"),
            self.tr("Street"),
            self.tr("State"),
            self.tr("When"),
            self.tr("By"),
            self.tr("Note"),
        ]
        widths = {_GRID: 84, _STREET: 130, _STATE: 150, _WHEN: 110, _BY: 110}
        self.list = LinesList(headers, theme, widths)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note for the check-in (may be empty)"))
        self.check_in = QPushButton(self.tr("Check in (Enter)"))
        self.new = QPushButton(self.tr("New task… (&N)"))
        self.remind = QPushButton(self.tr("Remind the missing (&R)"))
        self.end = QPushButton(self.tr("Close the task (&E)"))
        self.check_in.setObjectName("primary")
        self.end.setObjectName("warning")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tasks, 1)
        top.addWidget(self.streets)
        top.addWidget(self.missing_only)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.check_in)
        last = QHBoxLayout()
        last.addWidget(self.new)
        last.addStretch(1)
        last.addWidget(self.remind)
        last.addWidget(self.end)
        for button in (self.check_in, self.new, self.remind, self.end):
            button.setAutoDefault(False)
        self.body.addLayout(top)
        self.body.addWidget(self._about)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(foot)
        self.body.addLayout(last)
        self._show_for_role()

    def _show_for_role(self) -> None:
        """Offer what the role of who sits here includes."""
        offers = ((self.new, CreateTask), (self.remind, RemindTask), (self.end, CloseTask))
        for button, command in offers:
            button.setVisible(self._me.may(command))
        self.streets.setVisible(self._me.role is not Role.STREET_SEAT)

    def _connect(self) -> None:
        self.tasks.activated.connect(self._show)
        self.streets.activated.connect(self._show)
        self.missing_only.toggled.connect(self._show)
        self.list.acted.connect(self._check_in)
        self.list.currentItemChanged.connect(self._enable)
        self.note.returnPressed.connect(lambda: self._check_in(self.list.current_key()))
        self.check_in.clicked.connect(lambda: self._check_in(self.list.current_key()))
        self.new.clicked.connect(self.ask_new)
        self.remind.clicked.connect(lambda: self._actions.remind(self._chosen()))
        self.end.clicked.connect(lambda: self._actions.close_task(self._chosen()))
        self._ticker.ticked.connect(self._tick)

    def show_tasks(self, task: str = "") -> None:
        """Bring everything up to date, on this task where one is named."""
        self._show_for_role()
        self._list_streets()
        self._list_tasks(task or self._chosen())
        self._show()
        self.list.setFocus()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if self.isVisible() and (changes.touched(Kind.TASK) or changes.touched(Kind.CHECK)):
            if changes.touched(Kind.TASK):
                self._list_tasks(self._chosen())
            self._show()

    def progress(self) -> TaskProgress | None:
        """The task shown, its grids cut to the street chosen."""
        task = self._store.tasks.get(self._chosen())
        return TaskProgress.of(self._store, task, self._street()) if task is not None else None

    def ask_new(self) -> None:
        """Ask what the new task is."""
        dialog = NewTaskDialog(self._store, self._ticker.now, self)
        dialog.asked.connect(self._actions.create_task)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self) -> str:
        return str(self.tasks.currentData() or "")

    def _street(self) -> str:
        if self._me.role is Role.STREET_SEAT:
            return self._me.street
        return str(self.streets.currentData() or "")

    def _list_streets(self) -> None:
        if self.streets.count() != len(self._store.streets) + 1:
            self.streets.clear()
            self.streets.addItem(self.tr("All streets"), "")
            for street in self._store.streets.values():
                self.streets.addItem(street.name, street.code)

    def _list_tasks(self, chosen: str) -> None:
        newest_first = sorted(self._store.tasks.values(), key=lambda one: one.id, reverse=True)
        found = sorted(newest_first, key=lambda one: not one.open)
        self.tasks.clear()
        for task in found:
            ended = "" if task.open else self.tr(" (closed)")
            self.tasks.addItem(f"{task.id[-5:]} {task.title}{ended}", task.id)
        self.tasks.setCurrentIndex(max(0, self.tasks.findData(chosen)) if found else -1)

    def _tick(self, now: datetime) -> None:
        progress = self.progress() if self.isVisible() else None
        if progress is not None:
            self._about.setText(self._words(progress.task, now))

    def _show(self) -> None:
        progress = self.progress()
        title = self.tr("One-to-many tasks")
        if progress is None:
            self.say(title, self.tr("No task yet"))
            self.list.show_lines(())
            self._about.setText("")
            self.bar.setValue(0)
            self._enable()
            return
        done, whole = len(progress.checks), len(progress.grids)
        late = self.tr(" · {count} late").format(count=progress.late) if progress.late else ""
        self.say(
            title,
            self.tr("{done}/{all} checked in").format(done=done, all=whole) + late,
            good=done == whole,
        )
        self._about.setText(self._words(progress.task, self._ticker.now()))
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)
        checks = {check.grid: check for check in progress.checks}
        missing_first = sorted(progress.grids, key=lambda grid: grid.code in checks)
        only = self.missing_only.isChecked()
        grids = [grid for grid in missing_first if not (only and grid.code in checks)]
        self.list.show_lines([self._line(grid, checks.get(grid.code)) for grid in grids])
        self._enable()

    def _words(self, task: GridTask, now: datetime) -> str:
        due = Texts.countdown(task.due_at, now)
        parts = [
            task.text,
            self.tr("due {at} ({left})").format(at=Texts.short_clock(task.due_at, now), left=due),
        ]
        if not task.open:
            parts = [task.text, self.tr("closed by {name}").format(name=task.closed_by)]
        if task.reminders and task.reminded_at is not None:
            words = self.tr("reminded {count} times, last {at} by {name}")
            at = Texts.short_clock(task.reminded_at, now)
            parts.append(words.format(count=task.reminders, at=at, name=task.reminded_by))
        return " · ".join(part for part in parts if part)

    def _line(self, grid: Grid, check: GridCheck | None) -> Line:
        street = self._store.streets.get(grid.street)
        place = street.name if street is not None else ""
        if check is None:
            words = (grid.label, place, self.tr("missing"), "", "", "")
            return Line(grid.code, words, {_STATE: "bad_text"})
        when = Texts.short_clock(check.at, self._ticker.now())
        cells = (grid.label, place, self._state(check), when, check.by, check.note)
        return Line(grid.code, cells, {_STATE: "warn_text" if check.late else "ok_text"})

    def _state(self, check: GridCheck) -> str:
        if check.late and check.offline:
            return self.tr("✓ offline, came late")
        if check.late:
            return self.tr("✓ late")
        return self.tr("✓ offline report") if check.offline else self.tr("✓ checked in")

    def _enable(self) -> None:
        progress = self.progress()
        missing = {grid.code for grid in progress.missing} if progress is not None else set()
        works = progress is not None and progress.task.open
        checks = works and self._me.may(CheckIn)
        self.check_in.setEnabled(checks and self.list.current_key() in missing)
        self.remind.setEnabled(works and bool(missing))
        self.end.setEnabled(works)

    def _check_in(self, grid: str) -> None:
        if self.check_in.isEnabled() and self._actions.check_in(
            self._chosen(), grid, self.note.text().strip()
        ):
            self.note.clear()
