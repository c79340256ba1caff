"""One command each for many rows, and one honest sentence at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from console.client.outcome import Outcome
from widgets.actions import Actions
from widgets.notifications.wording import Wording

MOST_REASONS = 3


@dataclass(slots=True)
class _Run:
    """What of one batch is still open, and how the rest ended."""

    waiting: set[str]
    left_out: int
    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)


class Batch(QObject):
    """Gives the commands and gathers their answers."""

    finished = Signal(str, bool)
    """The summary, and whether something was refused."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._runs: list[_Run] = []

    def run(self, keys: Iterable[str], give: Callable[[str], bool]) -> None:
        """`give` one command for each key; False from it leaves the key out."""
        before = {one.cmd_id for one in self._actions.waiting()}
        left_out = sum(not give(key) for key in keys)
        new = {one.cmd_id for one in self._actions.waiting()} - before
        run = _Run(new, left_out)
        if new:
            self._runs.append(run)
        else:
            self._finish(run)

    def takes(self, outcome: Outcome) -> bool:
        """Whether an answer belongs to a batch; then it needs no message of its own."""
        for run in self._runs:
            if outcome.cmd_id in run.waiting:
                self._count(run, outcome)
                return True
        return False

    def _count(self, run: _Run, outcome: Outcome) -> None:
        run.waiting.discard(outcome.cmd_id)
        if outcome.ok:
            run.done += 1
        else:
            run.refused[Wording.outcome(outcome)] += 1
        if not run.waiting:
            self._runs.remove(run)
            self._finish(run)

    def _finish(self, run: _Run) -> None:
        parts = [self.tr("{count} done").format(count=run.done)]
        for words, count in run.refused.most_common(MOST_REASONS):
            parts.append(self.tr("{count} refused: {why}").format(count=count, why=words))
        more = sum(run.refused.values()) - sum(n for _, n in run.refused.most_common(MOST_REASONS))
        if more:
            parts.append(self.tr("{count} refused for other reasons").format(count=more))
        if run.left_out:
            parts.append(
                self.tr("{count} left out: done already or on the way").format(count=run.left_out)
            )
        self.finished.emit(", ".join(parts), bool(run.refused))
