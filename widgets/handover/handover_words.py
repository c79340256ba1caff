"""Handovers as lines of a list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.handover import Handover, HandoverState
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_STATES: Mapping[HandoverState, str] = {
    HandoverState.OPEN: QT_TRANSLATE_NOOP("HandoverWords", "open"),
    HandoverState.HALF_SIGNED: QT_TRANSLATE_NOOP("HandoverWords", "one signature"),
    HandoverState.SIGNED: QT_TRANSLATE_NOOP("HandoverWords", "signed"),
    HandoverState.WITHDRAWN: QT_TRANSLATE_NOOP("HandoverWords", "withdrawn"),
}


class HandoverWords:
    """Number, day, state and who took over."""

    @classmethod
    def state(cls, state: HandoverState) -> str:
        """Name of a state."""
        return QCoreApplication.translate("HandoverWords", _STATES[state])

    @classmethod
    def line(cls, head: Handover) -> str:
        """One line."""
        who = head.incoming.name if head.incoming else ""
        parts = (head.id, cls.state(head.state), who)
        return " · ".join(part for part in parts if part)

    @staticmethod
    def unfinished(head: Handover) -> bool:
        """Whether it waits for somebody."""
        return head.state in {HandoverState.OPEN, HandoverState.HALF_SIGNED}
