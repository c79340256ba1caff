"""Where a command keeps its data."""

from __future__ import annotations

import errno
import os
from argparse import Namespace

from console.config import Folders, standard_folders
from console.errors import FileTrouble


def folders_for(arguments: Namespace, name: str) -> Folders:
    """The folders of `name`, below `--data` where it was given; raises `FileTrouble`."""
    standard = standard_folders(name)
    if arguments.data is None:
        return standard
    folder = arguments.data.resolve()
    if folder.exists() and not folder.is_dir():
        raise FileTrouble(path=folder, detail=os.strerror(errno.ENOTDIR))
    return Folders(folder, standard.cache)
