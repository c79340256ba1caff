"""Says in the terminal that Chinese cannot be written in the window."""

from __future__ import annotations

import sys

from console.cli.parser import Text


def tell_missing_font(language: str, _: Text) -> None:
    """Say so where the window is to be Chinese; its application must exist."""
    from widgets.fonts import can_write_chinese

    if language == "zh_CN" and not can_write_chinese():
        text = _(
            "No Chinese font is installed, so Chinese shows as boxes. "
            "Install one (Debian: apt install fonts-noto-cjk) and start again."
        )
        print(text, file=sys.stderr, flush=True)
