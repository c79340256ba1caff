"""P1–P3: the real wall playing simulated cameras, against bare ffmpeg doing the same work.

The console's share is the processor time of this process (it holds the window) and of its player
hosts; the limit is one `ffmpeg -threads 1` a stream that decodes, scales to the tile's size and
converts to BGRA, with the same cheap scaler the hosts use, in the same run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from console.video.types import Engine
from tests.bench.report import report
from tests.bench.wall_kit import Wall, cameras, cpu_seconds, streams, wall
from widgets.gui_lag import GuiLag

SIZE = (1920, 1080)
ALL_LIVE_WITHIN = 40.0
SETTLE = 6.0
GUI_SHARE = 0.12
CPU_RATIO = {("sub", Engine.VLC): 1.5}
CPU_RATIO_ELSE = 1.25
FPS = {"sub": 14.5, "main": 24.5}
LAG_MS = 10.0
LAG_MANY_MS = 16.0
MANY = 64


@dataclass(frozen=True)
class Played:
    """What was measured over the wall; cores of processor time, milliseconds."""

    live: int
    gui: float
    hosts: float
    fps_min: float
    lag_p99: float
    lag_p50: float
    picture: tuple[int, int]
    restarts: int


def play(shown: Wall, seconds: float) -> Played:
    """Measure `seconds` of steady playing."""
    tiles = shown.tiles
    shown.run(ALL_LIVE_WITHIN, lambda: shown.live() == len(tiles))
    shown.run(SETTLE)
    lag = GuiLag()
    lag.start()
    hosts = shown.fleet.host_pids()
    before = [shown.fleet.sequence(tile.player) for tile in tiles]
    painted = [tile.painted for tile in tiles]
    cpu, own, begin = cpu_seconds(hosts), time.process_time(), time.monotonic()
    shown.run(seconds)
    elapsed = time.monotonic() - begin
    gui = (time.process_time() - own) / elapsed
    used = (cpu_seconds(hosts) - cpu) / elapsed
    lag.stop()
    rates = [
        min(shown.fleet.sequence(tile.player) - first, tile.painted - paints) / elapsed
        for tile, first, paints in zip(tiles, before, painted, strict=True)
    ]
    frame = shown.fleet.frame(tiles[0].player)
    return Played(
        live=shown.live(),
        gui=gui,
        hosts=used,
        fps_min=min(rates),
        lag_p99=lag.percentile_ms(0.99),
        lag_p50=lag.percentile_ms(0.5),
        picture=(frame.width, frame.height) if frame else (0, 0),
        restarts=shown.fleet.restarts,
    )


def bare(urls: list[str], picture: tuple[int, int], seconds: float) -> float:
    """Cores that one ffmpeg a stream needs for the same pictures."""
    width, height = picture
    scale = f"scale={width}:{height}:flags=fast_bilinear"
    quiet = ["ffmpeg", "-v", "quiet", "-nostdin", "-threads", "1", "-i"]
    output = ["-vf", scale, "-pix_fmt", "bgra", "-f", "rawvideo", "-y", os.devnull]
    players = [subprocess.Popen([*quiet, url, *output]) for url in urls]
    try:
        time.sleep(SETTLE)
        pids = [player.pid for player in players]
        cpu, begin = cpu_seconds(pids), time.monotonic()
        time.sleep(seconds)
        return (cpu_seconds(pids) - cpu) / (time.monotonic() - begin)
    finally:
        for player in players:
            player.kill()
        for player in players:
            player.wait()


def main() -> int:
    """Run once; 0 when every figure meets its target."""
    options = _options()
    engine = Engine(options.player)
    seconds = 10.0 if options.short else options.seconds
    with cameras() as address:
        urls = streams(address, options.tiles, options.profile)
        with wall(engine, urls, SIZE) as shown:
            played = play(shown, seconds)
            used_engine = shown.fleet.engine
        limit = bare(urls, played.picture, seconds)
    many = options.tiles >= MANY
    target = CPU_RATIO.get((options.profile, engine), CPU_RATIO_ELSE)
    value = played.gui + played.hosts
    lag_target = LAG_MANY_MS if many else LAG_MS
    ok = played.live == options.tiles and played.lag_p99 <= lag_target
    if not many:
        ok = ok and value <= target * limit and played.gui <= GUI_SHARE
        ok = ok and played.fps_min >= FPS[options.profile]
    return report(
        f"wall-{options.tiles}-{options.profile}-{options.player}",
        value,
        "cores",
        target,
        limit=limit,
        ok=ok,
        gui_cores=played.gui,
        gui_target=GUI_SHARE,
        host_cores=played.hosts,
        fps_min=played.fps_min,
        fps_target=FPS[options.profile],
        lag_p50_ms=played.lag_p50,
        lag_p99_ms=played.lag_p99,
        lag_target_ms=lag_target,
        live=played.live,
        tiles=options.tiles,
        picture=f"{played.picture[0]}x{played.picture[1]}",
        engine=used_engine.value,
        restarts=played.restarts,
        load_1m=os.getloadavg()[0],
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tiles", type=int, default=36)
    parser.add_argument("--profile", choices=sorted(FPS), default="sub")
    parser.add_argument("--player", choices=[engine.value for engine in Engine], default="vlc")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--short", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
