"""Notes that were begun and not handed in, kept over a restart or a crash."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from console.domain.masking import mask_text
from widgets.common.throttle import Throttle
from widgets.layout_memory import LayoutMemory

SAVE_MS = 1000
"""A crash costs at most what was typed in this time."""
_WORD = "note_drafts"


class NoteDrafts(QObject):
    """Drafts by case number, for the user who wrote them. On disk phones and ids are masked."""

    def __init__(self, memory: LayoutMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._drafts = _read(memory.word(_WORD))
        self._throttle = Throttle(self.write, SAVE_MS, self)

    def of(self, number: str) -> str:
        """The draft of a case, empty where there is none."""
        return self._drafts.get(number, "")

    def put(self, number: str, text: str) -> None:
        """Keep a draft; an empty one is forgotten."""
        if text == self.of(number):
            return
        if text:
            self._drafts[number] = text
        else:
            self._drafts.pop(number, None)
        self._throttle.request()

    def write(self) -> None:
        """Write to disk now."""
        kept = {number: mask_text(text) for number, text in self._drafts.items()}
        self._memory.keep_word(_WORD, json.dumps(kept, ensure_ascii=False))
        self._memory.write()


def _read(text: str) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(number): str(draft) for number, draft in found.items()}
