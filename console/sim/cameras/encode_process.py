"""A child process that encodes scenes at low priority and says which are done."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from console.child import say, start_message, stop_with_parent
from console.sim.cameras.encode_start import EncodeStart
from console.sim.cameras.encoded_loop import loop_path, save_loop
from console.sim.cameras.encoder import Stopped, encode
from console.sim.cameras.profile import PROFILES


def main() -> None:
    """Encode what the start message asks for, then end."""
    start = start_message(EncodeStart)
    stopped = threading.Event()
    stop_with_parent(stopped.set)
    os.nice(5)
    for scene in start.scenes:
        try:
            loops = encode(scene, tuple(PROFILES.values()), start.seconds, stopped.is_set)
        except Stopped:
            return
        for profile, loop in loops.items():
            save_loop(loop, loop_path(Path(start.folder), scene, profile, start.seconds))
        say({"done": scene})


if __name__ == "__main__":
    main()
