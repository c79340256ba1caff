"""The camera simulator's process."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from console.child import say, start_message, stop_with_parent, tell_error
from console.errors import ConsoleError, PortTaken, told_os_error
from console.sim.cameras.fault import Fault
from console.sim.cameras.library import SceneLibrary
from console.sim.cameras.scenes import SCENES
from console.sim.cameras.server import CameraServer
from console.sim.cameras.start import CamerasStart


def main() -> None:
    """Serve until the parent ends or asks for the end; the parent hears what prevents it."""
    try:
        asyncio.run(_run(start_message(CamerasStart)))
    except ConsoleError as error:
        tell_error(error)
        raise SystemExit(1) from error
    except OSError as error:
        tell_error(told_os_error(error, "cameras"))
        raise SystemExit(1) from error


async def _run(start: CamerasStart) -> None:
    running = asyncio.get_running_loop()
    serving = asyncio.create_task(_serve(start), name="serve")

    def stop() -> None:
        running.call_soon_threadsafe(serving.cancel)

    stop_with_parent(stop)
    with suppress(asyncio.CancelledError):
        await serving


async def _serve(start: CamerasStart) -> None:
    library = SceneLibrary(Path(start.cache_folder), start.scenes or tuple(SCENES), start.seconds)
    loops = await library.load(lambda done, of: say({"progress": done, "of": of}))
    server = CameraServer(
        loops, start.casting, {camera: Fault(kind) for camera, kind in start.faults.items()}
    )
    try:
        port = await server.start(start.port)
    except OSError as error:
        raise PortTaken(port=start.port, where="--camera-port") from error
    say({"ready": True, "port": port})
    try:
        await asyncio.Event().wait()
    finally:
        await server.stop()


if __name__ == "__main__":
    main()
