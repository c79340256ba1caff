"""Names of the files around the database."""

from __future__ import annotations

from pathlib import Path

DATABASE = "hub.db"
"""Name of the database in the data folder."""
SIDE_FILES = ("-wal", "-shm")


def side_file(path: Path, ending: str) -> Path:
    """The database's companion with this ending."""
    return path.with_name(path.name + ending)


def remove_database(path: Path) -> None:
    """Remove a database with its companions; harmless where there is none."""
    for ending in ("", *SIDE_FILES, "-journal"):
        side_file(path, ending).unlink(missing_ok=True)


def size_of(path: Path) -> int:
    """Bytes of a file, 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
