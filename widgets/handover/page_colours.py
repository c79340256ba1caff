"""The colours of a page of rich text."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class PageColours:
    """Names as HTML knows them."""

    ink: str
    paper: str
    muted: str
    line: str
    accent: str

    @classmethod
    def on_screen(cls, theme: Theme) -> PageColours:
        """Those of the theme in force."""
        names = ("text", "field", "muted", "line", "accent")
        return cls(*(theme.color(name).name() for name in names))


PAPER = PageColours("#000000", "#FFFFFF", "#555555", "#999999", "#0B4A7A")
"""Black on white."""
