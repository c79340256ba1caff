"""Correcting what a case was opened with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QWidget

from console.domain.case import Case
from console.domain.case_commands import CorrectCase
from console.domain.case_type import CaseType
from widgets.case.dialog_frame import DialogFrame
from widgets.common.choice_box import ChoiceBox


class CorrectDialog(DialogFrame):
    """Title, type, grid and address as they are; a reason is needed, and one change."""

    asked = Signal(object)
    """Carries a `CorrectCase`."""

    def __init__(
        self,
        case: Case,
        types: Iterable[CaseType],
        grids: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`grids` are codes by label (g137)."""
        super().__init__("", "", parent)
        title = self.tr("Correct case {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Correct"))
        self._case = case
        self._grids = grids
        self.title = QLineEdit(case.opening.title)
        self.type = ChoiceBox()
        chinese = QLocale().language() is QLocale.Language.Chinese
        for each in types:
            name = each.name if chinese else each.name_en
            self.type.addItem(f"{each.code}  {name}", each.code)
        self.type.setCurrentIndex(self.type.findData(case.opening.case_type))
        label = next((name for name, code in grids.items() if code == case.opening.grid), "")
        self.grid = QLineEdit(label)
        self.grid.setCompleter(QCompleter(list(grids), self))
        self.address = QLineEdit(case.opening.address)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required)"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Type"), self.type)
        form.addRow(self.tr("Grid"), self.grid)
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Reason"), self.reason)
        self.body.addLayout(form)
        for line in (self.title, self.grid, self.address, self.reason):
            line.textChanged.connect(self._enable)
        self.type.currentIndexChanged.connect(self._enable)
        self._enable()
        self.title.setFocus()

    def command(self) -> CorrectCase:
        """What is to be corrected; what is as before stays empty."""
        opening = self._case.opening

        def changed(now: str, before: str) -> str:
            return now if now != before else ""

        return CorrectCase(
            entity=self._case.number,
            version=self._case.version,
            reason=self.reason.text().strip(),
            title=changed(self.title.text().strip(), opening.title),
            case_type=changed(str(self.type.currentData()), opening.case_type),
            grid=changed(self._grids.get(self.grid.text().strip().lower(), ""), opening.grid),
            address=changed(self.address.text().strip(), opening.address),
        )

    def _enable(self) -> None:
        command = self.command()
        changes = command.title or command.case_type or command.grid or command.address
        known = not self.grid.text().strip() or self.grid.text().strip().lower() in self._grids
        right = bool(self.title.text().strip()) and known
        self.accept_button.setEnabled(bool(changes and command.reason and right))

    def accept(self) -> None:
        """Ask for it."""
        if self.accept_button.isEnabled():
            self.asked.emit(self.command())
            super().accept()
