"""The demo: one workstation in the middle of an invented district that lives."""

from __future__ import annotations

import time

from console.bootstrap.demo_template import DemoRecipe, DemoTemplate
from console.bootstrap.starts import DemoStart
from console.bootstrap.workstation import Workstation, session_for
from console.config import RESOURCES, Folders, HubSettings
from console.domain.access import Role
from console.hub.config import SignedIn
from console.sim.cameras.start import CamerasStart
from console.sim.links import LINK_NAMES
from console.sim.start import DeskStart, Seat, SourceStart
from data.folder_lock import FolderLock

CONSOLE = "console-1"
LEADER = ("duty-leader", "陈某")
SEATS = (
    ("desk-operator", "李某", Role.OPERATOR),
    ("desk-leader", "周某", Role.SHIFT_LEADER),
    ("desk-verifier", "吴某", Role.VERIFIER),
)
"""The colleagues whom the simulated desk plays."""
FREE_PORTS = HubSettings(ingest_port=0, feed_port=0)
NICE = 5
"""The simulated district steps back for the window and the hub."""


class Demo:
    """Everything around the window of a demo."""

    def __init__(self, folders: Folders, recipe: DemoRecipe) -> None:
        self.folders = folders
        self._recipe = recipe
        self._template = DemoTemplate(folders, recipe)
        self.workstation = Workstation(folders, FREE_PORTS)
        self.session: SignedIn = session_for(*LEADER, Role.SHIFT_LEADER)
        self._seats = tuple(session_for(*seat) for seat in SEATS)

    @property
    def prepared(self) -> bool:
        """Whether an earlier start has made the district."""
        return self._template.fresh

    def prepare(self) -> None:
        """Make the district; raises `AlreadyRunning` where another demo uses the folder."""
        FolderLock(self.folders.data).release()
        if not self.prepared:
            start = DemoStart(str(self.folders.data), str(self.folders.cache), self._recipe)
            self.workstation.prepare("prepare-demo", start)
        self._template.start_day()

    def start_hub(self) -> None:
        """Start the hub; raises nothing before `wait_for_hub`."""
        self.workstation.keys.console(CONSOLE)
        for seat in self._seats:
            self.workstation.keys.console(seat.user)
        for source in LINK_NAMES:
            self.workstation.keys.source(source)
        self.workstation.start_hub((self.session, *self._seats))

    def start_district(self) -> None:
        """Start cameras, sources and desk, once the window is there."""
        station = self.workstation
        parts = self._template.cameras()
        cameras = CamerasStart(
            cache_folder=str(self.folders.cache / "scenes"),
            port=self._recipe.camera_port,
            seed=self._recipe.seed,
            faults=parts.faults,
            casting=parts.casting,
        )
        station.start_child("cameras", cameras, nice=NICE)
        started_at = time.time()
        for source in LINK_NAMES:
            station.start_child(
                f"source-{source}", self._source(source, started_at), entry="source", nice=NICE
            )

        station.start_child("desk", self._desk_start(started_at), nice=NICE)

    def _desk_start(self, started_at: float) -> DeskStart:
        keys = self.workstation.keys
        seats = tuple(
            Seat(
                role=one.role,
                token=one.token,
                console=one.user,
                public_key=keys.console(one.user).public,
                secret_key=keys.console(one.user).secret,
            )
            for one in self._seats
        )
        return DeskStart(
            endpoint=self.workstation.feed,
            server_key=keys.server.public,
            seats=seats,
            spool_folder=str(self.folders.spools),
            district_folder=str(self.folders.district),
            scenario_folder=str(RESOURCES / "scenarios"),
            started_at=started_at,
            seed=self._recipe.seed,
        )

    def _source(self, source: str, started_at: float) -> SourceStart:
        keys = self.workstation.keys
        pair = keys.source(source)
        return SourceStart(
            source=source,
            endpoint=self.workstation.ingest,
            server_key=keys.server.public,
            public_key=pair.public,
            secret_key=pair.secret,
            spool_folder=str(self.folders.spools),
            district_folder=str(self.folders.district),
            scenario_folder=str(RESOURCES / "scenarios"),
            started_at=started_at,
            seed=self._recipe.seed,
            first_run=True,
        )

    def close(self) -> float:
        """End every process; returns how long it took, in seconds."""
        return self.workstation.close()
