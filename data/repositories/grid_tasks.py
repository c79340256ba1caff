"""One-to-many tasks and the check-ins of the grids."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from console.codec import decode, encode
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from data.schema import grid_check, grid_task
from data.times import maybe_us, to_us

_UPDATE = (
    update(grid_task)
    .where(grid_task.c.id == bindparam("k_id"))
    .values({name: bindparam(name) for name in ("closed_at", "document")})
)


class SqlGridTasks:
    """Tasks and check-ins are read when first asked for and kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tasks: dict[str, GridTask] = {}
        self._checks: dict[str, dict[str, GridCheck]] = {}
        self._new: set[str] = set()
        self._changed: set[str] = set()
        self._new_checks: list[GridCheck] = []

    def get(self, task_id: str) -> GridTask | None:
        """A task by id."""
        if task_id not in self._tasks:
            query = select(grid_task.c.document).where(grid_task.c.id == task_id)
            document = self._connection.scalar(query)
            if document is not None:
                self._tasks[task_id] = decode(document, GridTask)
        return self._tasks.get(task_id)

    def add(self, task: GridTask) -> None:
        """Store a new task."""
        self._tasks[task.id] = task
        self._checks[task.id] = {}
        self._new.add(task.id)

    def put(self, task: GridTask) -> None:
        """Store a changed task."""
        self._tasks[task.id] = task
        if task.id not in self._new:
            self._changed.add(task.id)

    def checks(self, task_id: str) -> Mapping[str, GridCheck]:
        """The check-ins of a task by grid."""
        if task_id not in self._checks:
            query = select(grid_check.c.document).where(grid_check.c.task == task_id)
            query = query.order_by(grid_check.c.received_at, grid_check.c.grid)
            found = (decode(text, GridCheck) for text in self._connection.execute(query).scalars())
            self._checks[task_id] = {check.grid: check for check in found}
        return self._checks[task_id]

    def add_check(self, check: GridCheck) -> None:
        """Store a check-in; the task's check-ins must have been read before."""
        self._checks[check.task][check.grid] = check
        self._new_checks.append(check)

    def next_counter(self, day: date) -> int:
        """The next task counter of a local day, from 1."""
        query = select(func.count()).where(grid_task.c.day == day.isoformat())
        stored = self._connection.scalar(query) or 0
        return stored + len(self._new) + 1

    def current(self, closed_since: datetime) -> list[GridTask]:
        """Open tasks and those that were not closed before `closed_since`."""
        query = select(grid_task.c.id).where(
            or_(grid_task.c.closed_at.is_(None), grid_task.c.closed_at >= to_us(closed_since))
        )
        ids = self._connection.execute(query.order_by(grid_task.c.id)).scalars()
        return [task for task in map(self.get, ids) if task is not None]

    def flush(self) -> None:
        """Write new and changed tasks and new check-ins."""
        if self._new:
            rows = [_new_row(self._tasks[task_id]) for task_id in self._new]
            self._connection.execute(insert(grid_task), rows)
        if self._changed:
            rows = [{**_values(self._tasks[one]), "k_id": one} for one in self._changed]
            self._connection.execute(_UPDATE, rows)
        if self._new_checks:
            rows = [_check_row(check) for check in self._new_checks]
            self._connection.execute(insert(grid_check), rows)
        self._new, self._changed, self._new_checks = set(), set(), []

    def clear(self) -> None:
        """Forget every task."""
        self._tasks, self._checks = {}, {}
        self._new, self._changed, self._new_checks = set(), set(), []


def _values(task: GridTask) -> dict[str, object]:
    return {"closed_at": maybe_us(task.closed_at), "document": encode(task).decode()}


def _new_row(task: GridTask) -> dict[str, object]:
    number = task.id.removeprefix("RW")
    day = date(int(number[:4]), int(number[4:6]), int(number[6:8]))
    return {**_values(task), "id": task.id, "day": day.isoformat(), "due_at": to_us(task.due_at)}


def _check_row(check: GridCheck) -> dict[str, object]:
    return {
        "task": check.task,
        "grid": check.grid,
        "received_at": to_us(check.received_at),
        "document": encode(check).decode(),
    }
