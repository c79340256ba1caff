"""A lock on the data folder: only one hub writes there, whatever else goes wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from console.errors import AlreadyRunning

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction until `release` or the end of the process, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Raises `AlreadyRunning` where another process (or lock) holds `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._handle = (folder / "hub.lock").open("ab")
        try:
            _lock(self._handle)
        except OSError as error:
            self._handle.close()
            raise AlreadyRunning(folder=folder) from error

    def release(self) -> None:
        """Let go; harmless when done twice."""
        self._handle.close()
