"""What a case cost in the end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """People hurt and killed, and the loss in yuan."""

    injured: int
    dead: int
    loss_yuan: int
