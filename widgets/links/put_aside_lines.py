"""Refused events as lines of a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.client.put_aside import PutAside
from console.client.store import Store
from widgets.common.lamp import LampState
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.i18n.texts import Texts
from widgets.links.link_line import LinkLine

AT, SOURCE, NUMBER, CODE, TYPE, SIZE, DIGEST, STATE = range(8)
COLUMNS = (
    QT_TRANSLATE_NOOP("PutAsideLines", "Time"),
    QT_TRANSLATE_NOOP("PutAsideLines", "Source"),
    QT_TRANSLATE_NOOP("PutAsideLines", "Number"),
    QT_TRANSLATE_NOOP("PutAsideLines", "Reason"),
    QT_TRANSLATE_NOOP("PutAsideLines", "Type"),
    QT_TRANSLATE_NOOP("PutAsideLines", "Bytes"),
    QT_TRANSLATE_NOOP("PutAsideLines", "SHA-256"),
    QT_TRANSLATE_NOOP("PutAsideLines", "State"),
)
_REASONS: Mapping[str, str] = {
    "BAD_JSON": QT_TRANSLATE_NOOP("PutAsideLines", "Not readable"),
    "SCHEMA": QT_TRANSLATE_NOOP("PutAsideLines", "Fields missing or wrong"),
    "NOT_YOURS": QT_TRANSLATE_NOOP("PutAsideLines", "In another source's name"),
    "SEQ": QT_TRANSLATE_NOOP("PutAsideLines", "Wrong number"),
    "BAD_TIME": QT_TRANSLATE_NOOP("PutAsideLines", "Time is not UTC"),
    "UNKNOWN_TYPE": QT_TRANSLATE_NOOP("PutAsideLines", "Unknown type"),
    "BODY": QT_TRANSLATE_NOOP("PutAsideLines", "Content missing or wrong"),
    "TOO_LARGE": QT_TRANSLATE_NOOP("PutAsideLines", "Too large"),
    "SEQ_REUSE": QT_TRANSLATE_NOOP("PutAsideLines", "Number used twice"),
    "DUP_ID": QT_TRANSLATE_NOOP("PutAsideLines", "Identifier used twice"),
    "INTERNAL": QT_TRANSLATE_NOOP("PutAsideLines", "The hub failed at it"),
}
_DIGEST_SHOWN = 12


class PutAsideLines:
    """Makes the lines of the quarantine."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("PutAsideLines", source)

    @classmethod
    def headers(cls) -> list[str]:
        """Titles of the columns."""
        return [PutAsideLines.tr(words) for words in COLUMNS]

    @classmethod
    def of(
        cls, records: Collection[PutAside], pending: Collection[int], store: Store, now: datetime
    ) -> list[LinkLine]:
        """One line a record; `pending` ones wait for the hub's answer."""
        return [cls._line(one, one.number in pending, store, now) for one in records]

    @classmethod
    def _line(cls, one: PutAside, pending: bool, store: Store, now: datetime) -> LinkLine:
        link = store.links.get(one.source)
        reason = PutAsideLines.tr(_REASONS[one.code]) if one.code in _REASONS else ""
        lamp, state = cls._state(one, pending)
        today = one.at.astimezone().date() == now.astimezone().date()
        cells = (
            Texts.clock(one.at) if today else Texts.short_clock(one.at, now),
            link.name if link else one.source,
            f"{one.epoch}/{one.sequence}",
            f"{reason} · {one.code}" if reason else one.code,
            one.type or "–",
            f"{one.size:,}",
            one.sha256[:_DIGEST_SHOWN],
            state,
        )
        return LinkLine(str(one.number), lamp, cells)

    @classmethod
    def _state(cls, one: PutAside, pending: bool) -> tuple[LampState, str]:
        if pending:
            return LampState.WARN, PutAsideLines.tr("Waiting for the hub…")
        if one.taken:
            return LampState.OK, PutAsideLines.tr("Taken in")
        if not one.whole:
            return LampState.OFF, PutAsideLines.tr("Only its beginning was kept")
        return LampState.WARN, PutAsideLines.tr("Can be submitted again")
