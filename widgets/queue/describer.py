"""Alarms and cases as rows of the queue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.client.colleagues import Colleagues
from console.client.deadlines import next_clock
from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case
from console.domain.event import EventStatus
from console.domain.sla import Light
from widgets.common.alarm_texts import AlarmTexts
from widgets.common.alarm_words import alarm_words
from widgets.common.card_words import CardWords
from widgets.common.places import short_place, street_name
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts
from widgets.queue.queue_row import QueueRow

TONES = {Light.GREEN: "ok_text", Light.AMBER: "warn_text", Light.RED: "bad_text"}
_ALARM_TONES = {
    AlarmState.UNACKNOWLEDGED: "bad_text",
    AlarmState.RETURNED: "warn_text",
    AlarmState.ACKNOWLEDGED: "ok_text",
    AlarmState.NORMAL: "muted",
    AlarmState.SHELVED: "muted",
    AlarmState.OUT_OF_SERVICE: "muted",
}


class Describer:
    """Puts rows of the store into words; `pending` says whether a command on a key is open.

    `console` is this console's name: who else has a case open is told, not that oneself has.
    """

    def __init__(
        self, store: Store, pending: Callable[[str], bool], now: Now, console: str = ""
    ) -> None:
        self._store = store
        self._pending = pending
        self._now = now
        self._colleagues = Colleagues(store, console)

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Describer", source)

    def alarm(self, key: str) -> QueueRow:
        """An alarm's row; an empty one where it has just gone."""
        alarm = self._store.alarms.get(key)
        if alarm is None:
            return QueueRow(4, "", "", "", "muted", "")
        pending = self._pending(key)
        title = alarm_words(alarm)
        repeats = f" ×{alarm.count}" if alarm.count > 1 else ""
        return QueueRow(
            level=alarm.level,
            title=title,
            place=self._alarm_place(alarm),
            right=self._state(alarm, pending),
            tone="muted" if pending else _ALARM_TONES[alarm.state],
            who=AlarmTexts.until(alarm, self._now()) or self.ago(alarm.last_at) + repeats,
            pending=pending,
            flashing=alarm.level <= 2 and alarm.state is AlarmState.UNACKNOWLEDGED,
            exercise=alarm.status is not EventStatus.ACTUAL,
        )

    def ago(self, at: datetime) -> str:
        """How long ago something was."""
        return Texts.ago(at, self._now())

    def _alarm_place(self, alarm: Alarm) -> str:
        street = street_name(self._store, alarm.street)
        where = short_place(self._store, alarm.grid) or street or alarm.key
        parts = (where, alarm.case[-4:], alarm.note.text if alarm.note else "")
        return " · ".join(part for part in parts if part)

    def _state(self, alarm: Alarm, pending: bool) -> str:
        if pending:
            return Describer.tr("Sending…")
        return Describer.tr("Muted, not seen") if alarm.mute else Terms.alarm_state(alarm.state)

    def case(self, key: str) -> QueueRow:
        """A case's row; an empty one where it has just gone."""
        case = self._store.cases.get(key)
        if case is None:
            return QueueRow(4, "", "", "", "muted", "")
        pending = self._pending(key)
        right, tone = self._right(case)
        place = short_place(self._store, case.opening.grid)
        return QueueRow(
            level=case.level,
            title=case.opening.title,
            place=" · ".join(part for part in (place, case.number[-4:], *self._held(case)) if part),
            right=Describer.tr("Sending…") if pending else right,
            tone="muted" if pending else tone,
            who=case.holder,
            pending=pending,
            exercise=case.opening.status is not EventStatus.ACTUAL,
        )

    def _held(self, case: Case) -> tuple[str, ...]:
        """Who owns it and how many others have it open."""
        owner = Describer.tr("owner {name}").format(name=case.owner_name) if case.owner else ""
        count = len(self._colleagues.watching(case.number, self._now()))
        return owner, Describer.tr("{count} watching").format(count=count) if count else ""

    def _right(self, case: Case) -> tuple[str, str]:
        """What is due, and before it the card that stands."""
        due, tone = self._countdown(case)
        standing = case.supervision
        if standing is None:
            return due, tone
        return f"{CardWords.short(standing)} · {due}", CardWords.tone(standing)

    def _countdown(self, case: Case) -> tuple[str, str]:
        if case.suspended:
            return Describer.tr("Suspended"), "muted"
        clock = next_clock(case)
        if clock is None:
            return Terms.case_state(case.state), "muted"
        now = self._now()
        left = Texts.countdown(clock.due_at, now)
        tone = TONES[clock.light(now)]
        if clock.due_at < now:
            return left, tone
        return f"{Terms.clock(clock.kind)} {left}", tone
