"""The keys of the allow-list as last seen."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from console.codec import decode, encode
from console.services.records import AllowedKey
from data.schema import known_key as table


class SqlKnownKeys:
    """A few dozen rows, replaced as a whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._keys: dict[str, AllowedKey] | None = None
        self._replaced = False

    def all(self) -> Mapping[str, AllowedKey]:
        """Keys by their Z85 text."""
        if self._keys is None:
            rows = self._connection.execute(select(table))
            self._keys = {row.key: decode(row.document, AllowedKey) for row in rows}
        return self._keys

    def replace(self, keys: Mapping[str, AllowedKey]) -> None:
        """These are the keys now."""
        if dict(keys) != self.all():
            self._keys = dict(keys)
            self._replaced = True

    def flush(self) -> None:
        """Write them where they changed."""
        if self._replaced:
            self._connection.execute(delete(table))
            if keys := self.all():
                rows = [{"key": key, "document": encode(one).decode()} for key, one in keys.items()]
                self._connection.execute(insert(table), rows)
            self._replaced = False

    def clear(self) -> None:
        """Forget everything: the transaction failed."""
        self._keys = None
        self._replaced = False
