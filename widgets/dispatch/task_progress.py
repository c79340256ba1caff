"""How far a one-to-many task has got, seen from one console."""

from __future__ import annotations

from dataclasses import dataclass

from console.client.store import Store
from console.domain.area import Grid
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """The grids of a task, by number, with their check-ins; `street` limits them to one."""

    task: GridTask
    grids: tuple[Grid, ...]
    checks: tuple[GridCheck, ...]

    @classmethod
    def of(cls, store: Store, task: GridTask, street: str = "") -> TaskProgress:
        """What the store knows of a task."""
        known = (store.grids[code] for code in task.grids if code in store.grids)
        grids = [grid for grid in known if not street or grid.street == street]
        found = (store.checks.get(f"{task.id}/{grid.code}") for grid in grids)
        return cls(
            task,
            tuple(sorted(grids, key=lambda grid: grid.number)),
            tuple(check for check in found if check is not None),
        )

    @property
    def missing(self) -> tuple[Grid, ...]:
        """The grids that have not checked in."""
        done = {check.grid for check in self.checks}
        return tuple(grid for grid in self.grids if grid.code not in done)

    @property
    def late(self) -> int:
        """How many came late."""
        return sum(check.late for check in self.checks)
