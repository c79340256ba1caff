"""Openings and log lines for tests of cases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.domain.case import Case, CaseSource, Opening
from console.domain.case_fold import fold
from console.domain.case_log import Action, LogEntry
from console.domain.event import EventStatus
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal

MONDAY = datetime(2021, 11, 29, 1, 0, tzinfo=UTC)
"""A Monday, 09:00 in China."""

NEEDED = {
    Action.DISPATCHED: {"unit": "patrol-1", "holder": "巡逻1组"},
    Action.ESCALATED: {"level": "1", "reason": "x"},
    Action.DEESCALATED: {"level": "4", "reason": "x"},
    Action.CO_HANDLER_ADDED: {"holder": "交警"},
    Action.CO_HANDLER_DONE: {"holder": "交警"},
    Action.CAMERA_LINKED: {"camera": "c1"},
    Action.ALARM_LINKED: {"alarm": "a1"},
    Action.CASE_LINKED: {"case": "n1"},
    Action.MERGED: {"case": "n1"},
    Action.MEMBER_MERGED: {"case": "n2", "alarms": "a2 a3"},
    Action.VOIDED: {"approved_by": "somebody else"},
    Action.APPROVAL_ASKED: {"action": "suspended"},
    Action.APPROVAL_REFUSED: {"request": "2"},
    Action.CO_HANDLER_ACCEPTED: {"holder": "交警"},
    Action.CORRECTED: {"title": "井盖移位", "lon": "115.0", "lat": "30.2"},
    Action.ATTACHED: {"group": "after", "name": "1.jpg", "sha256": "0" * 64, "size": "9"},
    Action.ITEM_TICKED: {"item": "拨打119"},
    Action.CALLED: {"party": "属地街道", "reached": "1"},
    Action.OUTCOME_RECORDED: {"injured": "1", "dead": "0", "loss_yuan": "20000"},
    Action.REPEAT_FOUND: {"count": "3", "cases": "n3 n4"},
    Action.SECTOR_ADDED: {"sector": "1"},
    Action.SECTOR_CLEARED: {"sector": "1"},
    Action.CLAIMED: {"who": "user:li"},
    Action.TRANSFERRED: {"who": "user:li", "from": ""},
    Action.CALL_MADE: {"holder": "铁路公安", "outcome": "reached"},
    Action.UNIT_RETURNED: {"unit": "patrol-1"},
    Action.HEAD_LISTED: {"line": "h1", "household": "罗某某", "expected": "4"},
    Action.HEAD_COUNTED: {"line": "h1", "found": "3", "elsewhere": "1"},
    Action.SUSPENDED: {"approved_by": "somebody else"},
    Action.EXTENDED: {"approved_by": "somebody else"},
}


def opening(level: int = 4, case_type: str = "Z01") -> Opening:
    return Opening(
        number="XL20211129-0001",
        title="井盖缺失",
        case_type=case_type,
        source=CaseSource.GRID_APP,
        level=level,
        place=None,
        grid="",
        community="",
        street="",
        address="",
        occurred_at=MONDAY,
        description="",
        reporter="",
        contact="",
        status=EventStatus.ACTUAL,
    )


def line(
    action: Action, /, minutes: float = 0, by: str = "李某", note: str = "事由", **args: str
) -> LogEntry:
    at = MONDAY + timedelta(minutes=minutes)
    return LogEntry(0, at, by, "operator", action, note, {**NEEDED.get(action, {}), **args})


PLAN = {
    "checklist": "!拨打119\t值班员\n设置围挡\t城管",
    "calls": "分管副区长\n属地街道",
    "photos": "after",
}
"""What a type and level bring along."""


def begun(timekeeper: Timekeeper, level: int = 4, case_type: str = "Z01", **args: str) -> Case:
    first = LogEntry(1, MONDAY, "王某", "grid_app", Action.REPORTED, "", args)
    return fold(opening(level, case_type), [first], timekeeper)


def taken(case: Case, entry: LogEntry, timekeeper: Timekeeper) -> Case:
    """The case one line on; the line must be legal."""
    assert refusal(case, entry) is None, (case.state, entry.action, refusal(case, entry))
    numbered = LogEntry(
        case.version + 1, entry.at, entry.by, entry.role, entry.action, entry.note, entry.args
    )
    return fold(case.opening, (*case.log, numbered), timekeeper)


def walked(case: Case, timekeeper: Timekeeper, *lines: LogEntry) -> Case:
    for each in lines:
        case = taken(case, each, timekeeper)
    return case
