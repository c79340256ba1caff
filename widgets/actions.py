"""What an operator can do, one method each: the command goes to the hub, the answer comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from console.client.seat import Seat
from console.client.session import Session
from console.client.store import Store
from console.client.waiting import Waiting
from console.domain.access import Actor
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    LinkCamera,
    OpenCase,
    ResubmitEvent,
)
from console.domain.result import CommandResult
from widgets.common.alarm_words import alarm_words
from widgets.common.places import full_place

_TO_SEE = (AlarmState.UNACKNOWLEDGED, AlarmState.RETURNED)


class Actions(QObject):
    """Turns what was asked for into commands; says when something is pending or answered."""

    pending_changed = Signal(str)
    """Carries the alarm id or case number; empty where there is none yet."""
    settled = Signal(object)
    """Carries an `Outcome`."""

    def __init__(
        self, store: Store, session: Session, me: Actor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._session = session
        self.me = Seat(me)

    def is_pending(self, entity: str) -> bool:
        """Whether a command on this alarm or case waits for its answer."""
        return self._session.is_pending(entity)

    def settle(self, result: CommandResult) -> None:
        """Take in the hub's answer."""
        outcome = self._session.settle(result)
        if outcome is not None:
            command = outcome.command
            entity = command.alarm if isinstance(command, OpenCase) else command.entity
            self.pending_changed.emit(entity)
            self.settled.emit(outcome)

    def waiting(self) -> list[Waiting]:
        """What the hub has not answered yet, the oldest first."""
        return self._session.waiting()

    def take_back(self, cmd_id: str) -> None:
        """Ask for a command back that was not sent yet."""
        self._session.withdraw(cmd_id)

    def acknowledge(self, alarm_id: str) -> bool:
        """Take notice of an alarm; False where somebody has or it is on its way."""
        alarm = self._store.alarms.get(alarm_id)
        if alarm is None or alarm.state not in _TO_SEE:
            return False
        return self.give(AcknowledgeAlarm(alarm.id, alarm.version), alarm.id)

    def open_case_from(self, alarm_id: str) -> bool:
        """Open a case with what the alarm knows; False where it has one."""
        alarm = self._store.alarms.get(alarm_id)
        if alarm is None or alarm.case:
            return False
        return self.give(self._case_of(alarm), alarm.id)

    def create_case(self, command: OpenCase) -> bool:
        """Open a case from nothing."""
        return self.give(command, "")

    def note(self, number: str, text: str) -> bool:
        """Write a line into a case's log."""
        words = text.strip()
        return bool(words) and self.give(AddNote(number, words), number)

    def advance(self, number: str, action: Action, note: str = "") -> bool:
        """Take the next step of a case's life cycle."""
        case = self._store.cases.get(number)
        if case is None:
            return False
        return self.give(AdvanceCase(number, case.version, action, note), number)

    def change_level(self, number: str, level: int, reason: str) -> bool:
        """Raise or lower the response level of a case."""
        case = self._store.cases.get(number)
        if case is None:
            return False
        return self.give(ChangeLevel(number, case.version, level, reason), number)

    def link_camera(self, number: str, camera: str) -> bool:
        """Tie a camera to a case."""
        return self.give(LinkCamera(number, camera), number)

    def resubmit(self, record: str) -> bool:
        """Have a refused event taken in after all; `record` is its number in the quarantine."""
        return self.give(ResubmitEvent(record), record)

    def is_resubmitting(self, record: str) -> bool:
        """Whether that waits for its answer."""
        return ResubmitEvent(record) in self._session.pending.values()

    def give(self, command: Command, entity: str) -> bool:
        """Give a command about `entity`; False where it is on its way already."""
        if self._session.submit(command) is None:
            return False
        self.pending_changed.emit(entity)
        return True

    def countersign(self, command: Command, entity: str, user: str, password: str) -> bool:
        """Have somebody else give a command here, who signs in for it alone."""
        if self._session.countersign(command, user, password) is None:
            return False
        self.pending_changed.emit(entity)
        return True

    def _case_of(self, alarm: Alarm) -> OpenCase:
        seen = alarm.type.startswith("video")
        return OpenCase(
            title=alarm_words(alarm),
            case_type=alarm.case_type,
            level=alarm.level,
            source=CaseSource.VIDEO_PATROL if seen else CaseSource.SENSOR,
            place=alarm.place,
            grid=alarm.grid,
            address=full_place(self._store, alarm.grid, alarm.street),
            description="",
            reporter="",
            contact="",
            alarm=alarm.id,
        )
