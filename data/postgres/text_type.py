"""Strings of every declared length are TEXT there: SQLite does not count letters either.

A length that only one engine enforces would be a fault that only a shared site meets.
"""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles


def use_text() -> None:
    """From now on a string column is TEXT on PostgreSQL; harmless when done twice."""
    compiles(String, "postgresql")(_text)


def _text(_type: String, _compiler: object, **_more: object) -> str:
    return "TEXT"
