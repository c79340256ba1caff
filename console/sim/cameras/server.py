"""The HTTP face of the simulated cameras. Loopback only."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping

from aiohttp import HttpVersion11, web

from console.sim.cameras.encoded_loop import EncodedLoop
from console.sim.cameras.fault import Fault
from console.sim.cameras.live_stream import LiveStream
from console.sim.cameras.ts_mux import TsMux
from console.sim.cameras.viewer import Viewer

HOST = "127.0.0.1"


class CameraServer:
    """Serves /cam/<id>/<profile> for any camera id and takes faults for it."""

    def __init__(
        self,
        loops: Mapping[tuple[str, str], EncodedLoop],
        casting: Mapping[str, str],
        faults: Mapping[str, Fault],
    ) -> None:
        """`loops` by scene and profile; `casting` gives a camera's scene, `faults` its fault."""
        self._streams = {key: LiveStream(loop) for key, loop in loops.items()}
        self._scenes = sorted({scene for scene, _ in loops})
        self._casting = casting
        self._faults = dict(faults)
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> int:
        """Listen on `port`, 0 for any; the port comes back. Raises OSError where it is taken."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/cam/{camera}/{profile}", self._play),
                web.get("/sent/{name}/{profile}", self._sent),
                web.get("/fault/{camera}", self._show_fault),
                web.post("/fault/{camera}", self._set_fault),
                web.post("/faults", self._set_faults),
            ]
        )
        runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5
        )
        await runner.setup()
        site = web.TCPSite(runner, HOST, port, backlog=512)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        return int(runner.addresses[0][1])

    async def stop(self) -> None:
        """Hang up on everybody and stop listening."""
        for stream in self._streams.values():
            await stream.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    def scene_of(self, camera: str) -> str:
        """The scene that a camera shows, always the same."""
        scene = self._casting.get(camera)
        if scene in self._scenes:
            return scene
        return self._scenes[hashlib.sha256(camera.encode()).digest()[0] % len(self._scenes)]

    def fault_of(self, camera: str) -> Fault:
        """What is wrong with a camera just now."""
        return self._faults.get(camera, Fault.NONE)

    async def _play(self, request: web.Request) -> web.StreamResponse:
        camera, profile = request.match_info["camera"], request.match_info["profile"]
        stream = self._streams.get((self.scene_of(camera), profile))
        if stream is None:
            raise web.HTTPNotFound
        fault = self.fault_of(camera)
        while fault is Fault.BLACK_HOLE:
            await asyncio.sleep(0.2)
            fault = self.fault_of(camera)
        if fault is Fault.UNAUTHORIZED:
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": 'Basic realm="camera"'})
        if fault is Fault.UNAVAILABLE:
            raise web.HTTPServiceUnavailable
        return await self._show(request, camera, stream)

    async def _show(
        self, request: web.Request, camera: str, stream: LiveStream
    ) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "video/mp2t"})
        response.headers["Cache-Control"] = "no-store"
        await response.prepare(request)
        await response.write(TsMux().tables())
        transport = request.transport
        if transport is None:
            return response
        viewer = Viewer(
            transport,
            request.version >= HttpVersion11,
            stream.fps,
            lambda: self.fault_of(camera),
        )
        stream.attach(viewer)
        try:
            await viewer.closed.wait()
        finally:
            stream.detach(viewer)
        return response

    async def _sent(self, request: web.Request) -> web.Response:
        name, profile = request.match_info["name"], request.match_info["profile"]
        scene = name if name in self._scenes else self.scene_of(name)
        stream = self._streams.get((scene, profile))
        if stream is None:
            raise web.HTTPNotFound
        return web.json_response({"scene": scene, "fps": stream.fps, "frames": stream.sent})

    async def _show_fault(self, request: web.Request) -> web.Response:
        return web.json_response({"kind": self.fault_of(request.match_info["camera"])})

    async def _set_fault(self, request: web.Request) -> web.Response:
        self._faults[request.match_info["camera"]] = _kind(await request.json())
        return web.json_response({})

    async def _set_faults(self, request: web.Request) -> web.Response:
        body = await request.json()
        kind = _kind(body)
        for camera in body.get("cameras", ()):
            self._faults[str(camera)] = kind
        return web.json_response({})


def _kind(body: object) -> Fault:
    """The fault that a request names."""
    try:
        return Fault(str(body["kind"])) if isinstance(body, dict) else Fault("")
    except (KeyError, ValueError) as error:
        raise web.HTTPBadRequest(text=f"kind must be one of {', '.join(Fault)}") from error
