"""A camera on its way from the map to a tile."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

CAMERA_MIME = "application/x-wangge-camera"
"""Payload: the camera's 20-digit id in UTF-8."""


def camera_mime(camera: str) -> QMimeData:
    """What a drag of a camera carries."""
    data = QMimeData()
    data.setData(CAMERA_MIME, QByteArray(camera.encode("utf-8")))
    return data
