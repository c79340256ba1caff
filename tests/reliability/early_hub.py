"""A hub with the fault that must not be: it acknowledges before it commits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from console.config import RESOURCES
from console.hub.config import HubStart
from console.hub.process import main
from console.services.core import Accepted, FeedItem, HubCore, Intake, SourceBatch
from data.opened_core import OpenedCore

HELD = 300
"""Items acknowledged but not stored yet, at most."""


def _hold_back(core: HubCore) -> None:
    held: list[SourceBatch] = []
    take = core.take

    def early(batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
        held.extend(batches)
        acks = []
        for batch in batches:
            last = batch.items[-1]
            number = last.event.sequence if isinstance(last, Accepted) else last.sequence
            acks.append(Intake(batch.source, batch.epoch, number, 0, ()))
        if sum(len(batch.items) for batch in held) > HELD:
            late, held[:] = list(held), []
            return acks, take(late)[1]
        return acks, []

    core.take = early  # type: ignore[method-assign]


@contextmanager
def _core(start: HubStart, consoles: Callable[[], int]) -> Iterator[HubCore]:
    folder = Path(start.data_folder)
    with OpenedCore(folder, RESOURCES, lambda: datetime.now(UTC), consoles=consoles) as opened:
        _hold_back(opened.core)
        yield opened.core


if __name__ == "__main__":
    sys.exit(main(_core))
