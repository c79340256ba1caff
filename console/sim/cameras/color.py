"""Colours as red, green and blue, 0–255."""

from __future__ import annotations

Color = tuple[float, float, float]
