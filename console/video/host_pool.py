"""The processes behind a fleet and the one thread that feeds, hears and restarts them."""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from console.video.frame_ring import FrameRing, bytes_for
from console.video.host_process import HostProcess
from console.video.messages import Hide, HostReport, Resize, Show, Start
from console.video.restart_policy import RestartPolicy
from console.video.tile_slot import TileSlot, Wish
from console.video.types import Engine

_TICK = 0.25
_STEADY_AFTER = 30.0
_END_WITHIN = 1.0
_PADDING = 16
_log = logging.getLogger(__name__)


class _Berth:
    """A place for one host: the process while it runs, its tiles also while it does not."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.process: HostProcess | None = None
        self.tiles: dict[int, TileSlot] = {}
        self.policy = RestartPolicy()
        self.start_at = 0.0


class HostPool:
    """Assigns tiles to hosts; all its work is done in the thread `video-fleet`."""

    def __init__(self, engine: Engine, log_folder: Path, tiles_per_host: int) -> None:
        self.engine = engine
        self.engine_reason = ""
        self.restarts = 0
        self._wanted = engine
        self._log_folder = log_folder
        self._tiles_per_host = tiles_per_host
        self._berths: list[_Berth] = []
        self._jobs: deque[Callable[[], None]] = deque()
        self._selector = selectors.DefaultSelector()
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._selector.register(self._wake_read, selectors.EVENT_READ)
        self._ending = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="video-fleet", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._log_folder.mkdir(parents=True, exist_ok=True)
        self._thread.start()

    def pids(self) -> tuple[int, ...]:
        """Process ids of the running hosts."""
        running = [berth.process for berth in list(self._berths)]
        return tuple(process.pid for process in running if process is not None)

    def show(self, tile: int, slot: TileSlot) -> None:
        """Play `slot` on `tile`."""
        self._post(lambda: self._show(tile, slot))

    def resize(self, tile: int, slot: TileSlot, wish: Wish) -> None:
        """Play on in another size."""
        self._post(lambda: self._resize(tile, slot, wish))

    def hide(self, tile: int) -> None:
        """Stop playing on `tile`."""
        self._post(lambda: self._hide(tile))

    def prewarm(self, tiles: int) -> None:
        """Have hosts for `tiles` tiles running."""
        self._post(lambda: self._prewarm(tiles))

    def close(self) -> None:
        """End everything. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._ending.set()
        self._wake()
        if self._thread.is_alive():
            self._thread.join()
        self._selector.close()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _post(self, job: Callable[[], None]) -> None:
        if not self._closed:
            self._jobs.append(job)
            self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake_write, b"x")

    def _run(self) -> None:
        while not self._ending.is_set():
            for key, events in self._selector.select(_TICK):
                self._serve(key, events)
            while self._jobs and not self._ending.is_set():
                self._jobs.popleft()()
            self._look_after(time.monotonic())
        self._end_all()

    def _serve(self, key: selectors.SelectorKey, events: int) -> None:
        if key.fd == self._wake_read:
            with contextlib.suppress(BlockingIOError):
                os.read(self._wake_read, 4096)
            return
        berth: _Berth = key.data
        process = berth.process
        if process is None:
            return
        if events & selectors.EVENT_WRITE:
            process.flush()
            self._watch(berth, process)
        else:
            self._hear(berth, process)

    def _hear(self, berth: _Berth, process: HostProcess) -> None:
        try:
            reports = process.receive()
        except ValueError:
            reports = None  # what it says makes no sense: it is broken
        if reports is None:
            self._lose(berth, "host_died")
            return
        for report in reports:
            self._note(berth, report)

    def _note(self, berth: _Berth, report: HostReport) -> None:
        if report.engine is not self.engine:
            _log.info("player: %s instead of %s", report.engine, self.engine)
        self.engine, self.engine_reason = report.engine, report.engine_reason
        for tile in report.tiles:
            slot = berth.tiles.get(tile.tile)
            if slot is not None and slot.wish.order == tile.order:
                slot.heard(tile)
                self._drop_previous(slot)

    def _look_after(self, now: float) -> None:
        for berth in self._berths:
            process = berth.process
            if process is None:
                if berth.start_at and now >= berth.start_at:
                    self._launch(berth)
            elif process.overdue(now):
                self._lose(berth, "host_stalled")
            elif now - process.started_at > _STEADY_AFTER:
                berth.policy.succeeded()

    def _launch(self, berth: _Berth) -> None:
        berth.start_at = 0.0
        log = self._log_folder / f"video-host-{berth.number}.err"
        try:
            process = HostProcess(Start(self._wanted), log)
        except OSError:
            self._retry(berth, "host_failed")
            return
        berth.process = process
        self._selector.register(process.output, selectors.EVENT_READ, berth)
        for tile, slot in berth.tiles.items():
            self._send_show(berth, tile, slot)

    def _lose(self, berth: _Berth, reason: str) -> None:
        process = berth.process
        if process is None:
            return
        _log.info("player host %d: %s", berth.number, reason)
        self._unwatch(process)
        process.end(grace=0.0)
        berth.process = None
        self._retry(berth, reason)

    def _retry(self, berth: _Berth, reason: str) -> None:
        self.restarts += 1
        pause = berth.policy.failed()
        berth.start_at = time.monotonic() + pause
        for slot in berth.tiles.values():
            slot.lost(reason, pause)

    def _unwatch(self, process: HostProcess) -> None:
        for descriptor in (process.output, process.input):
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(descriptor)

    def _watch(self, berth: _Berth, process: HostProcess) -> None:
        """Wait for room in its stdin only while there is something to write."""
        watched = process.input in self._selector.get_map()
        if process.wants_to_write and not watched:
            self._selector.register(process.input, selectors.EVENT_WRITE, berth)
        elif watched and not process.wants_to_write:
            self._selector.unregister(process.input)

    def _prewarm(self, tiles: int) -> None:
        for _ in range(len(self._berths), -(-tiles // self._tiles_per_host)):
            self._add_berth()

    def _add_berth(self) -> _Berth:
        berth = _Berth(len(self._berths) + 1)
        self._berths.append(berth)
        self._launch(berth)
        return berth

    def _berth_of(self, tile: int) -> _Berth | None:
        return next((berth for berth in self._berths if tile in berth.tiles), None)

    def _show(self, tile: int, slot: TileSlot) -> None:
        berth = self._berth_of(tile)
        if berth is None:
            room = [one for one in self._berths if len(one.tiles) < self._tiles_per_host]
            berth = min(room, key=lambda one: len(one.tiles)) if room else self._add_berth()
        else:
            self._free(berth.tiles[tile])
        berth.tiles[tile] = slot
        slot.ring = FrameRing.create(bytes_for(slot.wish.width + _PADDING, slot.wish.height))
        self._send_show(berth, tile, slot)

    def _resize(self, tile: int, slot: TileSlot, wish: Wish) -> None:
        berth = self._berth_of(tile)
        if berth is None or berth.tiles.get(tile) is not slot or slot.wish is not wish:
            return
        ring, slot.previous = slot.ring, slot.shown()
        if ring is not None and ring is not slot.previous:
            self._drop(ring)
        slot.ring = FrameRing.create(bytes_for(wish.width + _PADDING, wish.height))
        message = Resize(tile, wish.order, slot.ring.name, wish.width, wish.height)
        if berth.process is not None:
            berth.process.send(message)
            self._watch(berth, berth.process)

    def _hide(self, tile: int) -> None:
        berth = self._berth_of(tile)
        if berth is None:
            return
        self._free(berth.tiles.pop(tile))
        if berth.process is not None:
            berth.process.send(Hide(tile))
            self._watch(berth, berth.process)

    def _send_show(self, berth: _Berth, tile: int, slot: TileSlot) -> None:
        wish, ring = slot.wish, slot.ring
        if berth.process is None or ring is None:
            return
        stream = wish.stream
        berth.process.send(
            Show(
                tile=tile,
                order=wish.order,
                camera=stream.camera,
                url=stream.url,
                username=stream.username,
                password=stream.password,
                ring=ring.name,
                width=wish.width,
                height=wish.height,
            )
        )
        self._watch(berth, berth.process)

    def _free(self, slot: TileSlot) -> None:
        for ring in (slot.ring, slot.previous):
            if ring is not None:
                self._drop(ring)

    def _drop_previous(self, slot: TileSlot) -> None:
        if slot.previous is not None and slot.ring is not None and slot.ring.sequence():
            previous, slot.previous = slot.previous, None
            self._drop(previous)

    def _drop(self, ring: FrameRing) -> None:
        ring.unlink()
        ring.close()

    def _end_all(self) -> None:
        processes = [berth.process for berth in self._berths if berth.process is not None]
        for process in processes:
            self._unwatch(process)
            process.ask_to_end()
        deadline = time.monotonic() + _END_WITHIN
        for process in processes:
            process.end(max(0.0, deadline - time.monotonic()))
        for berth in self._berths:
            for slot in berth.tiles.values():
                self._free(slot)
        self._berths.clear()
