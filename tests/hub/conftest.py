from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A hub on loopback ports with keys, and all that connects to it; closed afterwards."""
    with Site(tmp_path) as one:
        yield one
