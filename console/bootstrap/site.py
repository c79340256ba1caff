"""A real site's workstation: its own district, its own people, its own sources."""

from __future__ import annotations

from pathlib import Path

from console.bootstrap.door import Door
from console.bootstrap.starts import SiteStart
from console.bootstrap.workstation import Workstation
from console.config import AccessSettings, DatabaseSettings, Folders, HubSettings, StoreSettings

CONSOLE = "console-1"
_MARK = "prepared"


class Site:
    """Everything around the window of a real site."""

    def __init__(
        self,
        folders: Folders,
        hub: HubSettings,
        store: StoreSettings,
        database: DatabaseSettings | None = None,
        access: AccessSettings | None = None,
    ) -> None:
        self.folders = folders
        self.workstation = Workstation(folders, hub, store, database, access)

    @property
    def prepared(self) -> bool:
        """Whether the first administrator and a district are there."""
        return (self.folders.data / _MARK).exists()

    def prepare(self, pack: Path, datum: str, user: str, name: str, password: str) -> None:
        """Import the pack and make the first administrator; raises `PackBroken` and others."""
        start = SiteStart(
            data=str(self.folders.data),
            pack=str(pack),
            datum=datum,
            user=user,
            name=name,
            password=password,
        )
        self.workstation.prepare("prepare-site", start)
        (self.folders.data / _MARK).touch()

    def start_hub(self) -> Door:
        """Start the hub and wait for it; the door to sign in at."""
        station = self.workstation
        pair = station.keys.console(CONSOLE)
        station.start_hub(())
        station.wait_for_hub()
        return Door(station.feed, station.keys.server.public, pair, CONSOLE)

    def close(self) -> None:
        """End every process."""
        self.workstation.close()
