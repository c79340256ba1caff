"""Alarms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from console.codec import decode, encode
from console.domain.alarm import Alarm, AlarmState
from data.repositories.open_index import OpenIndex
from data.schema import alarm as table
from data.times import to_us

_UPDATE = (
    update(table)
    .where(table.c.id == bindparam("k_id"))
    .values({name: bindparam(name) for name in ("state", "level", "changed_at", "document")})
)


class SqlAlarms:
    """Open alarms are held in memory, by id and by what they fold; others are read when asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._loaded = False
        self._alarms: dict[str, Alarm] = {}
        self._folds: dict[str, str] = {}
        self._fold_of: dict[str, str] = {}
        self._causes = OpenIndex(lambda alarm: alarm.cause)
        self._groups = OpenIndex(lambda alarm: alarm.group)
        self._new: set[str] = set()
        self._changed: set[str] = set()

    def _load(self) -> None:
        if self._loaded:
            return
        query = select(table.c.fold, table.c.document)
        query = query.where(table.c.state != AlarmState.NORMAL.value).order_by(table.c.raised_at)
        for fold, document in self._connection.execute(query):
            self._keep(decode(document, Alarm), fold)
        self._loaded = True

    def _keep(self, alarm: Alarm, fold: str) -> None:
        self._alarms[alarm.id] = alarm
        self._fold_of[alarm.id] = fold
        self._causes.follow(alarm)
        self._groups.follow(alarm)
        if alarm.open:
            self._folds[fold] = alarm.id
        elif self._folds.get(fold) == alarm.id:
            del self._folds[fold]

    def get(self, alarm_id: str) -> Alarm | None:
        """An alarm by id."""
        self._load()
        if alarm_id not in self._alarms:
            query = select(table.c.fold, table.c.document).where(table.c.id == alarm_id)
            row = self._connection.execute(query).first()
            if row is not None:
                self._keep(decode(row.document, Alarm), row.fold)
        return self._alarms.get(alarm_id)

    def open_with(self, fold: str) -> Alarm | None:
        """The alarm not yet normal that folds repeats of `fold`."""
        self._load()
        alarm_id = self._folds.get(fold)
        return None if alarm_id is None else self._alarms[alarm_id]

    def add(self, alarm: Alarm, fold: str) -> None:
        """Store a new alarm."""
        self._load()
        self._keep(alarm, fold)
        self._new.add(alarm.id)

    def put(self, alarm: Alarm) -> None:
        """Store a changed alarm; it must have been read or added before."""
        self._keep(alarm, self._fold_of[alarm.id])
        if alarm.id not in self._new:
            self._changed.add(alarm.id)

    def all_open(self) -> list[Alarm]:
        """Every alarm that is not normal."""
        self._load()
        return [alarm for alarm in self._alarms.values() if alarm.open]

    def of_cause(self, cause: str) -> Iterator[Alarm]:
        """Open alarms of one cause, the newest first."""
        self._load()
        return (self._alarms[alarm_id] for alarm_id in self._causes.newest(cause))

    def of_group(self, group: str) -> list[Alarm]:
        """Open alarms that a flood folded into one group."""
        self._load()
        return [self._alarms[alarm_id] for alarm_id in self._groups.newest(group)]

    def current(self, normal_since: datetime) -> list[Alarm]:
        """Open alarms and those whose return to normal is not older than `normal_since`."""
        query = select(table.c.document).where(
            or_(
                table.c.state != AlarmState.NORMAL.value,
                table.c.changed_at >= to_us(normal_since),
            )
        )
        query = query.order_by(table.c.raised_at)
        return [decode(document, Alarm) for document in self._connection.execute(query).scalars()]

    def raised_since(self, moment: datetime) -> list[Alarm]:
        """Alarms raised from this moment on, over or not."""
        query = select(table.c.document).where(table.c.raised_at >= to_us(moment))
        query = query.order_by(table.c.raised_at)
        return [decode(document, Alarm) for document in self._connection.execute(query).scalars()]

    def flush(self) -> None:
        """Write new and changed alarms; those that are over leave memory."""
        if self._new:
            rows = [self._new_row(alarm_id) for alarm_id in self._new]
            self._connection.execute(insert(table), rows)
        if self._changed:
            rows = [
                {**_values(self._alarms[alarm_id]), "k_id": alarm_id} for alarm_id in self._changed
            ]
            self._connection.execute(_UPDATE, rows)
        for alarm_id in self._new | self._changed:
            if not self._alarms[alarm_id].open:
                del self._alarms[alarm_id], self._fold_of[alarm_id]
        self._new, self._changed = set(), set()

    def _new_row(self, alarm_id: str) -> dict[str, object]:
        alarm = self._alarms[alarm_id]
        return {
            **_values(alarm),
            "id": alarm.id,
            "fold": self._fold_of[alarm_id],
            "street": alarm.street,
            "raised_at": to_us(alarm.raised_at),
        }

    def clear(self) -> None:
        """Forget every alarm."""
        self._loaded = False
        self._alarms, self._folds, self._fold_of = {}, {}, {}
        self._new, self._changed = set(), set()
        self._causes.clear()
        self._groups.clear()


def _values(alarm: Alarm) -> dict[str, object]:
    changed = max(
        moment
        for moment in (alarm.last_at, alarm.acknowledged_at, alarm.returned_at)
        if moment is not None
    )
    return {
        "state": alarm.state.value,
        "level": alarm.level,
        "changed_at": to_us(changed),
        "document": encode(alarm).decode(),
    }
