"""How long this process has been running, as its user feels it."""

from __future__ import annotations

import time

import psutil


def since_start() -> float:
    """Seconds since the operating system started this process."""
    return time.time() - psutil.Process().create_time()
