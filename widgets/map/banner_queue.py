"""New grave cases that nobody has looked at yet, in the order they are announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.domain.case import Case

GRAVEST = 2
"""Cases of this level or worse are announced."""


class BannerQueue:
    """The worst case first, the newest first among equals; a raised level counts as new."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._waiting: list[str] = []

    @property
    def waiting(self) -> tuple[str, ...]:
        """Numbers of the cases to announce."""
        return tuple(self._waiting)

    def rebuild(self, cases: Mapping[str, Case]) -> None:
        """Take all cases as known: what a snapshot brings is not news. Ended ones leave."""
        self._known = {number: case.level for number, case in cases.items()}
        self._waiting = [number for number in self._waiting if _grave(cases.get(number))]

    def update(self, numbers: Iterable[str], cases: Mapping[str, Case]) -> None:
        """Note new, raised, lowered and ended cases."""
        for number in numbers:
            case = cases.get(number)
            before = self._known.pop(number, None)
            if case is not None:
                self._known[number] = case.level
            if case is None or not _grave(case):
                self.drop(number)
            elif before is None or before > case.level:
                self.drop(number)
                self._waiting.insert(0, number)
        self._waiting.sort(key=lambda number: self._known[number])

    def drop(self, number: str) -> None:
        """Somebody has seen to it."""
        if number in self._waiting:
            self._waiting.remove(number)


def _grave(case: Case | None) -> bool:
    return case is not None and case.open and case.level <= GRAVEST
