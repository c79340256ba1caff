"""The processes of one workstation: the hub, and in a demo the simulated district around it."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from console.bootstrap.site_keys import SiteKeys
from console.config import AccessSettings, DatabaseSettings, Folders, HubSettings, StoreSettings
from console.domain.access import Role
from console.hub.config import HubStart, SignedIn
from console.process import ChildSpec
from console.supervisor import Message, Supervisor

MAIN = str(Path(__file__).resolve().parents[2] / "main.py")
HUB_START_S = 20.0
PREPARE_S = 300.0

_log = logging.getLogger(__name__)


class Workstation:
    """Starts and ends the child processes that live below one data folder.

    Without `store` the hub keeps no copies of its store; without `database` it is a file.
    """

    def __init__(
        self,
        folders: Folders,
        hub: HubSettings,
        store: StoreSettings | None = None,
        database: DatabaseSettings | None = None,
        access: AccessSettings | None = None,
    ) -> None:
        self.folders = folders
        self.keys = SiteKeys(folders.keys)
        self._hub = hub
        self._store = store
        self._database = database or DatabaseSettings()
        self._access = access or AccessSettings()
        self._hearers: dict[str, Callable[[Message], None]] = {}
        self._hub_start: HubStart | None = None
        self._supervisor = Supervisor(folders.logs, self._heard)
        self._ports: Mapping[str, int] = {}

    def prepare(self, name: str, start: object) -> None:
        """Run the short-lived child `name` to its end; raises the error it reports."""
        self._supervisor.start(ChildSpec(name, (MAIN, "child", name), start, restart=False))
        try:
            self._supervisor.wait_ready(name, PREPARE_S)
        finally:
            self._supervisor.forget(name)

    def start_hub(
        self,
        sessions: Sequence[SignedIn],
        source_names: Mapping[str, str] | None = None,
        hear: Callable[[Message], None] | None = None,
    ) -> None:
        """Start the hub; it is reachable after `wait_for_hub`.

        `source_names` are shown besides those on the allow-list. `hear` gets what it says, in its
        reader thread.
        """
        store = self._store
        backups = backup_folder(self.folders, store) if store else None
        start = HubStart(
            data_folder=str(self.folders.data),
            log_folder=str(self.hub_logs),
            allow_list=str(self.keys.allow_list),
            server_key=str(self.keys.server_file),
            bind=self._hub.bind,
            ingest_port=self._hub.ingest_port,
            feed_port=self._hub.feed_port,
            settings=str(self.folders.settings),
            sessions=tuple(sessions),
            source_names=dict(source_names or {}),
            store=store or StoreSettings(),
            database=self._database,
            access=self._access,
            backup_folder=str(backups) if backups else "",
            standby=self._hub.standby,
            active=self._hub.active,
        )
        self._hub_start = start
        self.start_child("hub", start, hear=hear)

    @property
    def hub_logs(self) -> Path:
        """Where the hub's log goes: two hubs on one folder must not turn over each other's."""
        logs = self.folders.logs
        return logs / f"standby-{self._hub.feed_port}" if self._hub.standby else logs

    def start_child(
        self,
        name: str,
        start: object,
        *,
        entry: str = "",
        nice: int = 0,
        hear: Callable[[Message], None] | None = None,
    ) -> None:
        """Start a supervised child; `entry` is what to run where it is not called `name`.

        `hear` gets what the child says, in its reader thread.
        """
        if hear is not None:
            self._hearers[name] = hear
        self._supervisor.start(ChildSpec(name, (MAIN, "child", entry or name), start, nice))

    def wait_ready(self, name: str, timeout: float) -> None:
        """Return once `name` is ready; raises the error it reports instead."""
        self._supervisor.wait_ready(name, timeout)

    def wait_for_hub(self) -> None:
        """Return once the hub listens; raises the error it reports instead."""
        ready = self._supervisor.wait_ready("hub", HUB_START_S)
        ports = ready["ports"]
        if isinstance(ports, dict):
            self._ports = ports

    @property
    def ingest(self) -> str:
        """Where sources connect."""
        return f"tcp://127.0.0.1:{self._ports['ingest']}"

    @property
    def feed(self) -> str:
        """Where consoles attach."""
        return f"tcp://127.0.0.1:{self._ports['feed']}"

    def pids(self) -> Mapping[str, int]:
        """Process ids of the children that run."""
        return self._supervisor.pids()

    def close(self) -> float:
        """End every child; returns how long that took, in seconds."""
        began = time.monotonic()
        self._supervisor.close()
        return time.monotonic() - began

    def _heard(self, name: str, message: Message) -> None:
        if name == "hub" and message.get("ready"):
            self._keep_ports(message["ports"])
            if message.get("active", True):
                self._note_ports(message["ports"])
        hear = self._hearers.get(name)
        if hear is not None:
            hear(message)

    def _keep_ports(self, ports: object) -> None:
        """A hub that is started again listens where everybody knows the first one."""
        if self._hub_start is not None and isinstance(ports, dict):
            ingest, feed = ports["ingest"], ports["feed"]
            start = msgspec.structs.replace(self._hub_start, ingest_port=ingest, feed_port=feed)
            self._supervisor.revise("hub", start)

    def _note_ports(self, ports: object) -> None:
        """For commands that look for this hub later."""
        at = {"bind": self._hub.bind, "ports": ports}
        try:
            self.folders.running.write_bytes(msgspec.json.encode(at))
        except OSError as error:
            _log.warning("where the hub listens cannot be noted: %s", error)


def backup_folder(folders: Folders, store: StoreSettings) -> Path:
    """Where copies of the store go."""
    return Path(store.backup_folder).resolve() if store.backup_folder else folders.backups


def session_for(user: str, name: str, role: Role, street: str = "") -> SignedIn:
    """A session that this process opens for its own child or window."""
    return SignedIn(secrets.token_urlsafe(24), user, name, role.value, street)
