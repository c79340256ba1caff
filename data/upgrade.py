"""From an earlier schema to this one: on a copy, checked, and only then in place of the old."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from console.errors import DiskFull, UpgradeFailed
from data.copying import copy_database
from data.engine import writing_engine
from data.failures import told
from data.paths import remove_database
from data.swap import swap

log = logging.getLogger(__name__)


def upgrade_database(path: Path) -> None:
    """Upgrade `path`, which nobody has open; the old file stays beside it.

    Raises `UpgradeFailed` or `DiskFull`; then `path` is as it was.
    """
    fresh = path.with_name(f"{path.name}.upgrading")
    remove_database(fresh)
    try:
        try:
            with closing(sqlite3.connect(path)) as source:
                source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                copy_database(source, fresh, pause_s=0)
            migrate_file(fresh)
            kept = swap(fresh, path, "before-upgrade", datetime.now(UTC))
        except (DiskFull, UpgradeFailed):
            raise
        except Exception as error:
            raise UpgradeFailed(path=path, detail=error) from error
    except BaseException:
        remove_database(fresh)
        raise
    log.info("the database was upgraded; the old one is kept as %s", kept)


def migrate_file(path: Path) -> None:
    """Run the missing migrations on a file that nobody else uses, and check it.

    Raises whatever the migrations raise, or `UpgradeFailed` where the result is not sound.
    """
    # alembic takes a fifth of a second to import, and is needed once a version.
    migrate = import_module("data.migrate")
    engine = writing_engine(path)
    try:
        with told(path), engine.connect() as connection:
            with connection.begin():
                migrate.upgrade(connection)
            with connection.begin():
                fault = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
                strays = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    finally:
        engine.dispose()
    if fault != "ok" or strays is not None:
        raise UpgradeFailed(path=path, detail=fault if fault != "ok" else f"stray rows {strays}")
