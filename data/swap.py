"""Puts a finished database in the place of another one, which is kept."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from data.copying import sync_file, sync_folder
from data.paths import side_file


def swap(fresh: Path, path: Path, why: str, at: datetime) -> Path | None:
    """Put `fresh` at `path`; the name under which the old one is kept, None where none was.

    There is a complete database at `path` at every moment. Nobody may have either of them open.
    """
    sync_file(fresh)
    kept = None
    if path.exists():
        kept = path.with_name(f"{path.stem}-{why}-{at.strftime('%Y%m%dT%H%M%SZ')}{path.suffix}")
        _keep(path, kept)
    fresh.replace(path)
    sync_folder(path.parent)
    return kept


def _keep(path: Path, kept: Path) -> None:
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, kept)
    # A log that belongs to the old database must not be read into the new one.
    with contextlib.suppress(FileNotFoundError):
        side_file(path, "-wal").replace(side_file(kept, "-wal"))
    side_file(path, "-shm").unlink(missing_ok=True)
