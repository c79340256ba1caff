"""A card's members, every one of them reachable, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.client.alarm_group import AlarmGroup
from console.client.alarm_groups import AlarmGroups
from console.client.listing import SortKey
from console.client.store import Store
from console.domain.alarm import AlarmState
from widgets.alarms.member_list import MemberList
from widgets.common.alarm_words import group_words
from widgets.common.ticker import Ticker
from widgets.i18n.texts import Texts
from widgets.queue.describer import Describer
from widgets.theme import Theme


class GroupView(QWidget):
    """How many there are and how many nobody has seen, over the list of all of them."""

    wanted = Signal(str)
    """The id of an alarm that somebody wants to see."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        ticker: Ticker,
        groups: AlarmGroups,
        pending: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._ticker = ticker
        self._title = QLabel()
        self._title.setObjectName("caseTitle")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._counts = QLabel()
        self._counts.setObjectName("cameraNames")
        self._counts.setWordWrap(True)
        words = Describer(store, pending, ticker.now)
        self.list = MemberList(theme, self._sort_key, words.alarm)
        self.list.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        for label in (self._title, self._counts):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addWidget(self.list, 1)

    def show_group(self, group: AlarmGroup) -> None:
        """Change the card, or bring it up to date."""
        self._title.setText(group_words(group))
        since = Texts.short_clock(group.raised_at, self._ticker.now())
        words = self.tr("{count} alarms · {unseen} to acknowledge · since {time}")
        count, unseen = len(group.members), group.unseen
        self._counts.setText(words.format(count=count, unseen=unseen, time=since))
        self.list.show_keys(group.members)

    def words(self) -> str:
        """Title and counts, for screen readers and tests."""
        return f"{self._title.text()} {self._counts.text()}"

    def _sort_key(self, key: str) -> SortKey | None:
        alarm = self._store.alarms.get(key)
        if alarm is None:
            return None
        seen = alarm.state is AlarmState.ACKNOWLEDGED
        return (seen, alarm.level, -alarm.last_at.timestamp())
