"""The keys of the window itself: what belongs to no single part."""

from __future__ import annotations

from PySide6.QtCore import QObject

from widgets.key_table import KeyTable
from widgets.parts import Parts


class WindowKeys(QObject):
    """Lists the keys of the domain's table and how to walk the queue."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts

    def list_in(self, keys: KeyTable) -> None:
        """Put all of them into the table."""
        parts = self._parts
        keys.add("case.new", "F2", self.tr("New case"), parts.new_case)
        keys.add("queue.find", "F3", self.tr("Search the queue"), parts.queue.search.take_focus)
        keys.add("case.dispatch", "F4", self.tr("Dispatch the case"), parts.case.dispatch)
        keys.add("case.level", "F9", self.tr("Change the response level"), parts.case.change_level)
        keys.add("case.more", "F10", self.tr("All moves of the case"), parts.case.more)
        approvals = parts.title_bar.approvals.open_list
        keys.add("approvals.show", "F7", self.tr("Requests that wait for approval"), approvals)
        keys.add("links.show", "Ctrl+L", self.tr("Links to hub and sources"), parts.show_links)
        keys.add("pending.show", "Ctrl+J", self.tr("What waits for the hub"), parts.show_pending)
        keys.add("bar.focus", "Ctrl+K  /", self.tr("Command bar"), parts.command_bar.take_focus)
        self._tell(keys)

    def _tell(self, keys: KeyTable) -> None:
        keys.tell("note.undo", "Ctrl+Z", self.tr("Bring a discarded note back"))
        keys.tell("esc", "Esc", self.tr("Clear the search or line"))
        keys.tell("queue.walk", "↑ ↓", self.tr("Walk the queue"))
        keys.tell("queue.tabs", "← →", self.tr("Change the queue's tab"))
        keys.tell("queue.act", "Enter", self.tr("Acknowledge an alarm, open a case"))
        keys.tell("queue.menu", "Menu", self.tr("What can be done with the row"))
        keys.tell("wall.pick", "1 – 9", self.tr("Pick a tile of the wall"))
        keys.tell("bar.grid", "g137", self.tr("Go to grid 137, its cameras to the wall"))
        keys.tell("bar.camera", "c 0421", self.tr("Camera 0421 to the wall"))
        keys.tell("bar.case", "0012", self.tr("Case ending in 0012"))
        keys.tell("bar.words", "xxl", self.tr("Anything by its pinyin initials"))
