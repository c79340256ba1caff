"""The log of a case as a list, newest line first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.supervision import PROPOSED, card_of, clock_of
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.i18n.texts import Texts

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log: when, what, and by whom."""

    time: str
    text: str
    by: str


class LogModel(QAbstractListModel):
    """A log only grows, so new lines are inserted at the top and nothing else changes."""

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._number = ""
        self._log: tuple[LogEntry, ...] = ()

    def show_case(self, case: Case) -> None:
        """Change the case, or take in the new lines of the same one."""
        grown = case.number == self._number and case.log[: len(self._log)] == self._log
        if not grown:
            self.beginResetModel()
            self._number, self._log = case.number, case.log
            self.endResetModel()
        elif len(case.log) > len(self._log):
            self.beginInsertRows(_TOP, 0, len(case.log) - len(self._log) - 1)
            self._log = case.log
            self.endInsertRows()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Number of lines."""
        return 0 if parent.isValid() else len(self._log)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line as `LogLine`, as text, or its full moment as tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self._log):
            return None
        entry = self._log[len(self._log) - 1 - index.row()]
        if role == LINE_ROLE:
            return self._line(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            line = self._line(entry)
            return f"{line.time} {line.text} {line.by}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S} · {entry.by}"
        return None

    def _line(self, entry: LogEntry) -> LogLine:
        return LogLine(Texts.short_clock(entry.at, self._now()), _text(entry), entry.by)


_ASKED = {
    (Action.APPROVAL_ASKED, "suspended"): QT_TRANSLATE_NOOP("LogModel", "Asked to suspend"),
    (Action.APPROVAL_ASKED, "extended"): QT_TRANSLATE_NOOP("LogModel", "Asked for an extension"),
    (Action.APPROVAL_ASKED, "voided"): QT_TRANSLATE_NOOP("LogModel", "Asked to void"),
    (Action.APPROVAL_REFUSED, "suspended"): QT_TRANSLATE_NOOP("LogModel", "Suspension refused"),
    (Action.APPROVAL_REFUSED, "extended"): QT_TRANSLATE_NOOP("LogModel", "Extension refused"),
    (Action.APPROVAL_REFUSED, "voided"): QT_TRANSLATE_NOOP("LogModel", "Voiding refused"),
}
_ABOUT = ("holder", "sector", "item", "party", "name")
"""Arguments that say in words what a line is about."""


def _text(entry: LogEntry) -> str:
    """What happened, in words: the action, what it was about, and the note."""
    if entry.action is Action.SUPERVISED:
        return _supervised(entry)
    note = entry.note or entry.args.get("reason", "")
    if entry.action is Action.NOTED and note:
        return note
    if entry.action is Action.REPORT_SENT and not note:
        note = QCoreApplication.translate("LogModel", "nil report, no change")
    words = _asking(entry) or f"{Terms.action(entry.action)} {_about(entry)}".strip()
    if note in ("", words):
        return words
    return QCoreApplication.translate("LogModel", "{what}: {note}").format(what=words, note=note)


def _supervised(entry: LogEntry) -> str:
    """Which card for which limit, and whether it is the hub's proposal."""
    words = Terms.card(card_of(entry))
    if PROPOSED in entry.args:
        proposed = QCoreApplication.translate("LogModel", "Proposed: {card}")
        words = proposed.format(card=words)
    clock = clock_of(entry)
    parts = (words, Terms.clock(clock) if clock else "", entry.note)
    return " · ".join(part for part in parts if part)


def _asking(entry: LogEntry) -> str:
    """What was asked for or refused, in words of its own."""
    words = _ASKED.get((entry.action, entry.args.get("action", "")), "")
    return QCoreApplication.translate("LogModel", words) if words else ""


def _about(entry: LogEntry) -> str:
    args = entry.args
    level, case = args.get("level", ""), args.get("case", "")
    parts = [args[name] for name in _ABOUT if args.get(name)]
    if level.isdigit():
        parts.append(Terms.level(int(level)))
    if case:
        parts.append(case[-4:])
    if args.get("task"):
        parts.append(args["task"])
    if args.get("satisfaction", "0") != "0":
        parts.append(f"{args['satisfaction']} / 5")
    return " ".join(parts)
