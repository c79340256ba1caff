"""Calls alarms out by sound and, where it is wanted, by voice; never takes the focus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from console.client.annunciation import Annunciation, Call
from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.alarms.speech import Speech
from widgets.common.alarm_words import alarm_words
from widgets.common.terms import Terms
from widgets.common.ticker import Ticker

REPEAT = timedelta(seconds=4)
"""How often it rings while an alarm of level 1 waits to be acknowledged."""
LINK_LEVEL = 2
"""A link that fell silent sounds like an alarm of this level."""


class Annunciator(QObject):
    """Each level has its own sound; level 1 rings until somebody acknowledges or mutes it."""

    def __init__(
        self,
        store: Store,
        ticker: Ticker,
        play: Callable[[int], None],
        speech: Speech,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._ticker = ticker
        self._play = play
        self._speech = speech
        self._calls = Annunciation(store)
        self._last: datetime | None = None
        self.called = 0
        """Calls about new alarms."""
        self.sounded = 0
        """Sounds of every kind, ringing on included."""
        ticker.ticked.connect(self._tick)

    def apply(self, changes: Changes) -> None:
        """Call out what is new in a batch."""
        if changes.reset:
            self._calls.pass_over()
        elif changes.touched(Kind.ALARM):
            keys = changes.upserted.get(Kind.ALARM, frozenset())
            gone = changes.removed.get(Kind.ALARM, frozenset())
            self._call(self._calls.take([*keys, *gone], self._ticker.now()))

    def call(self) -> None:
        """Sound once for something that is no alarm but as urgent: a link that fell silent."""
        now = self._ticker.now()
        if self._last is None or now - self._last >= REPEAT:
            self._sound(LINK_LEVEL, now)

    def _tick(self, now: datetime) -> None:
        self._call(self._calls.tick(now))
        if self._last is not None and now - self._last < REPEAT:
            return
        if any(alarm.level == 1 and alarm.sounding for alarm in self._store.alarms.values()):
            self._sound(1, now)

    def _call(self, call: Call | None) -> None:
        if call is None:
            return
        self.called += 1
        self._sound(call.alarm.level, self._ticker.now())
        self._speech.say(self.words(call))

    def words(self, call: Call) -> str:
        """What is said: level, what, and how many more. Titles hold no personal data."""
        words = f"{Terms.level(call.alarm.level)}, {alarm_words(call.alarm)}"
        if not call.more:
            return words
        return self.tr("{words}, {count} more alarms").format(words=words, count=call.more)

    def _sound(self, level: int, now: datetime) -> None:
        self._last = now
        self.sounded += 1
        self._play(level)
