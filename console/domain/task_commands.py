"""Commands about one-to-many tasks over grids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CreateTask:
    """Give one task to many grids; no `grids` means all of them. The hub numbers it."""

    title: str
    text: str
    due_at: datetime
    grids: tuple[str, ...] = ()
    entity: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A grid has done its part of the task `entity`."""

    entity: str
    grid: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RemindTask:
    """Remind whoever has not checked in. `version` is the one this was decided on."""

    entity: str
    version: int


@dataclass(frozen=True, slots=True)
class CloseTask:
    """Stop waiting for the grids that are missing."""

    entity: str
    version: int
