"""A case or unit on its way to what it is to be paired with."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

CASE_MIME = "application/x-wangge-case"
UNIT_MIME = "application/x-wangge-unit"
"""Payload: the row's key in UTF-8. A queue's row may also be an alarm: look it up."""


def row_mime(mime: str, key: str) -> QMimeData:
    """What a drag of a row carries."""
    data = QMimeData()
    data.setData(mime, QByteArray(key.encode("utf-8")))
    return data


def dragged(data: QMimeData, mime: str) -> str:
    """The key a drag carries, empty where it carries none of this kind."""
    return bytes(data.data(mime).data()).decode("utf-8", "replace")
