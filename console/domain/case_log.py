"""The append-only log of a case. A case is nothing but the fold of its log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """What can happen to a case; the names are past participles because they have happened."""

    REPORTED = "reported"
    FILED = "filed"
    REJECTED = "rejected"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    SET_OUT = "set_out"
    ARRIVED = "arrived"
    HANDLING = "handling"
    HANDLED = "handled"
    CHECKING = "checking"
    CLOSED = "closed"
    REVIEWED = "reviewed"
    RETURNED = "returned"
    REOPENED = "reopened"
    VOIDED = "voided"
    MERGED = "merged"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    SUPERVISED = "supervised"
    ESCALATED = "escalated"
    DEESCALATED = "deescalated"
    NOTED = "noted"
    REPORT_SENT = "report_sent"
    CO_HANDLER_ADDED = "co_handler_added"
    CO_HANDLER_DONE = "co_handler_done"
    CAMERA_LINKED = "camera_linked"
    ALARM_LINKED = "alarm_linked"
    CASE_LINKED = "case_linked"
    SELF_HANDLED = "self_handled"
    SECTOR_ADDED = "sector_added"
    SECTOR_CLEARED = "sector_cleared"
    CLAIMED = "claimed"
    TRANSFERRED = "transferred"
    CALL_MADE = "call_made"
    UNIT_RETURNED = "unit_returned"
    HEAD_LISTED = "head_listed"
    HEAD_COUNTED = "head_counted"
    APPROVAL_ASKED = "approval_asked"
    APPROVAL_REFUSED = "approval_refused"
    CO_HANDLER_ACCEPTED = "co_handler_accepted"
    MEMBER_MERGED = "member_merged"
    CORRECTED = "corrected"
    ATTACHED = "attached"
    ITEM_TICKED = "item_ticked"
    CALLED = "called"
    RESPONSE_LIFTED = "response_lifted"
    OUTCOME_RECORDED = "outcome_recorded"
    REPEAT_FOUND = "repeat_found"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a case log.

    `by` is who did it, as shown (masked); `role` their role or source. `args` holds what the action
    needs to be folded: `unit` and `holder` for dispatches, `level` and `reason` for changes of
    level, `camera`, `alarm`, `case`, `sector` for links, `clock` and `until` (RFC 3339) for
    extensions, `card` and `clock` for supervision. Side moves are listed in `side_fold`.
    """

    sequence: int
    at: datetime
    by: str
    role: str
    action: Action
    note: str = ""
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> str:
        """The person behind it: an exact pseudonym where there is one, else the shown name."""
        return self.args.get("who") or self.by
