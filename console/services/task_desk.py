"""One-to-many tasks: giving them, checking in, reminding, ending them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.access import Actor
from console.domain.bodies import TaskCheckIn
from console.domain.event import Event
from console.domain.facts import Kind
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.masking import mask_person, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from console.domain.working_time import ZONE
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work


class TaskDesk:
    """Handles the task commands and the check-ins that sources send."""

    def create(self, work: Work, actor: Actor, command: CreateTask) -> Done:
        """Give a task to the grids named, or to all of the district."""
        known = work.uow.district.grids()
        grids = tuple(dict.fromkeys(command.grids)) or tuple(known)
        title = mask_text(command.title.strip())
        if not title or command.due_at.tzinfo is None or command.due_at <= work.now or not grids:
            raise Refused(Refusal.INVALID)
        if any(grid not in known for grid in grids):
            raise Refused(Refusal.UNKNOWN_ENTITY)
        day = work.now.astimezone(ZONE).date()
        task = GridTask(
            id=f"RW{day:%Y%m%d}-{work.uow.tasks.next_counter(day):02d}",
            title=title,
            text=mask_text(command.text.strip()),
            grids=grids,
            created_at=work.now,
            created_by=mask_person(actor.name),
            due_at=command.due_at,
        )
        work.uow.tasks.add(task)
        work.tell("TaskCreated", Kind.TASK, task.id, task, task.created_by)
        return Done(task.id, task.version, {"task": task.id})

    def check_in(self, work: Work, actor: Actor, command: CheckIn) -> Done:
        """Somebody at a console checks a grid in."""
        task = self._task(work, command.entity)
        grid = work.uow.district.grids().get(command.grid)
        if grid is None or grid.code not in task.grids:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if not within_reach(actor, grid.street):
            raise Refused(Refusal.OTHER_STREET)
        if grid.code in work.uow.tasks.checks(task.id):
            raise Refused(Refusal.CHECKED_IN)
        self._check(work, task, grid.code, at=work.now, by=actor.name, note=command.note)
        return Done(task.id, task.version)

    def reported(self, work: Work, event: Event, body: TaskCheckIn) -> None:
        """A grid's app checks in; written offline it comes late, and is taken as late."""
        task = work.uow.tasks.get(body.task)
        if task is None or body.grid not in task.grids:
            return
        if body.grid in work.uow.tasks.checks(task.id):
            return
        at = max(task.created_at, min(event.occurred_at, event.received_at))
        self._check(work, task, body.grid, at=at, by=body.by, note=body.note)

    def _check(
        self, work: Work, task: GridTask, code: str, *, at: datetime, by: str, note: str
    ) -> None:
        grid = work.uow.district.grids().get(code)
        check = GridCheck(
            task=task.id,
            grid=code,
            street=grid.street if grid else "",
            at=at,
            received_at=work.now,
            by=mask_person(by),
            note=mask_text(note.strip(), (by,)),
            late=work.now > task.due_at or not task.open,
        )
        work.uow.tasks.add_check(check)
        work.tell("GridCheckedIn", Kind.CHECK, check.key, check, check.by)

    def remind(self, work: Work, actor: Actor, command: RemindTask) -> Done:
        """Remind whoever is missing; the consoles of their streets say so aloud."""
        task = self._open(work, command.entity, command.version)
        if not set(task.grids) - set(work.uow.tasks.checks(task.id)):
            raise Refused(Refusal.CHECKED_IN)
        by = mask_person(actor.name)
        changed = replace(
            task,
            version=task.version + 1,
            reminders=task.reminders + 1,
            reminded_at=work.now,
            reminded_by=by,
        )
        return self._put(work, "TaskReminded", changed, by)

    def close(self, work: Work, actor: Actor, command: CloseTask) -> Done:
        """End a task; the grids that are missing stay on record as missing."""
        task = self._open(work, command.entity, command.version)
        by = mask_person(actor.name)
        changed = replace(task, version=task.version + 1, closed_at=work.now, closed_by=by)
        return self._put(work, "TaskClosed", changed, by)

    @staticmethod
    def _put(work: Work, name: str, task: GridTask, by: str) -> Done:
        work.uow.tasks.put(task)
        work.tell(name, Kind.TASK, task.id, task, by)
        return Done(task.id, task.version)

    @staticmethod
    def _task(work: Work, task_id: str) -> GridTask:
        task = work.uow.tasks.get(task_id)
        if task is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        return task

    def _open(self, work: Work, task_id: str, version: int) -> GridTask:
        task = self._task(work, task_id)
        if not task.open:
            raise Refused(Refusal.TASK_CLOSED)
        if task.version != version:
            raise Refused(Refusal.VERSION_CONFLICT)
        return task
