"""The theme's colours mixed for the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from widgets.theme import Theme

FILL_SHARE = {1: 0.45, 2: 0.45, 3: 0.30, 4: 0.22}
"""How strongly a grid takes on the colour of its worst open case."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Opaque colours for the map; `cells` by level, 0 where no case is open."""

    outside: QColor
    cells: tuple[QColor, ...]
    edge: QColor
    boundary: QColor
    road: QColor
    road_minor: QColor
    label: QColor
    halo: QColor
    camera: QColor
    offline: QColor
    unknown: QColor
    unit: QColor
    accent: QColor

    @classmethod
    def of(cls, theme: Theme) -> Palette:
        """Mix the palette of the theme in force."""
        ground = theme.color("panel")
        cell = mix(theme.color("map_cell"), ground, 0.65)
        levels = (mix(theme.level(level), cell, FILL_SHARE[level]) for level in (1, 2, 3, 4))
        edge = theme.color("map_line")
        road = theme.color("map_road")
        return cls(
            outside=theme.color("ground"),
            cells=(cell, *levels),
            edge=mix(theme.color("map_label"), edge, 0.10),
            boundary=mix(theme.color("map_label"), edge, 0.35),
            road=mix(road, cell, 0.72),
            road_minor=mix(road, cell, 0.42),
            label=theme.color("map_label"),
            halo=with_alpha(mix(cell, ground, 0.6), 0.9),
            camera=theme.color("camera"),
            offline=theme.color("bad"),
            unknown=theme.color("muted"),
            unit=theme.color("ok"),
            accent=theme.color("accent"),
        )


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """`over` laid on `under` with an opacity of `share` (0–1)."""
    return QColor.fromRgbF(
        under.redF() + (over.redF() - under.redF()) * share,
        under.greenF() + (over.greenF() - under.greenF()) * share,
        under.blueF() + (over.blueF() - under.blueF()) * share,
    )


def with_alpha(color: QColor, alpha: float) -> QColor:
    """The colour with another opacity (0–1)."""
    copy = QColor(color)
    copy.setAlphaF(alpha)
    return copy
