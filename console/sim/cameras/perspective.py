"""From places on the ground to places in the picture."""

from __future__ import annotations

HORIZON = 0.40
VANISHING_X = 0.5


def at(side: float, depth: float) -> tuple[float, float, float]:
    """Picture x, picture y and scale of a ground point.

    `side` is −1…1 across the picture's lower edge, `depth` 0 at the camera, 1 far and 4 very far.
    """
    scale = 1 / (1 + 2.2 * depth)
    return VANISHING_X + side * 0.5 * scale, HORIZON + (1 - HORIZON) * scale, scale
