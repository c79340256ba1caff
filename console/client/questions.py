"""Questions this console asked the hub, and who waits for the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.domain.result import CommandResult, ResultCode


class Asked(Protocol):
    """What questions need of the feed client."""

    def query(self, name: str, args: object) -> str:
        """Ask for the rows of a named query; returns the id they will come under."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows as JSON, or why there are none."""

    rows: Sequence[bytes] = ()
    code: ResultCode = ResultCode.OK

    @property
    def ok(self) -> bool:
        """Whether the hub answered with rows."""
        return self.code is ResultCode.OK


class Questions:
    """Remembers who asked what. Used by the GUI thread only."""

    def __init__(self, feed: Asked) -> None:
        self._feed = feed
        self._waiting: dict[str, Callable[[Answer], None]] = {}

    def ask(
        self, name: str, args: Mapping[str, object], answered: Callable[[Answer], None]
    ) -> None:
        """Ask; `answered` is called once, when rows or a refusal have come."""
        self._waiting[self._feed.query(name, dict(args))] = answered

    def take_rows(self, query_id: str, rows: Sequence[bytes]) -> None:
        """All rows of a query came."""
        self._settle(query_id, Answer(rows))

    def take_result(self, result: CommandResult) -> None:
        """A refused query comes as a result under its id; results of commands are passed over."""
        self._settle(result.cmd_id, Answer((), result.code))

    def _settle(self, query_id: str, answer: Answer) -> None:
        answered = self._waiting.pop(query_id, None)
        if answered is not None:
            answered(answer)
