"""The events the hub refused, page by page, and taking them in after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.client.outcome import Outcome
from console.client.put_aside import PutAside, put_aside
from console.client.questions import Answer, Questions
from console.client.store import Store
from console.domain.commands import ResubmitEvent
from console.domain.result import ResultCode
from widgets.actions import Actions
from widgets.common.elided_label import ElidedLabel
from widgets.common.ticker import Now
from widgets.links.put_aside_lines import (
    AT,
    CODE,
    DIGEST,
    NUMBER,
    SIZE,
    SOURCE,
    STATE,
    TYPE,
    PutAsideLines,
)
from widgets.links.table_model import TableModel
from widgets.links.table_view import TableView
from widgets.notifications.wording import Wording
from widgets.theme import Theme

PAGE = 50
_WIDTHS = {AT: 124, SOURCE: 140, NUMBER: 104, TYPE: 150, SIZE: 76, DIGEST: 124, STATE: 210}


class QuarantineView(QWidget):
    """Asks the hub for a page when it is opened; nothing of it is kept up to date unasked."""

    shown = Signal()
    """A page, or why there is none, was put on the screen."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        now: Now,
        *,
        questions: Questions,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self._questions = questions
        self._actions = actions
        self._records: list[PutAside] = []
        self._before = [0]
        self._asked = 0
        self.model = TableModel(PutAsideLines.headers(), theme, frozenset({NUMBER, SIZE}), self)
        self.table = TableView(self.model, theme, CODE)
        self.table.set_widths(_WIDTHS)
        self.newer = QPushButton(self.tr("Newer"))
        self.older = QPushButton(self.tr("Older"))
        self.again = QPushButton(self.tr("Submit again"))
        self.again.setObjectName("primary")
        self.answer = ElidedLabel()
        self._arrange()
        self.newer.clicked.connect(self._go_newer)
        self.older.clicked.connect(self._go_older)
        self.again.clicked.connect(self._resubmit)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        actions.settled.connect(self._settled)
        actions.pending_changed.connect(self._refresh)
        self._enable()

    def _arrange(self) -> None:
        title = QLabel(self.tr("Refused events"))
        title.setObjectName("panelTitle")
        hint = ElidedLabel(
            self.tr("What was refused is kept without being acted on; its content is not shown.")
        )
        hint.setObjectName("hint")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(hint, 1)
        low = QHBoxLayout()
        low.setSpacing(8)
        for button in (self.newer, self.older, self.again):
            button.setAutoDefault(False)
        low.addWidget(self.newer)
        low.addWidget(self.older)
        low.addWidget(self.answer, 1)
        low.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(low)

    def open(self) -> None:
        """Begin with the newest page."""
        self._before = [0]
        self.answer.clear()
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        turn = self._asked
        if not self._records:
            self.table.say_when_empty(self.tr("Waiting for the hub…"))
        page = {"limit": PAGE, "before": self._before[-1]}
        self._questions.ask("quarantine", page, lambda answer: self._take(turn, answer))

    def _take(self, turn: int, answer: Answer) -> None:
        if turn != self._asked:
            return
        self._records = put_aside(answer.rows)
        words = self.tr("Nothing was refused.")
        if answer.code is ResultCode.NOT_ALLOWED:
            words = self.tr("Shift leaders, administrators and auditors see the refused events.")
        elif not answer.ok:
            words = self.tr("The hub could not answer. Close this and try again.")
        self.table.say_when_empty(words)
        self._refresh()
        self.shown.emit()

    def _refresh(self) -> None:
        kept = self.table.current_key()
        pending = {
            one.number for one in self._records if self._actions.is_resubmitting(str(one.number))
        }
        lines = PutAsideLines.of(self._records, pending, self._store, self._now())
        self.model.show_lines(lines)
        keys = [line.key for line in lines]
        if kept in keys:
            self.table.setCurrentIndex(self.model.index(keys.index(kept), 0))
        self._enable()

    def _enable(self) -> None:
        record = self._chosen()
        ready = record is not None and record.mendable
        waits = record is not None and self._actions.is_resubmitting(str(record.number))
        self.again.setEnabled(ready and not waits)
        self.newer.setEnabled(len(self._before) > 1)
        self.older.setEnabled(len(self._records) == PAGE)

    def _chosen(self) -> PutAside | None:
        key = self.table.current_key()
        return next((one for one in self._records if str(one.number) == key), None)

    def _go_older(self) -> None:
        self._before.append(self._records[-1].number)
        self._ask()

    def _go_newer(self) -> None:
        self._before.pop()
        self._ask()

    def _resubmit(self) -> None:
        record = self._chosen()
        if record is not None and record.mendable:
            self.answer.clear()
            self._actions.resubmit(str(record.number))

    def _settled(self, outcome: Outcome) -> None:
        if isinstance(outcome.command, ResubmitEvent):
            self.answer.setText(Wording.outcome(outcome))
            if self.isVisible():
                self._ask()
