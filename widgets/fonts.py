"""The application's font: Chinese-capable, digits of one width."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Sans-serif families with simplified Chinese, best first."""

SIZE = 14
"""Pixels of ordinary text at the desk."""


def app_font() -> QFont:
    """The font of everything, 14 px with tabular digits."""
    known = set(QFontDatabase.families())
    families = [family for family in CHINESE if family in known]
    font = QFont([*families, "sans-serif"])
    font.setPixelSize(SIZE)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def can_write_chinese() -> bool:
    """Whether any installed font has simplified Chinese."""
    system = QFontDatabase.WritingSystem.SimplifiedChinese
    return bool(QFontDatabase.families(system))
