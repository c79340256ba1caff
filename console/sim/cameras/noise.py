"""Smooth randomness for clouds, asphalt and leaves."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_SIZE = 256
_TABLE = np.random.default_rng(7).random((_SIZE, _SIZE)).astype(np.float32)


def cells(x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float32]:
    """One random value from 0 to 1 for each unit square."""
    columns = np.floor(x).astype(np.int64) % _SIZE
    rows = np.floor(y).astype(np.int64) % _SIZE
    values: NDArray[np.float32] = _TABLE[rows, columns]
    return values


def smooth(x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float32]:
    """Values from 0 to 1 that change over about one unit."""
    fx, fy = x - np.floor(x), y - np.floor(y)
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    low = cells(x, y) * (1 - fx) + cells(x + 1, y) * fx
    high = cells(x, y + 1) * (1 - fx) + cells(x + 1, y + 1) * fx
    mixed: NDArray[np.float32] = (low * (1 - fy) + high * fy).astype(np.float32)
    return mixed


def layered(x: NDArray[Any], y: NDArray[Any], layers: int = 3) -> NDArray[np.float32]:
    """Several sizes of `smooth` noise on top of each other, 0 to 1."""
    total = np.zeros(np.broadcast(x, y).shape, np.float32)
    weight, share, scale = 0.0, 1.0, 1.0
    for layer in range(layers):
        total += smooth(x * scale + 17 * layer, y * scale + 31 * layer) * share
        weight += share
        share, scale = share / 2, scale * 2.1
    return total / np.float32(weight)
