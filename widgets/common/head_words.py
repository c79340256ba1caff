"""A head-count in figures: 16+3 / 19."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.domain.head_line import HeadLine


def head_figures(heads: Sequence[HeadLine]) -> str:
    """People here + safe elsewhere / expected, and how many are missing; empty without a list."""
    if not heads:
        return ""
    found = sum(one.found or 0 for one in heads)
    elsewhere = sum(one.elsewhere for one in heads)
    missing = sum(one.missing for one in heads)
    figures = f"{found}+{elsewhere} / {sum(one.expected for one in heads)}"
    if not missing:
        return QCoreApplication.translate("HeadWords", "{figures} all found").format(
            figures=figures
        )
    words = QCoreApplication.translate("HeadWords", "{figures} · {missing} missing")
    return words.format(figures=figures, missing=missing)
