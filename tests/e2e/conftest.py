"""A demo prepared once for all end-to-end tests, because drawing scenes takes a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo_process import DemoProcess


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoProcess:
    """A demo that has been started once before, as a user's second start finds it."""
    folder: Path = tmp_path_factory.mktemp("demo") / "data"
    first = DemoProcess(folder)
    first.run(3, limit_s=300)
    return first
