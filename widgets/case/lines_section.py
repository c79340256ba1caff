"""A section of the case panel: a head with its news and a link, and rows below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.case.case_line import CaseLine
from widgets.case.line_list import LineList
from widgets.case.section_line import SectionLine
from widgets.theme import Theme


class LinesSection(QWidget):
    """Hidden while it has neither rows nor a link."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.head = SectionLine()
        self.list = LineList(theme, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self.hide()

    def show_lines(self, lines: Sequence[CaseLine], news: str = "", link: str = "") -> None:
        """Change rows, news and link."""
        self.head.show_words(self._name, news, link)
        self.list.show_lines(lines)
        self.setVisible(bool(lines))

    def words(self) -> str:
        """Head and rows as text, for tests."""
        rows = [f"{line.text} {line.note}".strip() for line in self.list.lines]
        return "\n".join([self.head.words(), *rows])
