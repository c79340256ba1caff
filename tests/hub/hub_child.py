"""A hub process over the core in memory, for tests of the process itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from console.hub.config import HubStart
from console.hub.process import main
from console.services.health import Attached
from tests.hub.fakes import FakeCore


@contextmanager
def _core(start: HubStart, consoles: Attached) -> Iterator[FakeCore]:
    yield FakeCore()


if __name__ == "__main__":
    sys.exit(main(_core))
