"""The hub's process: its sockets on the services on the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from console.config import RESOURCES
from console.hub.config import HubStart
from console.hub.process import main
from console.services.core import HubCore
from console.sim.links import LINK_NAMES
from data.opened_core import OpenedCore


@contextmanager
def _core(start: HubStart, consoles: Callable[[], int]) -> Iterator[HubCore]:
    with OpenedCore(
        Path(start.data_folder),
        RESOURCES,
        lambda: datetime.now(UTC),
        source_names=LINK_NAMES,
        consoles=consoles,
    ) as opened:
        yield opened.core


def run_hub() -> int:
    """Run the hub as its start message says; the exit code."""
    return main(_core)
