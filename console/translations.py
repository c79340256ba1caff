"""Translated sentences from the Qt `.ts` files, read without Qt so that any process can."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "zh_CN")


def system_language() -> str:
    """`zh_CN` where the system speaks Chinese, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "zh_CN" if spoken.lower().startswith("zh") else SOURCE_LANGUAGE


class Translations:
    """Sentences of one language by context and English source; an unknown one stays English."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self._texts: dict[tuple[str, str], str] = {}
        for path in sorted((folder / language).glob("*.ts")):
            self._texts.update(read_ts(path))

    def text(self, context: str, source: str) -> str:
        """The translation of `source` in `context`, or `source` itself."""
        return self._texts.get((context, source), source)

    def keys(self) -> frozenset[tuple[str, str]]:
        """Every (context, source) that has a translation."""
        return frozenset(self._texts)


def read_ts(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """The finished translations of one `.ts` file as ((context, source), text)."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 our own files
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and "type" not in translation.attrib:
                yield (name, message.findtext("source", "")), translation.text
