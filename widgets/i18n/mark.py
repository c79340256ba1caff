"""Marking words for translation where they stand in a table and are looked up later."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """The source as it is; the name is the one Qt's extractor looks for (Qt's stub is untyped)."""
    del context
    return source
