"""Text with a NUL in it, which PostgreSQL does not take and the wire allows."""

from __future__ import annotations

from psycopg import Connection
from psycopg.abc import Buffer
from psycopg.types.string import StrDumper

REPLACEMENT = "\ufffd"


class _TextDumper(StrDumper):
    """Puts the character for what cannot be shown in its place: one item must not stop the rest."""

    def dump(self, obj: str) -> Buffer | None:
        """The text's bytes."""
        return super().dump(obj.replace("\0", REPLACEMENT) if "\0" in obj else obj)


def take_any_text(session: Connection) -> None:
    """Let `session` store any Python string."""
    session.adapters.register_dumper(str, _TextDumper)
