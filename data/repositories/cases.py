"""Cases with their logs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select, update

from console.codec import decode, encode
from console.domain.case import ENDED, Case, Opening
from console.domain.case_fold import fold
from console.domain.case_log import Action, LogEntry
from console.domain.timekeeper import Timekeeper
from data.schema import case_counter, case_file, case_log
from data.times import from_us, to_us

_CHANGING = ("state", "level", "updated_at", "case_type", "street", "grid")
_UPDATE = (
    update(case_file)
    .where(case_file.c.number == bindparam("k_number"))
    .values({name: bindparam(name) for name in _CHANGING})
)
_LOG = (
    select(case_log)
    .where(case_log.c.number.in_(bindparam("numbers", expanding=True)))
    .order_by(case_log.c.number, case_log.c.sequence)
)
_CHUNK = 500
_ENDED = [state.value for state in ENDED]


class SqlCases:
    """Cases by number; a case is folded from its log when first asked for and kept while open."""

    def __init__(self, connection: Connection, timekeeper: Timekeeper) -> None:
        self._connection = connection
        self._timekeeper = timekeeper
        self._cases: dict[str, Case] = {}
        self._references: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._written: dict[str, int] = {}
        self._counters: dict[str, int] = {}
        self._new_counters: set[str] = set()
        self._changed_counters: set[str] = set()

    def get(self, number: str) -> Case | None:
        """A case by number."""
        if number not in self._cases:
            query = select(case_file.c.number, case_file.c.opening)
            self._read(query.where(case_file.c.number == number))
        return self._cases.get(number)

    def by_reference(self, reference: str) -> Case | None:
        """The newest case that came from a report with this reference."""
        number = self._references.get(reference)
        if number is None:
            query = select(case_file.c.number).where(case_file.c.reference == reference)
            query = query.order_by(case_file.c.reported_at.desc()).limit(1)
            number = self._connection.scalar(query)
            if number is None:
                return None
            self._references[reference] = number
        return self.get(number)

    def _read(self, query: Select[tuple[str, str]]) -> list[str]:
        rows = list(self._connection.execute(query))
        missing = [row for row in rows if row.number not in self._cases]
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            logs = self._logs([row.number for row in chunk])
            for row in chunk:
                opening = decode(row.opening, Opening)
                self._cases[row.number] = fold(opening, logs[row.number], self._timekeeper)
        return [row.number for row in rows]

    def _logs(self, numbers: Sequence[str]) -> Mapping[str, list[LogEntry]]:
        logs: dict[str, list[LogEntry]] = {number: [] for number in numbers}
        for row in self._connection.execute(_LOG, {"numbers": list(numbers)}):
            logs[row.number].append(
                LogEntry(
                    sequence=row.sequence,
                    at=from_us(row.at),
                    by=row.by,
                    role=row.role,
                    action=Action(row.action),
                    note=row.note,
                    args=decode(row.args, dict[str, str]),
                )
            )
        return logs

    def add(self, case: Case, reference: str) -> None:
        """Store a new case and its log."""
        self._cases[case.number] = case
        self._new[case.number] = reference
        self._written[case.number] = 0
        if reference:
            self._references[reference] = case.number

    def put(self, case: Case) -> None:
        """Store a changed case and what its log gained; it must have been read or added before."""
        self._written.setdefault(case.number, self._cases[case.number].version)
        self._cases[case.number] = case

    def current(self, ended_since: datetime) -> list[Case]:
        """Open cases and those whose last entry is not older than `ended_since`."""
        query = select(case_file.c.number, case_file.c.opening).where(
            or_(
                case_file.c.state.not_in(_ENDED),
                case_file.c.updated_at >= to_us(ended_since),
            )
        )
        numbers = self._read(query.order_by(case_file.c.reported_at, case_file.c.number))
        return [self._cases[number] for number in numbers]

    def alike(self, case_type: str, grid: str, since: datetime) -> list[Case]:
        """Cases of a type in a grid reported since then, in no order."""
        query = select(case_file.c.number, case_file.c.opening).where(
            case_file.c.grid == grid,
            case_file.c.case_type == case_type,
            case_file.c.reported_at >= to_us(since),
        )
        found = {number: self._cases[number] for number in self._read(query)}
        for number in self._new:
            case = self._cases[number]
            if (case.opening.case_type, case.opening.grid) == (case_type, grid):
                found[number] = case
        return list(found.values())

    def next_counter(self, day: date) -> int:
        """The next case counter of a local day, from 1."""
        name = day.isoformat()
        if name not in self._counters:
            query = select(case_counter.c.last).where(case_counter.c.day == name)
            last = self._connection.scalar(query)
            self._counters[name] = last or 0
            if last is None:
                self._new_counters.add(name)
        self._changed_counters.add(name)
        self._counters[name] += 1
        return self._counters[name]

    def figures(self) -> Mapping[tuple[str, int], int]:
        """Number of cases by (state, level)."""
        columns = (case_file.c.state, case_file.c.level)
        query = select(*columns, func.count()).group_by(*columns)
        return {(state, level): count for state, level, count in self._connection.execute(query)}

    def flush(self) -> None:
        """Write new cases, changed states, new log lines and counters."""
        if not self._written and not self._changed_counters:
            return
        if self._new:
            rows = [_new_row(self._cases[number], ref) for number, ref in self._new.items()]
            self._connection.execute(insert(case_file), rows)
        changed = [number for number in self._written if number not in self._new]
        if changed:
            rows = [{**_values(self._cases[number]), "k_number": number} for number in changed]
            self._connection.execute(_UPDATE, rows)
        lines = [
            _line(number, entry)
            for number, written in self._written.items()
            for entry in self._cases[number].log[written:]
        ]
        if lines:
            self._connection.execute(insert(case_log), lines)
        self._flush_counters()
        self._new, self._written = {}, {}

    def _flush_counters(self) -> None:
        new = [{"day": day, "last": self._counters[day]} for day in self._new_counters]
        if new:
            self._connection.execute(insert(case_counter), new)
        for day in self._changed_counters - self._new_counters:
            change = update(case_counter).where(case_counter.c.day == day)
            self._connection.execute(change.values(last=self._counters[day]))
        self._new_counters, self._changed_counters = set(), set()

    def clear(self) -> None:
        """Forget every case."""
        self._cases, self._references, self._new, self._written = {}, {}, {}, {}
        self._counters, self._new_counters, self._changed_counters = {}, set(), set()


def _values(case: Case) -> dict[str, object]:
    return {
        "state": case.state.value,
        "level": case.level,
        "updated_at": to_us(case.updated_at),
        "case_type": case.opening.case_type,
        "street": case.opening.street,
        "grid": case.opening.grid,
    }


def _new_row(case: Case, reference: str) -> dict[str, object]:
    return {
        **_values(case),
        "number": case.number,
        "reference": reference,
        "reported_at": to_us(case.reported_at),
        "opening": encode(case.opening).decode(),
    }


def _line(number: str, entry: LogEntry) -> dict[str, object]:
    return {
        "number": number,
        "sequence": entry.sequence,
        "at": to_us(entry.at),
        "by": entry.by,
        "role": entry.role,
        "action": entry.action.value,
        "note": entry.note,
        "args": encode(entry.args).decode(),
    }
