"""The hub as a child process: starts from a message on stdin, says where it listens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from console.bus.allow_list import AllowList
from console.bus.keys import load_keypair
from console.child import say, start_message, stop_with_parent, tell_error
from console.errors import ConsoleError
from console.hub.config import HubConfig, HubStart
from console.hub.server import HubServer
from console.log import start_logging
from console.services.core import HubCore

CoreFactory = Callable[[HubStart, Callable[[], int]], AbstractContextManager[HubCore]]
"""Builds the services over their store and closes them afterwards.

The second argument tells how many consoles are attached, for the hub's health.
"""


def main(make_core: CoreFactory) -> int:
    """Run the hub until the parent goes; returns the process's exit code.

    Says `{"ready": true, "ports": {"ingest": …, "feed": …}}` once both sockets are bound, or what
    hindered it (`tell_error`).
    """
    start = start_message(HubStart)
    start_logging(Path(start.log_folder), "hub")
    try:
        running: list[HubServer] = []
        with make_core(start, lambda: sum(one.consoles for one in running)) as core:
            server = HubServer(core, _config(start))
            running.append(server)
            stop_with_parent(server.stop)
            say({"ready": True, "ports": {"ingest": server.ingest_port, "feed": server.feed_port}})
            server.run()
    except ConsoleError as error:
        tell_error(error)
        return 1
    return 0


def _config(start: HubStart) -> HubConfig:
    return HubConfig(
        bind=start.bind,
        ingest_port=start.ingest_port,
        feed_port=start.feed_port,
        keys=load_keypair(Path(start.server_key)),
        allow_list=AllowList(Path(start.allow_list)),
        sessions=start.sessions,
    )
