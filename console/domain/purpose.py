"""Why somebody looks at personal data in clear, or takes the audit log away."""

from __future__ import annotations

from enum import StrEnum

UNLOCKED_S = 180
"""How long clear values may be shown, seconds."""


class Purpose(StrEnum):
    """The purposes that are accepted; the last two need a few words besides."""

    CALL_BACK = "call_back"
    RESCUE = "rescue"
    HAND_OVER = "hand_over"
    CHECK = "check"
    LAW = "law"
    OTHER = "other"


NEEDS_WORDS = frozenset({Purpose.LAW, Purpose.OTHER})
