"""Ctrl+P: the case that is shown goes to a printer or into a PDF."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from console.client.seat import Seat
from console.client.store import Store
from widgets.case.case_panel import CasePanel
from widgets.case.case_sheet import CaseSheet
from widgets.common.ticker import Now
from widgets.key_table import KeyTable


class CasePrinting(QObject):
    """Asks for the printer, then draws; the dialog offers PDF files as well."""

    def __init__(
        self, store: Store, case: CasePanel, seat: Seat, now: Now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._case = case
        self._seat = seat
        self._now = now

    def list_keys(self, keys: KeyTable) -> None:
        """Put the key into the table."""
        keys.add("case.print", "Ctrl+P", self.tr("Print the case (masked)"), self.ask)

    def sheet(self) -> CaseSheet | None:
        """What would be printed; None where no case is shown."""
        case = self._store.cases.get(self._case.case_number())
        return CaseSheet(case, self._store, self._seat.name, self._now()) if case else None

    def ask(self) -> None:
        """Ask where to print; nothing happens where no case is shown."""
        sheet = self.sheet()
        if sheet is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        CaseSheet.prepare(printer)
        over: QWidget = self._case.window()
        dialog = QPrintDialog(printer, over)
        if dialog.exec():
            sheet.print_on(printer)
        dialog.deleteLater()
