"""Strings of every declared length are TEXT there: SQLite does not count letters either.

A length that only one engine enforces would be a fault that only a shared site meets.
"""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import TypeCompiler


@compiles(String, "postgresql")
def text_type(_type: String, _compiler: TypeCompiler, **_more: object) -> str:
    """The type of every string column."""
    return "TEXT"
