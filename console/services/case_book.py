"""The book of cases: beginning one, and adding a line to its log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from console.domain.access import Actor
from console.domain.case import Case, Opening
from console.domain.case_fold import as_row, fold
from console.domain.case_log import Action, LogEntry
from console.domain.facts import Kind
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.domain.response_plan import ResponsePlan
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal
from console.domain.working_time import ZONE
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

Follower = Callable[[Work, Case, LogEntry], None]
"""Told of every new line, after the case's own fact."""

_DEFAULT_PREFIX = "WG"
_LEVEL_CHANGES = frozenset({Action.ESCALATED, Action.DEESCALATED})
_THE_CENTRES = frozenset(
    {Action.MERGED, Action.MEMBER_MERGED, Action.APPROVAL_REFUSED, Action.CORRECTED}
    | {Action.REPEAT_FOUND, Action.RESPONSE_LIFTED, Action.REVIEWED}
)
"""Steps that nobody outside the centre can take."""


class CaseBook:
    """Every case goes through here, whoever wrote the line."""

    def __init__(
        self, timekeeper: Timekeeper, plan: ResponsePlan, followers: Sequence[Follower]
    ) -> None:
        self._timekeeper = timekeeper
        self._plan = plan
        self._followers = tuple(followers)

    def next_number(self, work: Work, reported_at: datetime) -> str:
        """Prefix, local date and a counter of that day: XL20211128-0012."""
        info = work.uow.district.info()
        day = reported_at.astimezone(ZONE).date()
        counter = work.uow.cases.next_counter(day)
        prefix = info.case_prefix if info else _DEFAULT_PREFIX
        return f"{prefix}{day:%Y%m%d}-{counter:04d}"

    def begin(
        self,
        work: Work,
        opening: Opening,
        log: Sequence[LogEntry],
        reference: str,
        name: str = "CaseReported",
    ) -> Case:
        """Store a new case whose log is `log`; its fact is called `name`."""
        case = fold(opening, log, self._timekeeper)
        work.uow.cases.add(case, reference)
        work.tell(name, Kind.CASE, case.number, as_row(case), log[-1].by)
        self._tell_followers(work, case, log[-1])
        return case

    def drafted(self, opening: Opening, first: LogEntry) -> Case:
        """A case that is not stored yet, to be extended before `begin`."""
        return fold(opening, [first], self._timekeeper)

    def extended(self, case: Case, entry: LogEntry) -> Case:
        """The case with one more legal line; raises `Refused` where it is not legal."""
        entry = replace(entry, sequence=case.version + 1)
        no = refusal(case, entry)
        if no is not None:
            raise Refused(no)
        return fold(case.opening, (*case.log, self._planned(case, entry)), self._timekeeper)

    def begins_with(self, opening: Opening) -> dict[str, str]:
        """What type and level of a new case bring along, for its first line."""
        return self._plan.for_opening(opening)

    def _planned(self, case: Case, entry: LogEntry) -> LogEntry:
        """The line with what a new level or another type brings along."""
        code, level = entry.args.get("case_type", case.opening.case_type), case.level
        args = dict(entry.args)
        if entry.action in _LEVEL_CHANGES:
            args |= self._plan.for_level(code, int(args["level"]))
        elif entry.action is Action.CORRECTED and "case_type" in args:
            args |= self._plan.for_type(code) | self._plan.for_level(code, level)
        else:
            return entry
        return replace(entry, args=args)

    def noting_refused(self, case: Case, entry: LogEntry) -> Case:
        """The case with `entry`, or with a note of it where it cannot be taken as it is.

        What a source reports is never dropped in silence.
        """
        try:
            if entry.action in _THE_CENTRES:
                raise Refused(Refusal.NOT_ALLOWED)
            return self.extended(case, entry)
        except Refused as no:
            args = {**entry.args, "refused": entry.action.value, "why": no.refusal.value}
            return self.extended(case, replace(entry, action=Action.NOTED, args=args))

    def store(self, work: Work, case: Case) -> Case:
        """Store a case that gained a line, tell the consoles and the followers."""
        entry = case.log[-1]
        work.uow.cases.put(case)
        work.tell(fact_name(entry.action), Kind.CASE, case.number, as_row(case), entry.by)
        self._tell_followers(work, case, entry)
        return case

    def _tell_followers(self, work: Work, case: Case, entry: LogEntry) -> None:
        for follower in self._followers:
            follower(work, case, entry)

    @staticmethod
    def standing_for(work: Work, case: Case) -> Case:
        """The case that goes on for a merged one: what is reported of it belongs there."""
        while case.merged_into:
            parent = work.uow.cases.get(case.merged_into)
            if parent is None:
                break
            case = parent
        return case

    def find(self, work: Work, number: str, version: int | None = None) -> Case:
        """The case to change; raises `Refused` where it is gone or has changed since `version`."""
        case = work.uow.cases.get(number)
        if case is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if version is not None and case.version != version:
            raise Refused(Refusal.VERSION_CONFLICT)
        return case

    def reach(self, work: Work, actor: Actor, number: str, version: int | None = None) -> Case:
        """The case an actor wants to change; also refused where it is another street's."""
        case = self.find(work, number)
        if not within_reach(actor, case.opening.street):
            raise Refused(Refusal.OTHER_STREET)
        return self.find(work, number, version)

    def write(self, work: Work, case: Case, entry: LogEntry) -> Done:
        """Add one line that somebody at a console wrote."""
        changed = self.store(work, self.extended(case, entry))
        return Done(changed.number, changed.version)

    def check_all(self, case: Case, entries: Sequence[LogEntry]) -> None:
        """Raises `Refused` where one of these lines, each after the last, is not legal."""
        for entry in entries:
            case = self.extended(case, entry)


def fact_name(action: Action) -> str:
    """`set_out` becomes CaseSetOut."""
    return "Case" + "".join(part.capitalize() for part in action.value.split("_"))
