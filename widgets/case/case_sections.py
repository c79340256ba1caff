"""The sections of a case that need somebody: requests, checklist, calls, parts, other cases."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.client.store import Store
from console.domain.case import Case
from widgets.case.case_line import CaseLine
from widgets.case.line_words import LineWords
from widgets.case.lines_section import LinesSection
from widgets.theme import Theme


class Part(StrEnum):
    """Which section."""

    APPROVALS = "approvals"
    CHECKLIST = "checklist"
    CALLS = "calls"
    TASKS = "tasks"
    TIES = "ties"
    FILES = "files"


class CaseSections(QWidget):
    """Shows what there is; empty sections are not there. Tells which row was acted on."""

    acted = Signal(object, str)
    """Part and key of the row."""
    menu_wanted = Signal(object, str, QPoint)
    added = Signal(object)
    """The part whose link was used."""

    def __init__(self, store: Store, theme: Theme, words: LineWords) -> None:
        super().__init__()
        self._store = store
        self._words = words
        names = {
            Part.APPROVALS: self.tr("Waiting for approval"),
            Part.CHECKLIST: self.tr("Checklist"),
            Part.CALLS: self.tr("To be called"),
            Part.TASKS: self.tr("Co-handlers"),
            Part.TIES: self.tr("Other cases"),
            Part.FILES: self.tr("Files"),
        }
        self.parts = {part: LinesSection(theme, name) for part, name in names.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, section in self.parts.items():
            if part is not Part.APPROVALS:  # it stands above everything, where the view puts it
                column.addWidget(section)
            self._connect(part, section)

    def _connect(self, part: Part, section: LinesSection) -> None:
        section.list.acted.connect(lambda key: self.acted.emit(part, key))
        section.list.menu_wanted.connect(lambda key, where: self.menu_wanted.emit(part, key, where))
        section.head.activated.connect(lambda: self.added.emit(part))

    def show_case(self, case: Case, adding: frozenset[Part]) -> None:
        """Bring all sections up to date; `adding` are those that may be added to."""
        words, parts = self._words, self.parts
        parts[Part.APPROVALS].show_lines(words.approvals(case))
        lines, news = words.checklist(case)
        parts[Part.CHECKLIST].show_lines(lines, news)
        lines, news = words.calls(case)
        parts[Part.CALLS].show_lines(lines, news)
        lines, news = words.tasks(case)
        self._with_link(Part.TASKS, lines, news, adding)
        parts[Part.TIES].show_lines(words.ties(case, self._store.cases))
        lines, news = words.files(case)
        self._with_link(Part.FILES, lines, news, adding)

    def _with_link(
        self, part: Part, lines: list[CaseLine], news: str, adding: frozenset[Part]
    ) -> None:
        link = self.tr("Add…") if part in adding else ""
        self.parts[part].show_lines(lines, news, link)
