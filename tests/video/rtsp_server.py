"""An RTSP camera for the tests. Run by the system's Python, which has GStreamer's bindings.

Reads one JSON line on stdin: {"clips": {"/path": ["h264"|"h265", file]}, "username", "password"}.
Prints the port. Ends with its stdin. The clips are elementary streams, played at the pace of a
live source and over again.
"""

import json
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

FPS = 15


class Pump(threading.Thread):
    """Feeds the access units of a clip into an appsrc as fast as the frames are due."""

    def __init__(self, source, units):
        super().__init__(daemon=True)
        self._source, self._units = source, units

    def run(self):
        number, start = 0, GLib.get_monotonic_time()
        while True:
            buffer = Gst.Buffer.new_wrapped(self._units[number % len(self._units)])
            buffer.pts = buffer.dts = number * Gst.SECOND // FPS
            if self._source.emit("push-buffer", buffer) != Gst.FlowReturn.OK:
                return
            number += 1
            due = start + number * 1_000_000 // FPS
            GLib.usleep(max(0, due - GLib.get_monotonic_time()))


class Factory(GstRtspServer.RTSPMediaFactory):
    """Media of one clip; every client gets its own."""

    def __init__(self, codec, units):
        super().__init__()
        self._units = units
        self.set_launch(
            f"( appsrc name=source is-live=true format=time do-timestamp=false "
            f"caps=video/x-{codec},stream-format=byte-stream,alignment=au,framerate={FPS}/1 "
            f"! {codec}parse ! rtp{codec}pay name=pay0 pt=96 )"
        )
        self.connect("media-configure", self._configure)

    def _configure(self, _factory, media):
        source = media.get_element().get_child_by_name("source")
        Pump(source, self._units).start()


def access_units(data, codec):
    """Split an elementary stream before every access unit delimiter."""
    delimiter = b"\x00\x00\x00\x01\x09" if codec == "h264" else b"\x00\x00\x00\x01\x46"
    parts = data.split(delimiter)[1:]
    return [delimiter + part for part in parts]


def secure(server, username, password):
    """Digest authentication, one user who may see and build everything."""
    auth = GstRtspServer.RTSPAuth.new()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth.add_digest(username, password, token)
    server.set_auth(auth)


def main():
    wanted = json.loads(sys.stdin.readline())
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    secure(server, wanted["username"], wanted["password"])
    for path, (codec, clip) in wanted["clips"].items():
        with open(clip, "rb") as file:
            factory = Factory(codec, access_units(file.read(), codec))
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
        server.get_mount_points().add_factory(path, factory)
    server.attach(None)
    print(server.get_bound_port(), flush=True)
    loop = GLib.MainLoop()

    def wait_for_end():
        sys.stdin.read()
        loop.quit()

    threading.Thread(target=wait_for_end, daemon=True).start()
    loop.run()


main()
