"""A case on A4 paper: black on white, personal data masked, page numbers."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextDocument,
)

from console.client.store import Store
from console.domain.case import Case
from widgets.common.places import full_place
from widgets.common.terms import Terms
from widgets.fonts import app_font
from widgets.i18n.texts import Texts

MARGIN_MM = 18.0
_FOOT = 28.0
_SIZE_PT = 10.5
_STYLE = (
    "h1 { font-size: 16pt; margin-bottom: 2px; } h2 { font-size: 12pt; margin-top: 14px; } "
    "td { padding: 2px 14px 2px 0; } td.name { color: #555555; }"
)


class CaseSheet:
    """What is printed of a case; the rows of the store are masked, so the paper is."""

    def __init__(self, case: Case, store: Store, printed_by: str, now: datetime) -> None:
        self._case = case
        self._store = store
        self._by = printed_by
        self._now = now

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("CaseSheet", source)

    @staticmethod
    def prepare(device: QPagedPaintDevice) -> None:
        """A4, upright, with margins."""
        device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        device.setPageMargins(margins, QPageLayout.Unit.Millimeter)

    def print_on(self, device: QPagedPaintDevice) -> int:
        """Draw every page; returns how many there are."""
        painter = QPainter(device)
        room = QRectF(painter.viewport())
        scale = device.logicalDpiY() / 72
        painter.scale(scale, scale)
        width, height = room.width() / scale, room.height() / scale - _FOOT
        document = self.document()
        document.setPageSize(QSizeF(width, height))
        pages = document.pageCount()
        for page in range(pages):
            if page:
                device.newPage()
            painter.save()
            painter.translate(0, -page * height)
            document.drawContents(painter, QRectF(0, page * height, width, height))
            painter.restore()
            self._foot(painter, QRectF(0, height + 8, width, _FOOT - 8), page + 1, pages)
        painter.end()
        return pages

    def document(self) -> QTextDocument:
        """The text, in points."""
        document = QTextDocument()
        font = QFont(app_font())
        font.setPixelSize(round(_SIZE_PT))
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(f'<body style="color:#000000">{self._html()}</body>')
        return document

    def _html(self) -> str:
        case = self._case
        drill = "" if case.opening.status.value == "actual" else "[" + self.tr("Exercise") + "] "
        parts = [
            f"<h1>{escape(drill + case.opening.title)}</h1>",
            f"<p>{escape(case.number)} · {Terms.level(case.level)} · "
            f"{Terms.case_state(case.state)}</p>",
            self._table(self._facts()),
            "<h2>" + self.tr("Time limits") + "</h2>",
            self._table([(Terms.clock(one.kind), self._moment(one.due_at)) for one in case.clocks]),
            "<h2>" + self.tr("Case log") + "</h2>",
            self._table(
                [
                    (self._moment(one.at), _line(one.note, one.by, Terms.action(one.action)))
                    for one in case.log
                ]
            ),
        ]
        return "".join(parts)

    def _facts(self) -> list[tuple[str, str]]:
        case, opening = self._case, self._case.opening
        who = " ".join(part for part in (opening.reporter, opening.contact) if part)
        place = full_place(self._store, opening.grid, opening.street, opening.address)
        rows = [
            (self.tr("Place"), place),
            (self.tr("Source"), Terms.source(opening.source)),
            (self.tr("Reported"), self._moment(case.reported_at)),
            (self.tr("Lead"), case.lead),
            (self.tr("Holder"), case.holder),
            (self.tr("Co-handlers"), "、".join(case.co_handlers)),
            (self.tr("Reporter"), who),
            (self.tr("Details"), opening.description),
        ]
        return [(name, value) for name, value in rows if value]

    @staticmethod
    def _table(rows: list[tuple[str, str]]) -> str:
        cells = (
            f'<tr><td class="name">{escape(name)}</td><td>{escape(value)}</td></tr>'
            for name, value in rows
        )
        return f"<table>{''.join(cells)}</table>"

    def _moment(self, at: datetime) -> str:
        local = at.astimezone()
        return f"{local:%Y-%m-%d} {Texts.clock(at)}"

    def origin(self) -> str:
        """What the foot of every page says of where it comes from."""
        return self.tr("{number} · printed {at} by {who} · personal data masked").format(
            number=self._case.number, at=self._moment(self._now), who=self._by
        )

    def _foot(self, painter: QPainter, room: QRectF, page: int, pages: int) -> None:
        font = QFont(app_font())
        font.setPixelSize(8)
        painter.setFont(font)
        painter.setPen(QColor("#555555"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self.origin())
        counted = self.tr("Page {page} of {pages}").format(page=page, pages=pages)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, counted)


def _line(note: str, by: str, action: str) -> str:
    words = f"{action}: {note}" if note else action
    return f"{words} · {by}" if by else words
