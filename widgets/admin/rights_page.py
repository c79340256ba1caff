"""The matrix of rights as a page: the table that the hub checks, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.domain.access import Role
from console.domain.case_log import Action
from console.domain.rights import Right, RightKind, rights
from widgets.admin.plain_table import PlainTable
from widgets.admin.right_words import RightWords
from widgets.common.role_words import role_words
from widgets.common.terms import Terms

_MARK = "●"
_WIDTH = 108


class RightsPage(QWidget):
    """Rows of commands, steps, fields and questions; a dot where a role may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = QLabel(
            self.tr(
                "This is the table the hub checks. A street seat may act in its own street only; "
                "whoever handled a case may not verify it."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        roles = list(Role)
        headers = [self.tr("Kind"), self.tr("What"), *(role_words(role) for role in roles)]
        self.table = PlainTable(self.tr("Rights"), headers, [110, 0, *[_WIDTH] * len(roles)])
        self.table.show_rows([(right.name, self._cells(right)) for right in rights()])
        centre = Qt.AlignmentFlag.AlignCenter
        for row in range(self.table.topLevelItemCount()):
            for column in range(2, 2 + len(roles)):
                item = self.table.topLevelItem(row)
                if item is not None:
                    item.setTextAlignment(column, centre)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(8)
        column_box.addWidget(hint)
        column_box.addWidget(self.table, 1)

    def _cells(self, right: Right) -> list[str]:
        kind = {
            RightKind.COMMAND: self.tr("Command"),
            RightKind.STEP: self.tr("Step of a case"),
            RightKind.FIELD: self.tr("Field"),
            RightKind.QUERY: self.tr("Question"),
        }[right.kind]
        words = (
            Terms.action(Action(right.name))
            if right.kind is RightKind.STEP
            else RightWords.of(right.name)
        )
        return [kind, words, *(_MARK if role in right.roles else "" for role in Role)]
