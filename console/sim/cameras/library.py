"""The encoded scenes: taken from the cache, or encoded by child processes on the first start."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from console.sim.cameras.encode_start import EncodeStart
from console.sim.cameras.encoded_loop import EncodedLoop, load_loop, loop_path
from console.sim.cameras.profile import PROFILES

Loops = dict[tuple[str, str], EncodedLoop]
Progress = Callable[[int, int], None]


class SceneLibrary:
    """Loops of some scenes, by scene and profile."""

    def __init__(self, folder: Path, scenes: Sequence[str], seconds: int) -> None:
        self._folder = folder
        self._scenes = scenes
        self._seconds = seconds

    async def load(self, progress: Progress) -> Loops:
        """All loops; `progress` hears how many of the missing scenes are done, and of how many.

        Raises RuntimeError where a scene cannot be encoded.
        """
        loops: Loops = {}
        missing = [scene for scene in self._scenes if not self._take(scene, loops)]
        if missing:
            await self._encode(missing, progress)
        for scene in missing:
            if not self._take(scene, loops):
                raise RuntimeError(f"the scene {scene} could not be encoded")
        return loops

    def _take(self, scene: str, loops: Loops) -> bool:
        """Put a scene's loops from the cache into `loops`; False if one is not there."""
        for profile in PROFILES:
            loop = load_loop(loop_path(self._folder, scene, profile, self._seconds))
            if loop is None:
                return False
            loops[scene, profile] = loop
        return True

    async def _encode(self, scenes: list[str], progress: Progress) -> None:
        """Share `scenes` among as many children as there are processors."""
        workers = min(len(scenes), max(2, os.cpu_count() or 2))
        done = 0
        progress(0, len(scenes))

        def count() -> None:
            nonlocal done
            done += 1
            progress(done, len(scenes))

        await asyncio.gather(
            *(self._encode_share(scenes[index::workers], count) for index in range(workers))
        )

    async def _encode_share(self, scenes: list[str], count: Callable[[], None]) -> None:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "console.sim.cameras.encode_process"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the encoder has no pipes")
        try:
            start = EncodeStart(str(self._folder), self._seconds, scenes)
            child.stdin.write(msgspec.json.encode(start) + b"\n")
            async for _ in child.stdout:
                count()
        finally:
            child.stdin.close()
            await child.wait()
