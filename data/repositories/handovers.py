"""Shift handovers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from console.codec import decode, encode
from console.domain.handover import Handover, HandoverState
from console.domain.handover_sheet import HandoverSheet
from data.schema import handover as table
from data.times import to_us

_UNFINISHED = (HandoverState.OPEN.value, HandoverState.HALF_SIGNED.value)
_ENDED = (HandoverState.SIGNED.value, HandoverState.WITHDRAWN.value)


class SqlHandovers:
    """A few a day; one that both signed or that was withdrawn is never written again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed: dict[str, HandoverSheet] = {}

    def get(self, handover_id: str) -> HandoverSheet | None:
        """A handover by id."""
        return self._changed.get(handover_id) or self._one(
            select(table.c.document).where(table.c.id == handover_id)
        )

    def unfinished(self) -> HandoverSheet | None:
        """The one that is open or half signed."""
        for sheet in self._changed.values():
            if sheet.handover.state.value in _UNFINISHED:
                return sheet
        return self._one(select(table.c.document).where(table.c.state.in_(_UNFINISHED)))

    def last_signed(self) -> HandoverSheet | None:
        """The newest that both leaders signed."""
        query = select(table.c.document).where(table.c.state == HandoverState.SIGNED.value)
        return self._one(query.order_by(table.c.prepared_at.desc(), table.c.id.desc()).limit(1))

    def count(self, prefix: str) -> int:
        """How many ids begin like this."""
        query = select(func.count()).select_from(table).where(table.c.id.startswith(prefix))
        return self._connection.scalar(query) or 0

    def heads(self, skip: int, limit: int) -> Sequence[Handover]:
        """Heads, newest first."""
        query = select(table.c.document).order_by(table.c.prepared_at.desc(), table.c.id.desc())
        rows = self._connection.execute(query.offset(skip).limit(limit)).scalars()
        return [decode(document, HandoverSheet).handover for document in rows]

    def put(self, sheet: HandoverSheet) -> None:
        """Store a new or changed one; raises `ValueError` where it had ended."""
        known = self.get(sheet.handover.id)
        if known is not None and known.handover.state.value in _ENDED:
            raise ValueError(f"{sheet.handover.id} has ended")
        self._changed[sheet.handover.id] = sheet

    def _one(self, query: Select[Any]) -> HandoverSheet | None:
        document = self._connection.scalar(query)
        return None if document is None else decode(document, HandoverSheet)

    def flush(self) -> None:
        """Write new and changed ones."""
        if self._changed:
            self._connection.execute(delete(table).where(table.c.id.in_(self._changed)))
            self._connection.execute(insert(table), [_row(one) for one in self._changed.values()])
            self._changed = {}

    def clear(self) -> None:
        """Forget the unwritten ones."""
        self._changed = {}


def _row(sheet: HandoverSheet) -> dict[str, object]:
    head = sheet.handover
    return {
        "id": head.id,
        "state": head.state.value,
        "prepared_at": to_us(head.prepared_at),
        "document": encode(sheet).decode(),
    }
