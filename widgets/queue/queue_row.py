"""What one row of the queue shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Texts and tones of a row; tones are tokens of the theme.

    `flashing` rows ask to be acknowledged; `pending` ones wait for the hub's answer.
    """

    level: int
    title: str
    place: str
    right: str
    tone: str
    who: str
    pending: bool = False
    flashing: bool = False
    exercise: bool = False

    def spoken(self) -> str:
        """The row as one line, for screen readers and tests."""
        return " · ".join(part for part in (self.title, self.place, self.right, self.who) if part)
