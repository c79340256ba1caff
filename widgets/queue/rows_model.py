"""A list model that follows the store row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from widgets.common.row_drag import CASE_MIME, row_mime
from widgets.queue.queue_row import QueueRow

Index = QModelIndex | QPersistentModelIndex

KEY_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
MANY = 500
"""From so many changed rows on, starting over costs less than single steps."""
_TOP = QModelIndex()


class Listed(Protocol):
    """Keys in order, as `Listing` and `CaseListing` keep them."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> str: ...

    def index_of(self, key: str) -> int:
        """The row of `key`, -1 where it is not listed."""

    def rebuild(self) -> None:
        """Start over."""

    def place(self, key: str) -> tuple[int, int]:
        """Rows of `key` before and after its change."""

    def remove(self, key: str) -> None:
        """Take `key` out."""

    def insert(self, key: str) -> None:
        """Put `key` in."""


class RowsModel(QAbstractListModel):
    """The keys of a listing, described by `describe`, which is asked for painted rows only.

    A model that was told to `wait` follows nothing until it is rebuilt, when it is shown.
    """

    def __init__(
        self,
        listing: Listed,
        describe: Callable[[str], QueueRow],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._listing = listing
        self._describe = describe
        self.waiting = False

    def rowCount(self, parent: Index = _TOP) -> int:
        """Number of listed rows."""
        return 0 if parent.isValid() else len(self._listing)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, the key, or the whole description of a row."""
        if not index.isValid() or not 0 <= index.row() < len(self._listing):
            return None
        key = self._listing[index.row()]
        if role == KEY_ROLE:
            return key
        if role == ROW_ROLE:
            return self._describe(key)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(key).spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged onto a unit on the map."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """What a dragged row is."""
        return [CASE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The key of the dragged row."""
        return row_mime(CASE_MIME, str(indexes[0].data(KEY_ROLE)) if indexes else "")

    def index_of(self, key: str) -> QModelIndex:
        """The index of `key`, invalid where it is not listed."""
        row = self._listing.index_of(key)
        return self.index(row) if row >= 0 else QModelIndex()

    def keys(self) -> list[str]:
        """All listed keys."""
        return [self._listing[row] for row in range(len(self._listing))]

    def rebuild(self) -> None:
        """Start over: after a snapshot, another filter or another order."""
        self.waiting = False
        self.beginResetModel()
        self._listing.rebuild()
        self.endResetModel()

    def wait(self) -> None:
        """What is listed no longer holds, and nobody looks at it."""
        self.waiting = True

    def update(self, keys: Iterable[str]) -> None:
        """Follow changed, new and removed rows."""
        changed = list(keys)
        if self.waiting:
            return
        if len(changed) > MANY:
            self.rebuild()
            return
        for key in changed:
            self._follow(key)

    def _follow(self, key: str) -> None:
        before, after = self._listing.place(key)
        if before == after == -1:
            return
        if after == -1:
            self.beginRemoveRows(_TOP, before, before)
            self._listing.remove(key)
            self.endRemoveRows()
        elif before == -1:
            self.beginInsertRows(_TOP, after, after)
            self._listing.insert(key)
            self.endInsertRows()
        else:
            self._move(key, before, after)

    def _move(self, key: str, before: int, after: int) -> None:
        moves = before != after
        if moves:
            self.beginMoveRows(_TOP, before, before, _TOP, after + 1 if after > before else after)
        self._listing.remove(key)
        self._listing.insert(key)
        if moves:
            self.endMoveRows()
        index = self.index(after)
        self.dataChanged.emit(index, index)
