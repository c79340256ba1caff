"""Work that must not hold up the window: one named thread, joined when the window goes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

_LOG = logging.getLogger(__name__)


class Tasks:
    """Does one thing after the other, besides the GUI thread. Work must not touch Qt."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tasks")

    def run(self, work: Callable[[], object]) -> None:
        """Do `work` soon; a fault in it is logged, nobody waits for it."""
        self._pool.submit(work).add_done_callback(_tell)

    def close(self) -> None:
        """Wait for what runs, leave out what has not begun. Idempotent."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _tell(done: Future[object]) -> None:
    if not done.cancelled() and done.exception() is not None:
        _LOG.error("a task failed", exc_info=done.exception())
