"""What can be shown on the map or left out."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """One switchable layer."""

    CASES = "cases"
    GRIDS = "grids"
    CAMERAS = "cameras"
    UNITS = "units"
    ROADS = "roads"
    LABELS = "labels"
    SITES = "sites"
    VENUES = "venues"
    SECTORS = "sectors"
