"""Time limits as people write them, in the language in force."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from widgets.i18n.mark import QT_TRANSLATE_NOOP

_UNITS: Mapping[str, str] = {
    "min": QT_TRANSLATE_NOOP("LimitWords", "min"),
    "h": QT_TRANSLATE_NOOP("LimitWords", "h"),
    "days": QT_TRANSLATE_NOOP("LimitWords", "days"),
    "working days": QT_TRANSLATE_NOOP("LimitWords", "working days"),
}
_SAME_DAY = QT_TRANSLATE_NOOP("LimitWords", "same day")
_ONE = {"day": "days", "working day": "working days"}


class LimitWords:
    """Turns `3 working days` into 3 个工作日 and back; what it cannot read it leaves alone."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("LimitWords", source)

    @classmethod
    def shown(cls, text: str) -> str:
        """A limit as the hub writes it, in words."""
        if text == _SAME_DAY:
            return cls.tr(_SAME_DAY)
        count, _, unit = text.partition(" ")
        unit = _ONE.get(unit, unit)
        return f"{count} {cls.tr(_UNITS[unit])}" if unit in _UNITS else text

    @classmethod
    def read(cls, words: str) -> str:
        """Words as the hub writes them; the number may touch its unit."""
        words = words.strip()
        if words in {_SAME_DAY, cls.tr(_SAME_DAY)}:
            return _SAME_DAY
        match = re.fullmatch(r"(\d+)\s*(\S.*)", words)
        if match is None:
            return words
        count, unit = match[1], _ONE.get(match[2], match[2])
        known = {cls.tr(words): source for source, words in _UNITS.items()}
        return f"{count} {known.get(unit, unit)}"
