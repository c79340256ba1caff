"""The part of a case's fold that says who owns it, what was searched, and who was counted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from console.domain.access import Role
from console.domain.case_log import Action, LogEntry
from console.domain.head_line import HeadLine
from console.domain.sector import Sector

_USER = "user:"
_DESK = frozenset({Role.OPERATOR.value, Role.SHIFT_LEADER.value})
_OWNING_DEEDS = frozenset({Action.REPORTED, Action.FILED, Action.DISPATCHED})
"""Whoever at the desk does one of these to a case nobody owns, owns it from then on."""


@dataclass(slots=True)
class Fieldwork:
    """Grows line by line with the log; the lines are legal where they stand."""

    owner: str = ""
    owner_name: str = ""
    sectors: dict[str, Sector] = field(default_factory=dict)
    heads: dict[str, HeadLine] = field(default_factory=dict)

    def apply(self, entry: LogEntry) -> None:
        """Take in one line."""
        if entry.action in _OWNING_DEEDS:
            self._own_by_deed(entry)
        elif entry.action in _HANDLERS:
            _HANDLERS[entry.action](self, entry)

    def _own_by_deed(self, entry: LogEntry) -> None:
        if not self.owner and entry.role in _DESK:
            _owned(self, entry)


def account(entry: LogEntry) -> str:
    """The account behind a line, empty where it was not written at a console."""
    who = entry.args.get("who", "")
    return who.removeprefix(_USER) if who.startswith(_USER) else ""


def _owned(work: Fieldwork, entry: LogEntry) -> None:
    if account(entry):
        work.owner, work.owner_name = account(entry), entry.by


def _sector_added(work: Fieldwork, entry: LogEntry) -> None:
    name, args = entry.args["sector"], entry.args
    grids = tuple(args.get("grids", "").split())
    work.sectors[name] = Sector(name, grids, args.get("unit", ""), args.get("holder", ""))


def _sector_cleared(work: Fieldwork, entry: LogEntry) -> None:
    known = work.sectors[entry.args["sector"]]
    work.sectors[known.name] = replace(known, cleared_at=entry.at, cleared_by=entry.by)


def _head_listed(work: Fieldwork, entry: LogEntry) -> None:
    args = entry.args
    line = HeadLine(
        id=args["line"],
        household=args.get("household", ""),
        place=args.get("place", ""),
        expected=int(args["expected"]),
    )
    work.heads[line.id] = line


def _head_counted(work: Fieldwork, entry: LogEntry) -> None:
    args = entry.args
    work.heads[args["line"]] = replace(
        work.heads[args["line"]],
        found=int(args["found"]),
        elsewhere=int(args.get("elsewhere") or 0),
        counted_at=entry.at,
        counted_by=entry.by,
    )


_HANDLERS = {
    Action.CLAIMED: _owned,
    Action.TRANSFERRED: _owned,
    Action.SECTOR_ADDED: _sector_added,
    Action.SECTOR_CLEARED: _sector_cleared,
    Action.HEAD_LISTED: _head_listed,
    Action.HEAD_COUNTED: _head_counted,
}
