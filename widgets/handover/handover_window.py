"""The shift handover: the sheet, its notes, its signatures, and the ones before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from console.client.outcome import Outcome
from console.client.questions import Answer, Questions
from console.client.seat import Seat
from console.client.store import Changes, Store
from console.codec import decode
from console.domain.facts import Kind
from console.domain.handover import Handover, HandoverState
from console.domain.handover_commands import HANDOVER_COMMANDS, SigningPart
from console.domain.handover_sheet import HandoverSheet
from console.domain.result import ResultCode
from widgets.case.reason_dialog import ReasonDialog
from widgets.common.elided_label import ElidedLabel
from widgets.handover.handover_bar import HandoverBar
from widgets.handover.handover_words import HandoverWords
from widgets.handover.page_colours import PageColours
from widgets.handover.sheet_html import SheetHtml
from widgets.handover.sheet_printer import SheetPrinter
from widgets.handover.sign_dialog import SignDialog
from widgets.notifications.wording import Wording
from widgets.shift_actions import ShiftActions
from widgets.theme import Theme

WIDTH, HEIGHT = 1400, 900
LISTED = 30
NOW = ""
"""Key of the first line: what would be handed over now."""


class HandoverWindow(QDialog):
    """Lies over the main window without stopping it; Esc closes, unsaved notes stay."""

    told = Signal(str, bool)
    """A sentence for a toast, and whether it is bad."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        *,
        actions: ShiftActions,
        questions: Questions,
        me: Seat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shift handover"))
        self.resize(WIDTH, HEIGHT)
        self._store = store
        self._theme = theme
        self._actions = actions
        self._questions = questions
        self._me = me
        self._sheet: HandoverSheet | None = None
        self._saved = ""
        self._turn = 0
        self.list = QListWidget()
        self.page = QTextBrowser()
        self.notes = QPlainTextEdit()
        self.answer = ElidedLabel()
        self.bar = HandoverBar(self._acts())
        self.buttons = self.bar.buttons
        self._arrange()
        self.list.currentItemChanged.connect(lambda _new, _old: self._ask())
        self.notes.textChanged.connect(self._enable)
        theme.changed.connect(self._draw)

    def _arrange(self) -> None:
        title = QLabel(self.tr("Shift handover"))
        title.setObjectName("dialogTitle")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title)
        head.addWidget(self.answer, 1)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        notes_name = QLabel(self.tr("Notes for the next shift"))
        notes_name.setObjectName("panelTitle")
        notes_name.setBuddy(self.notes)
        self.list.setFixedWidth(280)
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Handovers"))
        self.notes.setFixedHeight(110)
        self.notes.setTabChangesFocus(True)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.page, 1)
        right.addWidget(notes_name)
        right.addWidget(self.notes)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "prepare": self._prepare,
            "save": self._save_notes,
            "outgoing": lambda: self._sign(SigningPart.OUTGOING),
            "incoming": lambda: self._sign(SigningPart.INCOMING),
            "withdraw": self._withdraw,
            "print": self._print,
            "pdf": self._save_pdf,
            "close": self.close,
        }

    def open_over(self, window: QWidget) -> None:
        """Show, in the middle of `window` the first time, with the present state of things."""
        if self.parentWidget() is not window:
            self.setParent(window, Qt.WindowType.Dialog)
            room = window.geometry()
            self.resize(min(WIDTH, room.width() - 48), min(HEIGHT, room.height() - 96))
            self.move(room.center() - self.rect().center())
        self.show()
        self.raise_()
        self.activateWindow()
        self.answer.clear()
        self._ask_list()
        self.list.setFocus()

    @property
    def handover(self) -> Handover | None:
        """The head of the sheet shown; None before one came."""
        return self._sheet.handover if self._sheet else None

    def unfinished(self) -> Handover | None:
        """The handover that is open or waits for its second signature."""
        states = (HandoverState.OPEN, HandoverState.HALF_SIGNED)
        known = self._store.handovers.values()
        return next((one for one in known if one.state in states), None)

    def apply(self, changes: Changes) -> None:
        """Follow the store while open."""
        if self.isVisible() and changes.touched(Kind.HANDOVER):
            self._ask_list()

    def settled(self, outcome: Outcome) -> None:
        """Say how a command about handovers ended."""
        if isinstance(outcome.command, HANDOVER_COMMANDS):
            self.answer.setText(Wording.outcome(outcome))
            self._enable()

    def _ask_list(self) -> None:
        self._questions.ask("handovers", {"limit": LISTED}, self._take_list)

    def _take_list(self, answer: Answer) -> None:
        if answer.code is ResultCode.NOT_ALLOWED:
            self.answer.setText(self.tr("Your role does not see handovers."))
            return
        heads = [decode(row, Handover) for row in answer.rows] if answer.ok else []
        kept = self._key()
        unfinished = next((one.id for one in heads if HandoverWords.unfinished(one)), None)
        self.list.blockSignals(True)
        self.list.clear()
        if unfinished is None:
            self._add(NOW, self.tr("Now (not drawn up)"))
        for one in heads:
            self._add(one.id, HandoverWords.line(one))
        keys = [
            self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())
        ]
        wanted = unfinished or (kept if kept in keys else NOW)
        self.list.setCurrentRow(keys.index(wanted) if wanted in keys else 0)
        self.list.blockSignals(False)
        self._ask()

    def _add(self, key: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, key)
        self.list.addItem(item)

    def _key(self) -> str | None:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _ask(self) -> None:
        key = self._key()
        if key is not None:
            self._turn += 1
            turn = self._turn
            self._questions.ask("handover", {"id": key}, lambda answer: self._take(turn, answer))

    def _take(self, turn: int, answer: Answer) -> None:
        if turn != self._turn:
            return
        if not answer.ok or not answer.rows:
            self.answer.setText(self.tr("The hub could not answer. Close this and try again."))
            return
        try:
            self.show_sheet(decode(answer.rows[0], HandoverSheet))
        except msgspec.MsgspecError:
            self.answer.setText(self.tr("The hub could not answer. Close this and try again."))

    def show_sheet(self, sheet: HandoverSheet) -> None:
        """Show a sheet; notes that were not saved stay while it is the same handover."""
        before = self.handover
        edited = self.notes.toPlainText() != self._saved
        same = before is not None and before.id == sheet.handover.id
        self._sheet = sheet
        self._saved = sheet.handover.notes
        if not (same and edited and sheet.handover.state is HandoverState.OPEN):
            self.notes.setPlainText(self._saved)
        self._draw()
        self._enable()

    def _draw(self) -> None:
        if self._sheet is not None:
            place = self.page.verticalScrollBar().value()
            colours = PageColours.on_screen(self._theme)
            self.page.setHtml(SheetHtml(self._store, colours).page(self._sheet, notes=False))
            self.page.verticalScrollBar().setValue(place)

    def _enable(self) -> None:
        head = self.handover
        state = head.state if head and head.id else None
        is_open, half = state is HandoverState.OPEN, state is HandoverState.HALF_SIGNED
        changed = self.notes.toPlainText().strip() != self._saved
        leads = self._actions.leads
        self.notes.setReadOnly(not (is_open and self._actions.notes))
        can = {
            "prepare": leads and (is_open or self.unfinished() is None),
            "save": is_open and changed and self._actions.notes,
            "outgoing": is_open and not changed,
            "incoming": half,
            "withdraw": half and leads,
            "print": head is not None,
            "pdf": head is not None,
        }
        self.bar.allow(can, is_open=is_open, half=half)

    def _prepare(self) -> None:
        head = self.handover
        is_open = head is not None and bool(head.id) and head.state is HandoverState.OPEN
        self._actions.prepare(head if is_open else None)

    def _save_notes(self) -> None:
        if self.handover is not None:
            self._actions.note(self.handover, self.notes.toPlainText().strip())

    def _sign(self, part: SigningPart) -> None:
        head = self.handover
        if head is None:
            return
        leads = self._actions.leads
        dialog = SignDialog(head, part, self._actions.user, self._me.name, leads=leads, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.signed.connect(lambda: self._actions.sign(head, part))
        dialog.countersigned.connect(
            lambda user, password: self._actions.countersign(head, part, user, password)
        )
        dialog.open()

    def _withdraw(self) -> None:
        head = self.handover
        if head is None:
            return
        title = self.tr("Withdraw {id}").format(id=head.id)
        dialog = ReasonDialog(title, self.tr("Withdraw"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._actions.withdraw(head, reason))
        dialog.open()

    def _print(self) -> None:
        if self._sheet is None:
            return
        printing = SheetPrinter(self._store)
        printer = printing.printer()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            printing.print_on(printer, self._sheet)

    def _save_pdf(self) -> None:
        if self._sheet is None:
            return
        name = f"{self._sheet.handover.id or 'handover'}.pdf"
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(Path.home() / name), "PDF (*.pdf)"
        )
        if path:
            self.save_pdf(Path(path))

    def save_pdf(self, path: Path) -> None:
        """Write the sheet shown to a file, or say why not."""
        if self._sheet is None:
            return
        try:
            SheetPrinter(self._store).save(path, self._sheet)
        except OSError as error:
            words = self.tr("{path} cannot be written: {why}. Choose another place.")
            self.answer.setText(words.format(path=path, why=error.strerror))
        else:
            self.answer.setText(self.tr("Saved to {path}").format(path=path))
