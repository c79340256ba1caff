"""A player host: a child process that plays a few cameras into shared memory.

Run as `python -m console.video.host`; speaks `console.video.messages` on stdin and stdout. It
ends at once when its stdin does.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

import av
import av.logging
import msgspec

from console.child import say, start_message
from console.video.av_player import AvPlayer
from console.video.frame_ring import FrameRing
from console.video.messages import Command, Hide, HostReport, Resize, Show, Start
from console.video.player import Player
from console.video.redaction import RedactedLog
from console.video.tile_session import MakePlayer, TileSession
from console.video.types import Engine

REPORT_EVERY = 0.5


class Host:
    """The tiles of one process and the thread that reports about them."""

    def __init__(
        self, engine: Engine, engine_reason: str, make_player: MakePlayer, log: RedactedLog
    ) -> None:
        self._engine = engine
        self._engine_reason = engine_reason
        self._make_player = make_player
        self._log = log
        self._sessions: dict[int, TileSession] = {}
        self._changed = threading.Event()

    def obey(self, command: Command) -> None:
        """Carry out one command; never waits for a camera."""
        match command:
            case Show():
                self._stop(command.tile)
                self._start(command)
            case Resize():
                self._resize(command)
            case Hide():
                self._stop(command.tile)

    def keep_reporting(self) -> None:
        """Say how the tiles are, twice a second and whenever one changes. Never returns."""
        while True:
            sessions = list(self._sessions.values())
            tiles = tuple(session.report() for session in sessions)
            say(msgspec.to_builtins(HostReport(self._engine, self._engine_reason, tiles)))
            self._changed.wait(REPORT_EVERY)
            self._changed.clear()

    def _start(self, command: Show) -> None:
        self._log.hide(command.password)
        ring = self._attach(command.ring)
        if ring is not None:
            self._sessions[command.tile] = TileSession(
                command, ring, self._make_player, self._changed.set, self._log.line
            )
            self._changed.set()

    def _resize(self, command: Resize) -> None:
        session = self._sessions.get(command.tile)
        ring = self._attach(command.ring) if session is not None else None
        if session is not None and ring is not None:
            session.resize(command, ring)

    def _stop(self, tile: int) -> None:
        session = self._sessions.pop(tile, None)
        if session is not None:
            session.stop()

    def _attach(self, name: str) -> FrameRing | None:
        """The window may have moved on since it sent the command; then there is nothing to do."""
        try:
            return FrameRing.attach(name)
        except (FileNotFoundError, ValueError):
            return None


def choose_engine(wanted: Engine) -> tuple[Engine, str, MakePlayer]:
    """The engine that works here, why not the wanted one, and how to make its players."""
    if wanted is Engine.VLC:
        try:
            return Engine.VLC, "", _vlc_players()
        except ImportError:
            return Engine.FFMPEG, "libvlc_missing", AvPlayer
    return Engine.FFMPEG, "", AvPlayer


def _vlc_players() -> Callable[[FrameRing, int, int], Player]:
    """Import libVLC only where it is wanted: it may be missing, and costs time to load."""
    try:
        from console.video.vlc_player import VlcPlayer, VlcUnusable, make_instance  # noqa: PLC0415
    except (OSError, NameError, AttributeError, NotImplementedError, SystemExit) as error:
        # SystemExit: python-vlc ends the process where PYTHON_VLC_LIB_PATH names no library.
        raise ImportError from error
    try:
        instance: Any = make_instance()
    except VlcUnusable as error:
        raise ImportError from error
    return lambda ring, width, height: VlcPlayer(instance, ring, width, height)


def main() -> None:
    """Read the start message, then commands, until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    faulthandler.enable()
    av.logging.set_level(None)
    log = RedactedLog()
    sys.excepthook = log.trace
    threading.excepthook = lambda hook: log.trace(hook.exc_type, hook.exc_value, hook.exc_traceback)
    host = Host(*choose_engine(start_message(Start).engine), log)
    threading.Thread(target=host.keep_reporting, name="report", daemon=True).start()
    commands = msgspec.json.Decoder(Command)
    for line in sys.stdin.buffer:
        host.obey(commands.decode(line))


if __name__ == "__main__":
    try:
        main()
    finally:
        # libVLC and blocked connections must not hold up the end of the process.
        os._exit(0)
