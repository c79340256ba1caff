"""Where a command keeps its data."""

from __future__ import annotations

from argparse import Namespace

from console.config import Folders, standard_folders


def folders_for(arguments: Namespace, name: str) -> Folders:
    """The folders of `name`, below `--data` where it was given."""
    standard = standard_folders(name)
    return standard if arguments.data is None else Folders(arguments.data.resolve(), standard.cache)
