"""What the unit of work asks of every repository."""

from __future__ import annotations

from typing import Protocol


class Repository(Protocol):
    """Collects changes until the transaction's end."""

    def flush(self) -> None:
        """Write what has collected, a statement or two in all."""

    def clear(self) -> None:
        """Forget what was read and collected: the transaction failed."""
