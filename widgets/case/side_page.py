"""A page of the right-hand panel for rows that are no cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.client.store import Changes
from widgets.case.action_bar import Offer
from widgets.case.case_head import CaseHead


class SidePage(QWidget):
    """What the panel asks of a page; the page says what may be done with what it shows."""

    cameras_wanted = Signal(object)
    """A tuple of camera ids to show on the wall."""

    def show_key(self, key: str, head: CaseHead) -> list[Offer] | None:
        """Show a row and say so in the head; None where there is no such row."""
        raise NotImplementedError

    def concerns(self, key: str, changes: Changes) -> bool:
        """Whether changes touch what is shown under `key`."""
        raise NotImplementedError
