"""`hub`: the hub alone, for a site with several consoles."""

from __future__ import annotations

import signal
import threading
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from console.bootstrap.workstation import Workstation
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.config import HubSettings, load_settings
from console.errors import SettingsBroken
from console.log import start_logging
from console.supervisor import Message


def hub(arguments: Namespace, _: Text) -> int:
    """Run the hub until Ctrl+C or a termination signal; the exit code."""
    folders = folders_for(arguments, "site")
    settings = load_settings(folders.settings)
    asked = _asked(arguments, settings.hub, folders.settings)
    station = Workstation(folders, asked, settings.store, settings.database, settings.access)
    start_logging(station.hub_logs, "hub-parent")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        station.start_hub((), hear=_Told(_))
        station.wait_for_hub()
        stop.wait()
    finally:
        station.close()
    return 0


def _asked(arguments: Namespace, settings: HubSettings, path: Path) -> HubSettings:
    """The settings with what the command line says instead; raises `SettingsBroken`."""
    names = ("active", "ingest_port", "feed_port")
    given = {name: getattr(arguments, name) for name in names}
    changes = {name: value for name, value in given.items() if value is not None}
    try:
        return replace(settings, standby=settings.standby or arguments.standby, **changes)
    except ValueError as error:
        raise SettingsBroken(path=path, detail=error) from error


class _Told:
    """Prints where the hub listens, and whether it is its turn, as often as that changes."""

    def __init__(self, _: Text) -> None:
        self._text = _
        self._last = ""

    def __call__(self, message: Message) -> None:
        """Hear the hub's process."""
        ports = message.get("ports")
        if not message.get("ready") or not isinstance(ports, dict):
            return
        where = {name: f"tcp://127.0.0.1:{port}" for name, port in ports.items()}
        _ = self._text
        if message.get("active"):
            line = _("The hub listens on {ingest} and {feed}. Ctrl+C ends it.")
        else:
            line = _("The hub waits on {ingest} and {feed} for its turn. Ctrl+C ends it.")
        if (said := line.format(**where)) != self._last:
            self._last = said
            print(said, flush=True)
