"""How old something is, in as few letters as the eye needs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def age_text(seconds: float) -> str:
    """Seconds up to two minutes, then minutes, then hours."""
    translate = QCoreApplication.translate
    whole = max(0, round(seconds))
    if whole < 120:
        return translate("MapAge", "{count} s").format(count=whole)
    if whole < 7200:
        return translate("MapAge", "{count} min").format(count=whole // 60)
    return translate("MapAge", "{count} h").format(count=whole // 3600)
