"""The graded response of a case: its checklist and who must be called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

RESPONSE_LEVEL = 2
"""Levels up to this one open a response: banner, required items, calls."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of a procedure: what is done, by whom, and whether a case may close without it."""

    text: str
    owner: str
    required: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """An item in a case; `done_at` is None until somebody ticked or waived it.

    `waived` is the reason why it was not needed, empty where it was done.
    """

    item: ChecklistItem
    done_at: datetime | None = None
    by: str = ""
    waived: str = ""

    @property
    def done(self) -> bool:
        """Whether nobody has to look after it any more."""
        return self.done_at is not None


@dataclass(frozen=True, slots=True)
class CallLine:
    """Somebody who must be told at this level, when they were called and when reached."""

    party: str
    called_at: datetime | None = None
    reached_at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """Checklist and calls of a case; `lifted` once the response was ended by name."""

    checklist: tuple[CheckLine, ...] = ()
    calls: tuple[CallLine, ...] = ()
    lifted: bool = False


def checklist_text(items: tuple[ChecklistItem, ...]) -> str:
    """Items as one string for a log line: `!` marks required ones, a tab parts off the owner."""
    return "\n".join(f"{'!' if i.required else ''}{i.text}\t{i.owner}" for i in items)


def parse_checklist(text: str) -> tuple[ChecklistItem, ...]:
    """The items of `checklist_text`."""
    found = []
    for line in text.splitlines():
        words, _, owner = line.partition("\t")
        found.append(ChecklistItem(words.removeprefix("!"), owner, words.startswith("!")))
    return tuple(found)
