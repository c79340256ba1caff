"""High-water marks of the sources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from console.services.records import SourceMark
from data.schema import gap, source_mark
from data.times import maybe_from_us, maybe_us, to_us

_Key = tuple[str, int]

_UPDATE = (
    update(source_mark)
    .where(source_mark.c.src == bindparam("k_src"), source_mark.c.ep == bindparam("k_ep"))
    .values(
        {
            name: bindparam(name)
            for name in ("acked", "gaps", "duplicates", "quarantined", "seen_at")
        }
    )
)


class SqlSourceMarks:
    """Every mark in memory (a handful of sources), changed ones written at commit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._marks: dict[_Key, SourceMark] | None = None
        self._new: set[_Key] = set()
        self._changed: set[_Key] = set()
        self._gaps: list[dict[str, object]] = []

    def _all(self) -> dict[_Key, SourceMark]:
        if self._marks is None:
            self._marks = {
                (row.src, row.ep): SourceMark(
                    source=row.src,
                    epoch=row.ep,
                    acked=row.acked,
                    gaps=row.gaps,
                    duplicates=row.duplicates,
                    quarantined=row.quarantined,
                    seen_at=maybe_from_us(row.seen_at),
                )
                for row in self._connection.execute(select(source_mark))
            }
        return self._marks

    def get(self, source: str, epoch: int) -> SourceMark | None:
        """The mark of one epoch of a source."""
        return self._all().get((source, epoch))

    def newest(self) -> Mapping[str, SourceMark]:
        """The mark of the newest epoch of every source."""
        found: dict[str, SourceMark] = {}
        for mark in self._all().values():
            known = found.get(mark.source)
            if known is None or known.epoch < mark.epoch:
                found[mark.source] = mark
        return found

    def put(self, mark: SourceMark) -> None:
        """Store a new or changed mark."""
        key = (mark.source, mark.epoch)
        marks = self._all()
        if key not in marks:
            self._new.add(key)
        elif key not in self._new:
            self._changed.add(key)
        marks[key] = mark

    def add_gap(self, source: str, epoch: int, first: int, last: int, at: datetime) -> None:
        """Store that sequences `first`…`last` will never come."""
        self._gaps.append(
            {"src": source, "ep": epoch, "first": first, "last": last, "at": to_us(at)}
        )

    def flush(self) -> None:
        """Write new and changed marks and gaps."""
        marks = self._all() if self._new or self._changed else {}
        if self._new:
            rows = [{**_values(marks[key]), "src": key[0], "ep": key[1]} for key in self._new]
            self._connection.execute(insert(source_mark), rows)
            self._new = set()
        if self._changed:
            rows = [
                {**_values(marks[key]), "k_src": key[0], "k_ep": key[1]} for key in self._changed
            ]
            self._connection.execute(_UPDATE, rows)
            self._changed = set()
        if self._gaps:
            self._connection.execute(insert(gap), self._gaps)
            self._gaps = []

    def clear(self) -> None:
        """Forget every mark."""
        self._marks = None
        self._new, self._changed, self._gaps = set(), set(), []


def _values(mark: SourceMark) -> dict[str, object]:
    return {
        "acked": mark.acked,
        "gaps": mark.gaps,
        "duplicates": mark.duplicates,
        "quarantined": mark.quarantined,
        "seen_at": maybe_us(mark.seen_at),
    }
