"""How long to wait before the next try."""

from __future__ import annotations

from random import Random


class RestartPolicy:
    """Doubling pauses from `first` to `longest` seconds, spread by ± `spread` of themselves.

    The spread keeps many cameras that were lost together from coming back in one rush.
    """

    def __init__(
        self,
        first: float = 1.0,
        longest: float = 30.0,
        spread: float = 0.3,
        random: Random | None = None,
    ) -> None:
        self._first = first
        self._longest = longest
        self._spread = spread
        self._random = random or Random()  # noqa: S311 - spreads load, keeps no secret
        self._failures = 0

    @property
    def attempt(self) -> int:
        """The number of the coming try since the last success, from 1."""
        return self._failures + 1

    def failed(self) -> float:
        """Count a failure; return the seconds to wait before trying again."""
        pause = min(self._longest, self._first * 2.0 ** min(self._failures, 16))
        self._failures += 1
        spread = self._random.uniform(1 - self._spread, 1 + self._spread)
        return min(self._longest, pause * spread)

    def succeeded(self) -> None:
        """Start over: the next failure waits `first` again."""
        self._failures = 0
