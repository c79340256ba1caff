"""Somebody asks this console to take a case over; or how one's own asking goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from console.client.seat import Seat
from console.client.store import Changes, Store
from console.domain.facts import Kind
from console.domain.transfer import Transfer, TransferState
from widgets.common.elided_label import ElidedLabel

_HEIGHT = 44
_BEAT_MS = 250


class TransferBanner(QFrame):
    """Counts down from 15 s; Ctrl+Y accepts, Ctrl+Shift+Y declines. Never takes the focus."""

    answered = Signal(str, bool)
    """Case number, and whether it is taken."""
    shown_case = Signal(str)
    """The case is to be looked at."""
    ended = Signal(str, bool)
    """A sentence about an own offer that is over, and whether that is bad."""
    asked = Signal()
    """A new question came in."""

    def __init__(
        self, store: Store, me: Seat, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transferBanner")
        self.setFixedHeight(_HEIGHT)
        self._store, self._me, self._now = store, me, now
        self._offer: Transfer | None = None
        self._given: set[tuple[str, datetime]] = set()
        self._words = ElidedLabel()
        self._words.setObjectName("transferWords")
        self._left = QLabel()
        self._left.setObjectName("transferLeft")
        self.look = QPushButton(self.tr("Show the case"))
        self.accept_button = QPushButton(self.tr("Take over  Ctrl+Y"))
        self.accept_button.setObjectName("primary")
        self.decline_button = QPushButton(self.tr("Decline  Ctrl+Shift+Y"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self._left)
        row.addWidget(self._words, 1)
        for button in (self.look, self.decline_button, self.accept_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.look.clicked.connect(self._look)
        self.accept_button.clicked.connect(self.accept)
        self.decline_button.clicked.connect(self.decline)
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._count)
        self.hide()

    @property
    def offer(self) -> Transfer | None:
        """The offer shown."""
        return self._offer

    def text(self) -> str:
        """The words shown."""
        return f"{self._left.text()} {self._words.text()}".strip()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if not changes.touched(Kind.TRANSFER):
            return
        for fact in changes.facts:
            if isinstance(fact.row, Transfer) and not changes.reset:
                self._tell_end(fact.row)
        self._show()

    def accept(self) -> None:
        """Take the case that is offered."""
        self._answer(accept=True)

    def decline(self) -> None:
        """Leave it where it is."""
        self._answer(accept=False)

    def _answer(self, *, accept: bool) -> None:
        offer = self._offer
        if offer is not None and offer.to == self._me.user:
            self._given.add((offer.case, offer.asked_at))
            self.answered.emit(offer.case, accept)
            self._show()

    def _look(self) -> None:
        if self._offer is not None:
            self.shown_case.emit(self._offer.case)

    def _show(self) -> None:
        before = self._offer
        self._offer = next(iter(self._waiting()), None)
        if self._offer is None:
            self._beat.stop()
            self.hide()
            return
        mine = self._offer.to == self._me.user
        values = {
            "by": self._offer.by_name,
            "to": self._offer.to_name,
            "number": self._offer.case[-4:],
            "title": self._offer.title,
        }
        words = (
            self.tr("{by} asks you to take over {number} {title}")
            if mine
            else self.tr("Waiting for {to} to take over {number} {title}")
        )
        self._words.setText(words.format(**values))
        self.accept_button.setVisible(mine)
        self.decline_button.setVisible(mine)
        self._count()
        self.show()
        self._beat.start()
        if mine and before != self._offer:
            self.asked.emit()

    def _waiting(self) -> list[Transfer]:
        """Open offers of or to this person; those to answer first."""
        now = self._now()
        found = [
            one
            for one in self._store.transfers.values()
            if one.state is TransferState.ASKED
            and one.until > now
            and self._me.user in (one.by, one.to)
            and (one.case, one.asked_at) not in self._given
        ]
        return sorted(found, key=lambda one: (one.to != self._me.user, one.until))

    def _count(self) -> None:
        if self._offer is None:
            return
        left = (self._offer.until - self._now()).total_seconds()
        if left <= 0:
            self._show()
        else:
            self._left.setText(self.tr("{n} s").format(n=ceil(left)))

    def _tell_end(self, offer: Transfer) -> None:
        if offer.by != self._me.user or offer.state is TransferState.ASKED:
            return
        words = {
            TransferState.ACCEPTED: self.tr("{to} has taken over case {number}"),
            TransferState.DECLINED: self.tr("{to} declined case {number}: it stays where it is"),
            TransferState.TIMED_OUT: self.tr("{to} did not answer: case {number} stays"),
        }[offer.state]
        bad = offer.state is not TransferState.ACCEPTED
        self.ended.emit(words.format(to=offer.to_name, number=offer.case[-4:]), bad)
