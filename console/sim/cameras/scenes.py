"""The scenes that simulated cameras show, by name."""

from __future__ import annotations

from console.sim.cameras.day_scenes import DAY_SCENES
from console.sim.cameras.dim_scenes import DIM_SCENES
from console.sim.cameras.scene import Scene

SCENES: dict[str, Scene] = {scene.name: scene for scene in (*DAY_SCENES, *DIM_SCENES)}
"""All scenes by name; their order gives the numbers that are burnt in."""
