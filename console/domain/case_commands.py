"""Commands for the side moves of a case and its response; the rest are in `commands`."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.attachment import PhotoGroup
from console.domain.case_log import Action
from console.domain.geo import LonLat


@dataclass(frozen=True, slots=True)
class RequestApproval:
    """Ask for a step that needs a second person: suspended, extended by `days`, voided."""

    entity: str
    version: int
    action: Action
    reason: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class AnswerApproval:
    """Approve or refuse what was asked for; `request` is the asking line's sequence."""

    entity: str
    request: int
    approve: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AddCoHandler:
    """Ask somebody to do a part; `unit` is a unit id or empty, level 0 means the case's own."""

    entity: str
    holder: str
    unit: str = ""
    task: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class AdvanceCoHandler:
    """A co-handler has accepted its part, or is done with it."""

    entity: str
    holder: str
    done: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class MergeCase:
    """End a case as part of another one, which takes over its alarms and later reports."""

    entity: str
    version: int
    into: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkCase:
    """Tie two cases to each other; each goes its own way."""

    entity: str
    other: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CorrectCase:
    """Correct what a case was opened with; empty fields stay as they are. A reason is required."""

    entity: str
    version: int
    reason: str
    title: str = ""
    case_type: str = ""
    grid: str = ""
    address: str = ""
    place: LonLat | None = None


@dataclass(frozen=True, slots=True)
class TickItem:
    """An item of the checklist is done, or (`waived`) not needed, which takes a reason."""

    entity: str
    item: str
    waived: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class MarkCall:
    """Somebody on the call list was called, and reached or not."""

    entity: str
    party: str
    reached: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttachFile:
    """A file belongs to a case: its name, SHA-256 in hex and size in bytes."""

    entity: str
    group: PhotoGroup
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """People hurt and killed, and the loss in yuan; a later one takes the place of an earlier."""

    entity: str
    injured: int
    dead: int
    loss_yuan: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """Close the book on a case; `satisfaction` is 1–5, or 0 where nobody was asked."""

    entity: str
    version: int
    satisfaction: int
    note: str = ""


CaseCommand = (
    RequestApproval
    | AnswerApproval
    | AddCoHandler
    | AdvanceCoHandler
    | MergeCase
    | LinkCase
    | CorrectCase
    | TickItem
    | MarkCall
    | AttachFile
    | RecordOutcome
    | ReviewCase
)

CASE_COMMANDS: tuple[type[CaseCommand], ...] = (
    RequestApproval,
    AnswerApproval,
    AddCoHandler,
    AdvanceCoHandler,
    MergeCase,
    LinkCase,
    CorrectCase,
    TickItem,
    MarkCall,
    AttachFile,
    RecordOutcome,
    ReviewCase,
)
"""All of them, for the tables of commands."""
