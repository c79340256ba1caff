"""The services of one hub, put together."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.alarm_rules import AlarmRules
from console.domain.bodies import (
    CameraStatus,
    CaseHandedOver,
    CaseProgress,
    Poison,
    Report,
    SensorReading,
    SourceOverflow,
    TaskCheckIn,
    UnitPosition,
    VenuePresence,
    VideoFinding,
)
from console.domain.case_types import CaseTypes
from console.domain.clock_commands import ChangeLimits, SuperviseCase
from console.domain.commands import (
    AddNote,
    AdvanceCase,
    ChangeLevel,
    DispatchCase,
    LinkCamera,
    OpenCase,
    ResubmitEvent,
)
from console.domain.dispatch_commands import (
    AnswerTransfer,
    AskTransfer,
    CallOutside,
    ClaimCase,
    ClearSector,
    CountHeads,
    DispatchUnits,
    DrawSector,
    ListHousehold,
    ReturnUnit,
)
from console.domain.password_rules import MLPS, PasswordRules
from console.domain.response_plan import ResponsePlan
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from console.domain.timekeeper import Timekeeper
from console.services.access import Access
from console.services.alarm_book import AlarmBook
from console.services.alarm_clock import AlarmClock
from console.services.alarm_desk import AlarmDesk
from console.services.alarm_filter import AlarmFilter
from console.services.alarm_orders import AlarmOrders
from console.services.audit_queries import AuditQueries
from console.services.camera_watch import CameraWatch
from console.services.card_watch import CardWatch
from console.services.case_book import CaseBook
from console.services.case_desk import CaseDesk
from console.services.case_moves import CaseMoves
from console.services.case_reports import CaseReports
from console.services.case_ties import CaseTies
from console.services.clock_watch import ClockWatch
from console.services.command_desk import CommandDesk
from console.services.due_watch import DueWatch
from console.services.field_units import FieldUnits
from console.services.handover_desk import HandoverDesk
from console.services.handover_writer import HandoverWriter
from console.services.health import Health, HubInfo
from console.services.intake import IntakeDesk
from console.services.key_register import KeyRegister
from console.services.limit_desk import LimitDesk
from console.services.links import Links
from console.services.message_bus import MessageBus
from console.services.people import People
from console.services.ports import Passwords
from console.services.presence import Presence
from console.services.quarantine_desk import ItemReader, QuarantineDesk, no_reader
from console.services.queries import Queries
from console.services.retention import Retention, Tidying
from console.services.search_desk import SearchDesk
from console.services.sending_desk import SendingDesk
from console.services.shift_queries import shift_queries
from console.services.snapshot import Snapshot
from console.services.store_watch import StoreWatch
from console.services.supervision_desk import SupervisionDesk
from console.services.surroundings import Surroundings
from console.services.task_desk import TaskDesk
from console.services.transfer_desk import TransferDesk
from console.services.unlocking import personal_data
from console.services.watchers import Watchers


class Workshop:
    """Makes every service once and registers the handlers."""

    def __init__(
        self,
        case_types: CaseTypes,
        alarm_rules: AlarmRules,
        timekeeper: Timekeeper,
        passwords: Passwords,
        hub_info: HubInfo,
        source_names: Mapping[str, str],
        retention: Retention,
        read_item: ItemReader = no_reader,
        password_rules: PasswordRules = MLPS,
    ) -> None:
        surroundings = Surroundings(case_types)
        self._units = FieldUnits()
        self.due = DueWatch()
        alarm_book = AlarmBook(alarm_rules)
        filters = AlarmFilter(alarm_book)
        camera_watch = CameraWatch(alarm_rules, alarm_book)
        self._presence = Presence(camera_watch)
        self.alarms = AlarmDesk(case_types, surroundings, alarm_rules, alarm_book, filters)
        self.alarm_clock = AlarmClock(alarm_rules, alarm_book, filters, camera_watch)
        self.clocks = ClockWatch(self.alarms)
        self.cards = CardWatch(timekeeper)
        followers = (self._units.follow, self.due.follow, self.cards.follow)
        book = CaseBook(timekeeper, ResponsePlan(case_types), followers)
        self.supervision = SupervisionDesk(book, self.cards)
        self._limits = LimitDesk(case_types)
        ties = CaseTies(book, self.alarms)
        self._reports = CaseReports(case_types, surroundings, book, ties)
        self._cases = CaseDesk(case_types, surroundings, book, self.alarms, ties)
        self.watchers = Watchers()
        self.transfers = TransferDesk(book, self.watchers)
        self._sending = SendingDesk(book)
        self._search = SearchDesk(book)
        self._tasks = TaskDesk()
        bus = MessageBus()
        self._register_events(bus)
        self._register_commands(bus)
        self._register_fieldwork(bus)
        AlarmOrders(alarm_rules, alarm_book).register(bus)
        CaseMoves(case_types, timekeeper, surroundings, book, ties).register(bus)
        self.links = Links(source_names)
        self.health = Health(hub_info)
        self.access = Access(passwords, password_rules)
        self.people = People(self.access)
        self.people.register(bus)
        self.commands = CommandDesk(bus)
        self.intake = IntakeDesk(bus, self.alarms)
        bus.on_command(ResubmitEvent, QuarantineDesk(self.intake, read_item).resubmit)
        audit = AuditQueries(hub_info.storage)
        handovers = HandoverDesk(HandoverWriter(self.links))
        handovers.register(bus)
        self.queries = Queries(
            self.watchers,
            {
                "personal_data": personal_data,
                "users": self.people.list,
                "audit": audit.page,
                "audit_check": audit.check,
                "audit_export": audit.export,
                **shift_queries(handovers),
            },
        )
        self.snapshot = Snapshot(self.links, self.health, self.watchers, self.transfers)
        self.store = StoreWatch()
        self.tidying = Tidying(retention)
        self.keys = KeyRegister()

    def _register_events(self, bus: MessageBus) -> None:
        bus.on_event(SensorReading, self.alarms.reading)
        bus.on_event(VideoFinding, self.alarms.finding)
        bus.on_event(SourceOverflow, self.alarms.overflow)
        bus.on_event(Poison, self.alarms.poison)
        bus.on_event(UnitPosition, self._units.position)
        bus.on_event(CameraStatus, self._presence.camera)
        bus.on_event(VenuePresence, self._presence.venue)
        bus.on_event(Report, self._reports.report)
        bus.on_event(CaseProgress, self._reports.progress)
        bus.on_event(CaseHandedOver, self._reports.hand_over)
        bus.on_event(TaskCheckIn, self._tasks.reported)

    def _register_commands(self, bus: MessageBus) -> None:
        bus.on_command(OpenCase, self._cases.open)
        bus.on_command(AddNote, self._cases.note)
        bus.on_command(DispatchCase, self._cases.dispatch)
        bus.on_command(AdvanceCase, self._cases.advance)
        bus.on_command(ChangeLevel, self._cases.change_level)
        bus.on_command(LinkCamera, self._cases.link_camera)
        bus.on_command(SuperviseCase, self.supervision.supervise)
        bus.on_command(ChangeLimits, self._limits.change)

    def _register_fieldwork(self, bus: MessageBus) -> None:
        bus.on_command(ClaimCase, self.transfers.claim)
        bus.on_command(AskTransfer, self.transfers.ask)
        bus.on_command(AnswerTransfer, self.transfers.answer)
        bus.on_command(DispatchUnits, self._sending.dispatch)
        bus.on_command(ReturnUnit, self._sending.take_back)
        bus.on_command(CallOutside, self._sending.call)
        bus.on_command(DrawSector, self._search.draw)
        bus.on_command(ClearSector, self._search.clear)
        bus.on_command(ListHousehold, self._search.list_household)
        bus.on_command(CountHeads, self._search.count)
        bus.on_command(CreateTask, self._tasks.create)
        bus.on_command(CheckIn, self._tasks.check_in)
        bus.on_command(RemindTask, self._tasks.remind)
        bus.on_command(CloseTask, self._tasks.close)
