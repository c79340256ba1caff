"""Opens the store of a shared site."""

from __future__ import annotations

from pathlib import Path

from console.config import DatabaseSettings
from data.opening import OpenedStore
from data.postgres.database import PostgresDatabase
from data.postgres.keeper import ServerKeeper
from data.store_keeper import Upkeep


def open_server(folder: Path, settings: DatabaseSettings, upkeep: Upkeep | None) -> OpenedStore:
    """The database that `settings` name, with the turn to write; raises as `PostgresDatabase`.

    `folder` is where this machine keeps the rest. It needs no lock: the database has one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    database = PostgresDatabase(settings)
    return OpenedStore(database, ServerKeeper(database, folder, upkeep), lambda: None)
