"""A core on a real database in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from console.bus.items import decode_item
from console.domain.access import Actor, Role
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.feeder import Feeder, Watch
from tests.data.town import WEST, town

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class QuickPasswords:
    """Stands in for Argon2, which is slow on purpose."""

    def hash(self, password: str) -> str:
        return f"#{password}"

    def matches(self, hashed: str, password: str) -> bool:
        return hashed == f"#{password}"


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def open_store(folder: Path, watch: Watch) -> Iterator[Callable[..., OpenedCore]]:
    """Opens the folder's store; what a test leaves open is closed."""
    with ExitStack() as stack:

        def opened(**more: Any) -> OpenedCore:
            return stack.enter_context(
                OpenedCore(
                    folder,
                    RESOURCES,
                    watch,
                    source_names={"grid-app": "网格员上报"},
                    passwords=QuickPasswords(),
                    read_item=decode_item,
                    **more,
                )
            )

        yield opened


@pytest.fixture
def store(open_store: Callable[[], OpenedCore]) -> OpenedCore:
    opened = open_store()
    opened.core.import_district(town())
    return opened


@pytest.fixture
def core(store: OpenedCore) -> Core:
    return store.core


@pytest.fixture
def feeder(watch: Watch) -> Feeder:
    return Feeder(watch)


def actor(role: Role = Role.SHIFT_LEADER, user: str = "zhou", street: str = WEST) -> Actor:
    return Actor(user, "周建军", role, street, "console-1")
