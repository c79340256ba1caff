"""How a call to an outside unit ended."""

from __future__ import annotations

from enum import StrEnum


class CallOutcome(StrEnum):
    """Only `REACHED` sends the outside unit."""

    REACHED = "reached"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
