"""System packages the program needs, and why; installs the missing ones with apt where it may.

Runs before anything else is installed, so it uses the standard library only:
`python3 -m console.packages run|test`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

RUN = {
    "libvlc5": "plays the camera pictures (without it the FFmpeg player is used)",
    "vlc-plugin-base": "decoders for libVLC",
    "fonts-noto-cjk": "Chinese text",
    "libegl1": "Qt's drawing",
    "libgl1": "Qt's drawing",
    "libfontconfig1": "finds fonts",
    "libdbus-1-3": "Qt's link to the desktop",
    "libxkbcommon-x11-0": "keyboard on X11",
    "libxcb-cursor0": "Qt's X11 window",
    "libxcb-icccm4": "Qt's X11 window",
    "libxcb-image0": "Qt's X11 window",
    "libxcb-keysyms1": "Qt's X11 window",
    "libxcb-randr0": "Qt's X11 window",
    "libxcb-render-util0": "Qt's X11 window",
    "libxcb-shape0": "Qt's X11 window",
    "libxcb-xinerama0": "Qt's X11 window",
    "libpulse0": "alarm sounds",
}
TEST = {
    "xvfb": "a screen for tests of real windows",
    "xdotool": "presses keys in tests of real windows",
    "mosquitto": "the MQTT broker that the bridge is tested against",
    "nats-server": "the JetStream server that the bridge is tested against",
    "postgresql": "the server of a shared site that the store is tested against",
    "ffmpeg": "the yardstick of the video benches",
    "python3-gi": "runs the RTSP test server",
    "gir1.2-gst-rtsp-server-1.0": "RTSP test server",
    "gstreamer1.0-plugins-base": "RTSP test server",
    "gstreamer1.0-plugins-good": "RTSP test server",
    "gstreamer1.0-plugins-bad": "H.265 for the RTSP test server",
    "gstreamer1.0-plugins-ugly": "H.264 for the RTSP test server",
}


def installed(package: str) -> bool:
    """Whether dpkg knows `package` as installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


def apt_prefix() -> list[str] | None:
    """How apt may be run here without asking anybody: as root, by sudo, or not at all."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    sudo = shutil.which("sudo")
    if sudo and _succeeds([sudo, "-n", "true"]):
        return [sudo, "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def _succeeds(command: list[str]) -> bool:
    """Run `command` quietly; its errors still reach the user."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def install(missing: dict[str, str]) -> bool:
    """Install `missing` packages, saying which and why; whether apt did it."""
    print("System packages that are missing:")
    for package, why in missing.items():
        print(f"  {package}: {why}")
    prefix = apt_prefix()
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if prefix is None:
        print("They could not be installed from here. As an administrator, run:")
        print("  " + " ".join(command))
        return False
    print("Installing them with apt …", flush=True)
    _succeeds([*prefix, "apt-get", "update", "-q"])
    done = _succeeds([*prefix, *command])
    print("Installed." if done else "apt could not install all of them; going on without.")
    return done


def main(argv: list[str]) -> int:
    """Make sure of the packages for `run` or `test`; missing ones only fail the tests."""
    tests = argv == ["test"]
    wanted = RUN | TEST if tests else RUN
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return 0
    missing = {package: why for package, why in wanted.items() if not installed(package)}
    if not missing or install(missing):
        return 0
    return 1 if tests else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
