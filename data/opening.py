"""Opens what keeps the store: a file in the data folder, or a database server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection

from console.config import DatabaseSettings
from data.database import Database
from data.folder_lock import FolderLock
from data.paths import DATABASE
from data.reading import reading
from data.store import Keeper, Store
from data.store_keeper import StoreKeeper, Upkeep


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """A store, its upkeep, and the letting go of whatever keeps others away from it."""

    database: Store
    keeper: Keeper
    release: Callable[[], None]

    def close(self, now: datetime) -> None:
        """End the upkeep and let go; harmless when done twice."""
        self.keeper.close(now)
        self.database.close()
        self.release()


def open_store(
    folder: Path,
    server: DatabaseSettings | None,
    upkeep: Upkeep | None,
    max_pages: int | None,
) -> OpenedStore:
    """The store of a site; raises as `OpenedCore` does."""
    if server:
        # The driver takes a sixth of a second to import, and is needed at shared sites only.
        postgres = import_module("data.postgres.opening")
        opened: OpenedStore = postgres.open_server(folder, server, upkeep)
        return opened
    lock = FolderLock(folder)
    try:
        database = Database(folder / DATABASE, max_pages=max_pages)
    except BaseException:
        lock.release()
        raise
    try:
        keeper = StoreKeeper(database, upkeep)
    except BaseException:
        database.close()
        lock.release()
        raise
    return OpenedStore(database, keeper, lock.release)


def reading_store(
    folder: Path, server: DatabaseSettings | None
) -> AbstractContextManager[Connection]:
    """A connection to a site's store that can only read, whether a hub runs or not."""
    if server:
        postgres = import_module("data.postgres.reading")
        connection: AbstractContextManager[Connection] = postgres.reading_server(server)
        return connection
    return reading(folder / DATABASE)
