"""The demo's district, made once: its pack and a database that every demo starts from.

Each demo begins the same day anew: a copy of the template takes a few milliseconds, and yesterday's
simulated cases would only be overdue today.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from console.config import Folders
from console.sim.camera_parts import CameraParts
from console.sim.pack_cache import NAME as DISTRICT_COPY

DATABASE = "hub.db"
CAMERA_PARTS = "cameras.json"
_ENDINGS = ("", "-wal", "-shm")


class DemoRecipe(msgspec.Struct, frozen=True):
    """What a template was made from; another recipe needs another template."""

    seed: int
    camera_port: int
    layout: int = 5

    @property
    def camera_url(self) -> str:
        """Where the simulated cameras answer."""
        return f"http://127.0.0.1:{self.camera_port}"


class DemoTemplate:
    """The template below `folders.data`/template."""

    def __init__(self, folders: Folders, recipe: DemoRecipe) -> None:
        self._folders = folders
        self._recipe = recipe

        self._recipe_file = self.folder / "recipe.json"

    @property
    def folder(self) -> Path:
        """Where the template's database is."""
        return self._folders.data / "template"

    @property
    def fresh(self) -> bool:
        """Whether a complete template of this very recipe is there."""
        try:
            made = msgspec.json.decode(self._recipe_file.read_bytes(), type=DemoRecipe)
        except (OSError, msgspec.MsgspecError):
            return False
        return made == self._recipe

    def keep_cameras(self, parts: CameraParts) -> None:
        """Keep what the camera simulator is to be told."""
        (self.folder / CAMERA_PARTS).write_bytes(msgspec.json.encode(parts))

    def cameras(self) -> CameraParts:
        """What was kept by `keep_cameras`."""
        return msgspec.json.decode((self.folder / CAMERA_PARTS).read_bytes(), type=CameraParts)

    def finish(self) -> None:
        """Mark the template complete; called last, so that an interrupted one is made again."""
        self._recipe_file.write_bytes(msgspec.json.encode(self._recipe))

    def start_day(self) -> None:
        """Put a copy of the template in place of the last demo's database and outboxes."""
        data, spools = self._folders.data, self._folders.spools
        for ending in _ENDINGS:
            (data / f"{DATABASE}{ending}").unlink(missing_ok=True)
        shutil.rmtree(spools, ignore_errors=True)
        spools.mkdir()
        shutil.copyfile(self.folder / DATABASE, data / DATABASE)
        shutil.copyfile(self.folder / DISTRICT_COPY, spools / DISTRICT_COPY)
