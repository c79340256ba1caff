"""How much the map tells at a scale."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """Thresholds on the side of a typical grid in pixels, so every district reads the same."""

    cell: float

    @property
    def edges(self) -> bool:
        """Whether single grids can be told apart."""
        return self.cell >= 6

    @property
    def communities(self) -> bool:
        """Whether community names find room."""
        return 84 <= self.cell < 420

    @property
    def grid_labels(self) -> bool:
        """Whether every grid shows its number."""
        return self.cell >= 110

    @property
    def sites(self) -> bool:
        """Whether schools, compounds and sensors are drawn, and units carry their letter."""
        return self.cell >= 100

    @property
    def names(self) -> bool:
        """Whether sites, roads and units carry their names."""
        return self.cell >= 170

    @property
    def lanes(self) -> bool:
        """Whether lanes are drawn."""
        return self.cell >= 40

    @property
    def camera_size(self) -> int:
        """Side of a camera's square, pixels."""
        return 3 if self.cell < 36 else 4 if self.cell < 110 else 6

    @property
    def camera_gap(self) -> int:
        """Cameras closer than this many pixels are drawn as one; 1 draws all."""
        return 1 if self.cell >= 170 else 15 if self.cell < 70 else 11 if self.cell < 110 else 8

    @property
    def cones(self) -> bool:
        """Whether cameras show where they look."""
        return self.cell >= 300

    @property
    def camera_names(self) -> bool:
        """Whether cameras show their numbers."""
        return self.cell >= 520
