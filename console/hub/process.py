"""The hub as a child process: starts from a message on stdin, says where it listens."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path

from console.bus.allow_list import AllowList
from console.bus.keys import load_keypair
from console.child import say, start_message, stop_with_parent, tell_error
from console.errors import AlreadyRunning, ConsoleError, DatabaseAway, DatabaseLocked, told_os_error
from console.hub.config import HubConfig, HubStart
from console.hub.server import HubServer
from console.hub.standby import Standby
from console.log import start_logging
from console.services.core import HubCore
from console.services.health import Attached

YOUNG_OBJECTS = 20_000
"""Objects made before the collector looks at the young ones."""

_log = logging.getLogger(__name__)

CoreFactory = Callable[[HubStart, Attached], AbstractContextManager[HubCore]]
"""Builds the services over their store and closes them afterwards.

The second argument tells which consoles are attached, for the hub's health.
"""


def main(make_core: CoreFactory) -> int:
    """Run the hub until the parent goes; returns the process's exit code.

    Says `{"ready": true, "active": true, "ports": {"ingest": …, "feed": …}}` once both sockets are
    bound, or what hindered it (`tell_error`). A standby says the same with `"active": false` while
    another hub has the store, and again when its own turn has come.
    """
    start = start_message(HubStart)
    start_logging(Path(start.log_folder), "hub")
    turn = _Turn()
    stop_with_parent(turn.stop)
    try:
        running: list[HubServer] = []
        with ExitStack() as stack:
            config = _config(start)
            opened = _wait_for_turn(
                lambda: make_core(
                    start, lambda: tuple(link for one in running for link in one.attached)
                ),
                start,
                config,
                turn,
                stack,
            )
            if opened is None:
                return 0
            core, config = opened
            server = HubServer(core, config)
            running.append(server)
            _spare_collector()
            ports = {"ingest": server.ingest_port, "feed": server.feed_port}
            say({"ready": True, "active": True, "ports": ports})
            turn.at(server.stop)
            server.run()
    except ConsoleError as error:
        _log.error("the hub ends: %s", error)
        tell_error(error)
        return 1
    except OSError as error:
        tell_error(told_os_error(error, start.data_folder))
        return 1
    return 0


def _spare_collector() -> None:
    """What is here now stays; a batch of events makes thousands of objects and no cycle."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 20, 20)


class _Turn:
    """Stops whatever runs now, or what is about to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped = False
        self._stop: Callable[[], None] | None = None

    def at(self, stop: Callable[[], None] | None) -> None:
        """From now on `stop` is what ends the process."""
        with self._lock:
            self._stop = stop
            if self._stopped and stop is not None:
                stop()

    def stop(self) -> None:
        """End it."""
        with self._lock:
            self._stopped = True
            if self._stop is not None:
                self._stop()


def _wait_for_turn(
    open_core: Callable[[], AbstractContextManager[HubCore]],
    start: HubStart,
    config: HubConfig,
    turn: _Turn,
    stack: ExitStack,
) -> tuple[HubCore, HubConfig] | None:
    """Open the store; a standby answers until it is free. None where the end comes first."""
    standby: Standby | None = None
    try:
        while True:
            try:
                return stack.enter_context(open_core()), config
            except (AlreadyRunning, DatabaseAway, DatabaseLocked):
                if not start.standby:
                    raise
            if standby is None:
                standby = Standby(config, start.active)
                turn.at(standby.stop)
                ingest, feed = standby.ports
                config = replace(config, ingest_port=ingest, feed_port=feed)
                say({"ready": True, "active": False, "ports": {"ingest": ingest, "feed": feed}})
            standby.run()
            if standby.stopping:
                return None
    finally:
        if standby is not None:
            turn.at(None)
            standby.close()


def _config(start: HubStart) -> HubConfig:
    return HubConfig(
        bind=start.bind,
        ingest_port=start.ingest_port,
        feed_port=start.feed_port,
        keys=load_keypair(Path(start.server_key)),
        allow_list=AllowList(Path(start.allow_list)),
        sessions=start.sessions,
        settings=start.settings,
    )
