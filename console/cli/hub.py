"""`hub`: the hub alone, for a site with several consoles."""

from __future__ import annotations

import signal
import threading
from argparse import Namespace

from console.bootstrap.workstation import Workstation
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.config import load_settings
from console.log import start_logging


def hub(arguments: Namespace, _: Text) -> int:
    """Run the hub until Ctrl+C or a termination signal; the exit code."""
    folders = folders_for(arguments, "site")
    start_logging(folders.logs, "hub-parent")
    settings = load_settings(folders.settings)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    station = Workstation(folders, settings.hub, settings.store)
    try:
        station.start_hub(())
        station.wait_for_hub()
        where = {"ingest": station.ingest, "feed": station.feed}
        print(_("The hub listens on {ingest} and {feed}. Ctrl+C ends it.").format(**where))
        stop.wait()
    finally:
        station.close()
    return 0
