"""A core on a real database in a folder of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from console.bus.items import decode_item
from console.config import DatabaseSettings
from console.domain.access import Actor, Role
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.feeder import Feeder, Watch
from tests.data.town import WEST, town
from tests.postgres_server import Database

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


Rows = Callable[[str], list[tuple[Any, ...]]]


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("both_engines") is not None:
        metafunc.parametrize("server", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> DatabaseSettings | None:
    """The database server that keeps the store; None where a file does."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return None
    database: Database = request.getfixturevalue("postgres")
    return database.settings


@pytest.fixture
def open_store(
    folder: Path, watch: Watch, server: DatabaseSettings | None
) -> Iterator[Callable[..., OpenedCore]]:
    """Opens the test's store; what a test leaves open is closed."""
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
                    server=server,
                    **more,
                )
            )

        yield opened


@pytest.fixture
def rows(folder: Path, server: DatabaseSettings | None, request: pytest.FixtureRequest) -> Rows:
    """Asks the database itself, past the store."""
    if server is not None:
        database: Database = request.getfixturevalue("postgres")
        return database.rows

    def ask(query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(folder / "hub.db")) as connection:
            return connection.execute(query).fetchall()

    return ask


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
