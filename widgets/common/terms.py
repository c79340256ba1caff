"""The words of the domain, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.alarm import AlarmState
from console.domain.card import Card
from console.domain.case import CaseSource, CaseState, Stage
from console.domain.case_log import Action
from console.domain.facts import Kind
from console.domain.sla import ClockKind
from console.domain.unit import UnitKind, UnitStatus
from console.domain.venue import VenueState
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_LEVELS: Mapping[int, str] = {
    1: QT_TRANSLATE_NOOP("Terms", "Level 1"),
    2: QT_TRANSLATE_NOOP("Terms", "Level 2"),
    3: QT_TRANSLATE_NOOP("Terms", "Level 3"),
    4: QT_TRANSLATE_NOOP("Terms", "Level 4"),
}
_CASE_STATES: Mapping[CaseState, str] = {
    CaseState.REPORTED: QT_TRANSLATE_NOOP("Terms", "Reported"),
    CaseState.FILED: QT_TRANSLATE_NOOP("Terms", "Filed"),
    CaseState.DISPATCHED: QT_TRANSLATE_NOOP("Terms", "Dispatched"),
    CaseState.ACCEPTED: QT_TRANSLATE_NOOP("Terms", "Accepted"),
    CaseState.EN_ROUTE: QT_TRANSLATE_NOOP("Terms", "En route"),
    CaseState.ON_SCENE: QT_TRANSLATE_NOOP("Terms", "On scene"),
    CaseState.HANDLING: QT_TRANSLATE_NOOP("Terms", "Handling"),
    CaseState.REPORTED_DONE: QT_TRANSLATE_NOOP("Terms", "Reported done"),
    CaseState.VERIFYING: QT_TRANSLATE_NOOP("Terms", "Verifying"),
    CaseState.CLOSED: QT_TRANSLATE_NOOP("Terms", "Closed"),
    CaseState.REVIEWED: QT_TRANSLATE_NOOP("Terms", "Reviewed"),
    CaseState.REJECTED: QT_TRANSLATE_NOOP("Terms", "Rejected"),
    CaseState.MERGED: QT_TRANSLATE_NOOP("Terms", "Merged"),
    CaseState.VOIDED: QT_TRANSLATE_NOOP("Terms", "Voided"),
}
_ALARM_STATES: Mapping[AlarmState, str] = {
    AlarmState.UNACKNOWLEDGED: QT_TRANSLATE_NOOP("Terms", "Unacknowledged"),
    AlarmState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Terms", "Acknowledged"),
    AlarmState.RETURNED: QT_TRANSLATE_NOOP("Terms", "Returned, not seen"),
    AlarmState.NORMAL: QT_TRANSLATE_NOOP("Terms", "Normal"),
    AlarmState.SHELVED: QT_TRANSLATE_NOOP("Terms", "Shelved"),
    AlarmState.OUT_OF_SERVICE: QT_TRANSLATE_NOOP("Terms", "Out of service"),
}
_STAGES: Mapping[Stage, str] = {
    Stage.FOUND: QT_TRANSLATE_NOOP("Terms", "Found"),
    Stage.CALLED: QT_TRANSLATE_NOOP("Terms", "Called"),
    Stage.RESPONDED: QT_TRANSLATE_NOOP("Terms", "Response"),
    Stage.JOINTLY_HANDLED: QT_TRANSLATE_NOOP("Terms", "Joint work"),
}
_SOURCES: Mapping[CaseSource, str] = {
    CaseSource.GRID_APP: QT_TRANSLATE_NOOP("Terms", "Grid member"),
    CaseSource.RESIDENT: QT_TRANSLATE_NOOP("Terms", "Resident"),
    CaseSource.HOTLINE_12345: QT_TRANSLATE_NOOP("Terms", "Hotline 12345"),
    CaseSource.POLICE_110: QT_TRANSLATE_NOOP("Terms", "Police 110"),
    CaseSource.FIRE_119: QT_TRANSLATE_NOOP("Terms", "Fire 119"),
    CaseSource.MEDICAL_120: QT_TRANSLATE_NOOP("Terms", "Medical 120"),
    CaseSource.VIDEO_PATROL: QT_TRANSLATE_NOOP("Terms", "Video patrol"),
    CaseSource.SENSOR: QT_TRANSLATE_NOOP("Terms", "Sensor"),
    CaseSource.WINDOW: QT_TRANSLATE_NOOP("Terms", "Petition window"),
    CaseSource.DEPARTMENT: QT_TRANSLATE_NOOP("Terms", "From a department"),
}
_ACTIONS: Mapping[Action, str] = {
    Action.REPORTED: QT_TRANSLATE_NOOP("Terms", "Reported"),
    Action.FILED: QT_TRANSLATE_NOOP("Terms", "Filed"),
    Action.REJECTED: QT_TRANSLATE_NOOP("Terms", "Rejected"),
    Action.DISPATCHED: QT_TRANSLATE_NOOP("Terms", "Dispatched"),
    Action.ACCEPTED: QT_TRANSLATE_NOOP("Terms", "Accepted"),
    Action.SET_OUT: QT_TRANSLATE_NOOP("Terms", "Set out"),
    Action.ARRIVED: QT_TRANSLATE_NOOP("Terms", "Arrived"),
    Action.HANDLING: QT_TRANSLATE_NOOP("Terms", "Handling"),
    Action.HANDLED: QT_TRANSLATE_NOOP("Terms", "Handled"),
    Action.CHECKING: QT_TRANSLATE_NOOP("Terms", "Being checked"),
    Action.CLOSED: QT_TRANSLATE_NOOP("Terms", "Closed"),
    Action.REVIEWED: QT_TRANSLATE_NOOP("Terms", "Reviewed"),
    Action.RETURNED: QT_TRANSLATE_NOOP("Terms", "Sent back"),
    Action.REOPENED: QT_TRANSLATE_NOOP("Terms", "Reopened"),
    Action.VOIDED: QT_TRANSLATE_NOOP("Terms", "Voided"),
    Action.MERGED: QT_TRANSLATE_NOOP("Terms", "Merged"),
    Action.SUSPENDED: QT_TRANSLATE_NOOP("Terms", "Suspended"),
    Action.RESUMED: QT_TRANSLATE_NOOP("Terms", "Resumed"),
    Action.SUPERVISED: QT_TRANSLATE_NOOP("Terms", "Supervised"),
    Action.ESCALATED: QT_TRANSLATE_NOOP("Terms", "Escalated"),
    Action.DEESCALATED: QT_TRANSLATE_NOOP("Terms", "De-escalated"),
    Action.NOTED: QT_TRANSLATE_NOOP("Terms", "Note"),
    Action.REPORT_SENT: QT_TRANSLATE_NOOP("Terms", "Report sent"),
    Action.CO_HANDLER_ADDED: QT_TRANSLATE_NOOP("Terms", "Co-handler added"),
    Action.CO_HANDLER_DONE: QT_TRANSLATE_NOOP("Terms", "Co-handler done"),
    Action.CAMERA_LINKED: QT_TRANSLATE_NOOP("Terms", "Camera linked"),
    Action.ALARM_LINKED: QT_TRANSLATE_NOOP("Terms", "Alarm linked"),
    Action.CASE_LINKED: QT_TRANSLATE_NOOP("Terms", "Case linked"),
    Action.SELF_HANDLED: QT_TRANSLATE_NOOP("Terms", "Handled on the spot"),
    Action.SECTOR_ADDED: QT_TRANSLATE_NOOP("Terms", "Sector added"),
    Action.SECTOR_CLEARED: QT_TRANSLATE_NOOP("Terms", "Sector cleared"),
    Action.CLAIMED: QT_TRANSLATE_NOOP("Terms", "Taken on"),
    Action.TRANSFERRED: QT_TRANSLATE_NOOP("Terms", "Taken over"),
    Action.CALL_MADE: QT_TRANSLATE_NOOP("Terms", "Phoned"),
    Action.UNIT_RETURNED: QT_TRANSLATE_NOOP("Terms", "Part sent back"),
    Action.HEAD_LISTED: QT_TRANSLATE_NOOP("Terms", "Head-count list"),
    Action.HEAD_COUNTED: QT_TRANSLATE_NOOP("Terms", "Heads counted"),
    Action.APPROVAL_ASKED: QT_TRANSLATE_NOOP("Terms", "Approval asked for"),
    Action.APPROVAL_REFUSED: QT_TRANSLATE_NOOP("Terms", "Approval refused"),
    Action.EXTENDED: QT_TRANSLATE_NOOP("Terms", "Extended"),
    Action.CO_HANDLER_ACCEPTED: QT_TRANSLATE_NOOP("Terms", "Co-handler accepted"),
    Action.MEMBER_MERGED: QT_TRANSLATE_NOOP("Terms", "Took another case in"),
    Action.CORRECTED: QT_TRANSLATE_NOOP("Terms", "Corrected"),
    Action.ATTACHED: QT_TRANSLATE_NOOP("Terms", "File attached"),
    Action.ITEM_TICKED: QT_TRANSLATE_NOOP("Terms", "Item ticked"),
    Action.CALLED: QT_TRANSLATE_NOOP("Terms", "Notified"),
    Action.RESPONSE_LIFTED: QT_TRANSLATE_NOOP("Terms", "Response lifted"),
    Action.OUTCOME_RECORDED: QT_TRANSLATE_NOOP("Terms", "Outcome entered"),
    Action.REPEAT_FOUND: QT_TRANSLATE_NOOP("Terms", "Repeated complaint"),
}
_STEPS: Mapping[Action, str] = {
    Action.FILED: QT_TRANSLATE_NOOP("Terms", "File"),
    Action.ACCEPTED: QT_TRANSLATE_NOOP("Terms", "Accept"),
    Action.SET_OUT: QT_TRANSLATE_NOOP("Terms", "Set out now"),
    Action.ARRIVED: QT_TRANSLATE_NOOP("Terms", "On scene now"),
    Action.HANDLING: QT_TRANSLATE_NOOP("Terms", "Start handling"),
    Action.HANDLED: QT_TRANSLATE_NOOP("Terms", "Report done"),
    Action.CHECKING: QT_TRANSLATE_NOOP("Terms", "Check"),
    Action.CLOSED: QT_TRANSLATE_NOOP("Terms", "Close case"),
    Action.REVIEWED: QT_TRANSLATE_NOOP("Terms", "Review"),
}
_CLOCKS: Mapping[ClockKind, str] = {
    ClockKind.TAKE_IN: QT_TRANSLATE_NOOP("Terms", "Take in"),
    ClockKind.DISPATCH: QT_TRANSLATE_NOOP("Terms", "Dispatch"),
    ClockKind.ACCEPT: QT_TRANSLATE_NOOP("Terms", "Accept"),
    ClockKind.ON_SCENE: QT_TRANSLATE_NOOP("Terms", "Arrive"),
    ClockKind.FIRST_REPORT: QT_TRANSLATE_NOOP("Terms", "Report"),
    ClockKind.FOLLOW_UP: QT_TRANSLATE_NOOP("Terms", "Follow-up"),
    ClockKind.HANDLED: QT_TRANSLATE_NOOP("Terms", "Handle"),
    ClockKind.VERIFIED: QT_TRANSLATE_NOOP("Terms", "Verify"),
}
_CARDS: Mapping[Card, str] = {
    Card.REMINDER: QT_TRANSLATE_NOOP("Terms", "Reminder"),
    Card.YELLOW: QT_TRANSLATE_NOOP("Terms", "Yellow card"),
    Card.RED: QT_TRANSLATE_NOOP("Terms", "Red card"),
    Card.LIFTED: QT_TRANSLATE_NOOP("Terms", "Card lifted"),
}
_UNIT_KINDS: Mapping[UnitKind, str] = {
    UnitKind.PATROL: QT_TRANSLATE_NOOP("Terms", "Patrol"),
    UnitKind.POLICE: QT_TRANSLATE_NOOP("Terms", "Police"),
    UnitKind.FIRE: QT_TRANSLATE_NOOP("Terms", "Fire service"),
    UnitKind.MEDICAL: QT_TRANSLATE_NOOP("Terms", "Medical"),
    UnitKind.TRAFFIC: QT_TRANSLATE_NOOP("Terms", "Traffic police"),
    UnitKind.CITY_MANAGEMENT: QT_TRANSLATE_NOOP("Terms", "City management"),
    UnitKind.REPAIR: QT_TRANSLATE_NOOP("Terms", "Repair"),
    UnitKind.VOLUNTEERS: QT_TRANSLATE_NOOP("Terms", "Volunteers"),
    UnitKind.DEPARTMENT: QT_TRANSLATE_NOOP("Terms", "Department"),
}
_UNIT_STATUS: Mapping[UnitStatus, str] = {
    UnitStatus.ON_PATROL: QT_TRANSLATE_NOOP("Terms", "On patrol"),
    UnitStatus.EN_ROUTE: QT_TRANSLATE_NOOP("Terms", "En route"),
    UnitStatus.ON_SCENE: QT_TRANSLATE_NOOP("Terms", "On scene"),
    UnitStatus.STANDBY: QT_TRANSLATE_NOOP("Terms", "Standby"),
    UnitStatus.OFF_DUTY: QT_TRANSLATE_NOOP("Terms", "Off duty"),
}
_VENUE_STATES: Mapping[VenueState, str] = {
    VenueState.UNKNOWN: QT_TRANSLATE_NOOP("Terms", "Not heard of"),
    VenueState.ONLINE: QT_TRANSLATE_NOOP("Terms", "Online"),
    VenueState.WEAK: QT_TRANSLATE_NOOP("Terms", "Weak network"),
    VenueState.OFFLINE: QT_TRANSLATE_NOOP("Terms", "Offline"),
    VenueState.RINGING: QT_TRANSLATE_NOOP("Terms", "Ringing"),
    VenueState.IN_CALL: QT_TRANSLATE_NOOP("Terms", "In call"),
}
_KINDS: Mapping[Kind, str] = {
    Kind.STREET: QT_TRANSLATE_NOOP("Terms", "Street"),
    Kind.GRID: QT_TRANSLATE_NOOP("Terms", "Grid"),
    Kind.CAMERA: QT_TRANSLATE_NOOP("Terms", "Camera"),
    Kind.UNIT: QT_TRANSLATE_NOOP("Terms", "Unit"),
    Kind.ALARM: QT_TRANSLATE_NOOP("Terms", "Alarm"),
    Kind.CASE: QT_TRANSLATE_NOOP("Terms", "Case"),
    Kind.VENUE: QT_TRANSLATE_NOOP("Terms", "Venue"),
    Kind.SITE: QT_TRANSLATE_NOOP("Terms", "Site"),
}


class Terms:
    """Domain values as words; every table is complete for its enumeration."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Terms", source)

    @classmethod
    def level(cls, level: int) -> str:
        """Name of a response level."""
        return cls.tr(_LEVELS[level])

    @classmethod
    def case_state(cls, state: CaseState) -> str:
        """Name of a case's state."""
        return cls.tr(_CASE_STATES[state])

    @classmethod
    def alarm_state(cls, state: AlarmState) -> str:
        """Name of an alarm's state."""
        return cls.tr(_ALARM_STATES[state])

    @classmethod
    def stage(cls, stage: Stage) -> str:
        """Name of a stage of the grid mechanism."""
        return cls.tr(_STAGES[stage])

    @classmethod
    def source(cls, source: CaseSource) -> str:
        """Where a case came from."""
        return cls.tr(_SOURCES[source])

    @classmethod
    def action(cls, action: Action) -> str:
        """What has happened to a case."""
        return cls.tr(_ACTIONS[action])

    @classmethod
    def step(cls, action: Action) -> str:
        """What a button does to a case."""
        return cls.tr(_STEPS[action]) if action in _STEPS else cls.action(action)

    @classmethod
    def clock(cls, kind: ClockKind) -> str:
        """Short name of a limit."""
        return cls.tr(_CLOCKS[kind])

    @classmethod
    def card(cls, card: Card) -> str:
        """Name of a supervision card."""
        return cls.tr(_CARDS[card])

    @classmethod
    def unit_kind(cls, kind: UnitKind) -> str:
        """What a unit is for."""
        return cls.tr(_UNIT_KINDS[kind])

    @classmethod
    def unit_status(cls, status: UnitStatus) -> str:
        """What a unit does."""
        return cls.tr(_UNIT_STATUS[status])

    @classmethod
    def venue_state(cls, state: VenueState) -> str:
        """Whether a venue can be called."""
        return cls.tr(_VENUE_STATES[state])

    @classmethod
    def kind(cls, kind: Kind) -> str:
        """Name of a kind of row; the wire's own name where operators never see the kind."""
        return cls.tr(_KINDS[kind]) if kind in _KINDS else kind.value
