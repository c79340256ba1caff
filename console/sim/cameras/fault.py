"""What can be wrong with a simulated camera."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Faults on request.

    `BLACK_HOLE` accepts and never answers, or falls silent; `FREEZE` repeats one picture;
    `GARBAGE` sends noise; `SLOW` trickles at a few kB/s; `DROP` hangs up after two seconds;
    `UNAUTHORIZED` answers 401; `UNAVAILABLE` answers 503.
    """

    NONE = "none"
    BLACK_HOLE = "black_hole"
    FREEZE = "freeze"
    GARBAGE = "garbage"
    SLOW = "slow"
    DROP = "drop"
    UNAUTHORIZED = "401"
    UNAVAILABLE = "503"
