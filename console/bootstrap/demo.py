"""The demo: one workstation in the middle of an invented district that lives."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from console.bootstrap.demo_template import DemoRecipe, DemoTemplate
from console.bootstrap.starts import DemoStart
from console.bootstrap.workstation import Workstation, session_for
from console.client.setup import ConsoleSetup
from console.config import RESOURCES, Folders, HubSettings
from console.domain.access import Role
from console.errors import PortTaken
from console.hub.config import SignedIn
from console.sim.cameras.start import CamerasStart
from console.sim.links import LINK_NAMES
from console.sim.start import DeskStart, Seat, SourceStart
from console.supervisor import Message
from data.folder_lock import FolderLock

CONSOLE = "console-1"
LEADER = ("duty-leader", "陈某")
SEATS = (
    ("desk-operator", "李某", Role.OPERATOR),
    ("desk-leader", "周某", Role.SHIFT_LEADER),
    ("desk-verifier", "吴某", Role.VERIFIER),
)
"""The colleagues whom the simulated desk plays."""
VEHICLES = ("vehicle-terminals", "车载终端", Role.COMMANDER)
PATROLS = "patrol-gps"
FREE_PORTS = HubSettings(ingest_port=0, feed_port=0)
DRAWING_S = 600.0
"""How long drawing the scenes may take on a slow machine."""
PORT_WAIT_S = 2.0
NICE = 5
"""The simulated district steps back for the window and the hub."""


Progress = Callable[[int, int], None]


class Demo:
    """Everything around the window of a demo."""

    def __init__(self, folders: Folders, recipe: DemoRecipe) -> None:
        self.folders = folders
        self._recipe = recipe
        self._template = DemoTemplate(folders, recipe)
        self._cameras_run = False
        self.workstation = Workstation(folders, FREE_PORTS)
        self.session: SignedIn = session_for(*LEADER, Role.SHIFT_LEADER)
        self._seats = tuple(session_for(*seat) for seat in SEATS)
        self._vehicles = session_for(*VEHICLES)

    @property
    def prepared(self) -> bool:
        """Whether an earlier start has made the district and drawn the street scenes."""
        return self._template.fresh and self._drawn.exists()

    @property
    def _scenes(self) -> Path:
        return self.folders.cache / "scenes"

    @property
    def _drawn(self) -> Path:
        return self._scenes / "drawn"

    def prepare(self, progress: Progress) -> None:
        """Make what is missing; `progress` hears how many scenes are drawn, and of how many.

        Raises `AlreadyRunning` where another demo uses the folder, `PortTaken` where something
        listens where the cameras should.
        """
        FolderLock(self.folders.data).release()
        self._need_camera_port()
        if not self._template.fresh:
            start = DemoStart(str(self.folders.data), str(self.folders.cache), self._recipe)
            self.workstation.prepare("prepare-demo", start)
        if not self._drawn.exists():
            self._start_cameras(progress)
            self.workstation.wait_ready("cameras", DRAWING_S)
            self._drawn.touch()
        self._template.start_day()

    def _need_camera_port(self) -> None:
        """Find out now; once the window is there, only dark tiles would tell.

        The cameras of a demo that was killed a moment ago may still be ending.
        """
        port = self._recipe.camera_port
        deadline = time.monotonic() + PORT_WAIT_S
        while not _free(port):
            if time.monotonic() > deadline:
                raise PortTaken(port=port, where="--camera-port")
            time.sleep(0.1)

    def start_hub(self) -> None:
        """Start the hub; raises nothing before `wait_for_hub`."""
        self.workstation.keys.console(CONSOLE)
        for seat in (*self._seats, self._vehicles):
            self.workstation.keys.console(seat.user)
        for source in LINK_NAMES:
            self.workstation.keys.source(source)
        self.workstation.start_hub((self.session, *self._seats, self._vehicles), LINK_NAMES)

    def console(
        self,
        *,
        language: str,
        theme: str,
        engine: Literal["vlc", "ffmpeg"],
        on_first_frame: Callable[[], None],
        wall_layout: str = "",
    ) -> ConsoleSetup:
        """What the window has to be told once the hub listens."""
        keys = self.workstation.keys
        pair = keys.console(CONSOLE)
        return ConsoleSetup(
            endpoints=(self.workstation.feed,),
            server_key=keys.server.public,
            public_key=pair.public,
            secret_key=pair.secret,
            token=self.session.token,
            console_id=CONSOLE,
            state_folder=self.folders.window,
            log_folder=self.folders.logs,
            resources=RESOURCES,
            user_name=self.session.name,
            user=self.session.user,
            role=Role(self.session.role),
            street=self.session.street,
            language=language,
            theme=theme,
            engine=engine,
            wall_layout=wall_layout,
            demo=True,
            on_first_frame=on_first_frame,
        )

    def start_district(self) -> None:
        """Start cameras, sources and desk, once the window is there."""
        station = self.workstation
        if not self._cameras_run:
            self._start_cameras(_nobody)
        started_at = time.time()
        for source in LINK_NAMES:
            station.start_child(
                f"source-{source}", self._source(source, started_at), entry="source", nice=NICE
            )

        station.start_child("desk", self._desk_start(started_at), nice=NICE)

    def _start_cameras(self, progress: Progress) -> None:
        parts = self._template.cameras()
        start = CamerasStart(
            cache_folder=str(self._scenes),
            port=self._recipe.camera_port,
            seed=self._recipe.seed,
            faults=parts.faults,
            casting=parts.casting,
        )

        def hear(message: Message) -> None:
            done, of = message.get("progress"), message.get("of")
            if isinstance(done, int) and isinstance(of, int):
                progress(done, of)

        self.workstation.start_child("cameras", start, nice=NICE, hear=hear)
        self._cameras_run = True

    def _seat(self, session: SignedIn) -> Seat:
        pair = self.workstation.keys.console(session.user)
        return Seat(session.role, session.token, session.user, pair.public, pair.secret)

    def _desk_start(self, started_at: float) -> DeskStart:
        keys = self.workstation.keys
        return DeskStart(
            endpoint=self.workstation.feed,
            server_key=keys.server.public,
            seats=tuple(self._seat(one) for one in self._seats),
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
            # Vehicles hear of the cases they are sent to, as any seat does.
            feed=self.workstation.feed if source == PATROLS else "",
            seat=self._seat(self._vehicles) if source == PATROLS else None,
        )

    def close(self) -> float:
        """End every process; returns how long it took, in seconds."""
        return self.workstation.close()


def _free(port: int) -> bool:
    """Whether a server could listen on `port` of this computer now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _nobody(_done: int, _of: int) -> None:
    return
