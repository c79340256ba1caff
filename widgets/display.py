"""Whether there is a screen to open a window on; asked before Qt, which would abort."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """False only where Qt's own choice of platform would find nothing."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
