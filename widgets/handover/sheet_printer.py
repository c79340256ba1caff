"""A handover on paper or as a PDF file: A4, black on white."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from console.client.store import Store
from console.domain.handover_sheet import HandoverSheet
from widgets.handover.page_colours import PAPER
from widgets.handover.sheet_html import SheetHtml

_MARGINS_MM = QMarginsF(0, 0, 0, 0)
"""Qt leaves 2 cm of the page free around a document by itself."""
_POINTS = 9


class SheetPrinter:
    """Pages are numbered by Qt; the font is the window's, which writes Chinese."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def printer(self) -> QPrinter:
        """A printer set to A4, for a print dialog to choose which."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS_MM,
            QPageLayout.Unit.Millimeter,
        )
        printer.setPageLayout(layout)
        return printer

    def print_on(self, printer: QPrinter, sheet: HandoverSheet) -> None:
        """Print all of a sheet."""
        document = QTextDocument()
        font = QFont(QApplication.font())
        font.setPointSize(_POINTS)
        document.setDefaultFont(font)
        html = SheetHtml(self._store, PAPER).page(sheet, notes=True)
        # On paper sizes are points: the screen's pixels would print as large as a headline.
        document.setHtml(html.replace("20px", "14pt").replace("16px", "11pt"))
        document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, sheet.handover.id)
        document.print_(printer)

    def save(self, path: Path, sheet: HandoverSheet) -> None:
        """Write a PDF file; raises `OSError` where it cannot be written."""
        printer = self.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        path.touch()
        self.print_on(printer, sheet)
