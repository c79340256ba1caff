"""What a scene is made of."""

from __future__ import annotations

from dataclasses import dataclass

from console.sim.cameras.actors import Actor
from console.sim.cameras.layout import Layout
from console.sim.cameras.light import Light
from console.sim.cameras.props import Prop
from console.sim.cameras.view import View


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene: its name, the words burnt into it, its light, and what stands and moves in it."""

    name: str
    label: str
    light: Light
    view: View
    layout: Layout
    props: tuple[Prop, ...]
    actors: tuple[Actor, ...]
