"""Announces new grave cases on the map, and takes the view there and back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from console.client.store import Store
from console.domain.facts import Kind
from widgets.map.banner_queue import BannerQueue
from widgets.map.canvas import MapCanvas
from widgets.map.case_banner import CaseBanner
from widgets.map.view import View
from widgets.selection import Selection


class NewsDesk(QObject):
    """Feeds the banner from a queue; its star goes to the case, pressed again it returns."""

    returned = Signal()
    """The view is back where it was."""

    def __init__(
        self, store: Store, selection: Selection, canvas: MapCanvas, banner: CaseBanner
    ) -> None:
        super().__init__(canvas)
        self._store = store
        self._selection = selection
        self._canvas = canvas
        self._banner = banner
        self._queue = BannerQueue()
        self._queue.rebuild(store.cases)
        self._return_to: View | None = None
        banner.star_toggled.connect(self._starred)
        banner.dismissed.connect(self._dismissed)
        canvas.view_changed.connect(self._place)

    def restart(self) -> None:
        """A snapshot came: what it brings is not news."""
        self._queue.rebuild(self._store.cases)
        self._announce()

    def take(self, numbers: Iterable[str]) -> None:
        """Look at changed cases."""
        self._queue.update(numbers, self._store.cases)
        self._announce()

    def _announce(self) -> None:
        """Show the first case in the queue; while the view is away at one, that one stays."""
        waiting = self._queue.waiting
        if not waiting:
            self._banner.number = ""
            self._banner.hide()
            return
        away = self._banner.away and self._banner.number in waiting
        number = self._banner.number if away else waiting[0]
        case = self._store.cases[number]
        grid = self._store.grids.get(case.opening.grid)
        community = self._store.communities.get(case.opening.community)
        words = [grid.label if grid else "", community.name if community else ""]
        place = " · ".join(word for word in words if word)
        self._banner.tell(case, place, len(waiting) - 1)
        self._place()

    def _place(self) -> None:
        """Let the banner not hide what it tells of."""
        if not self._banner.number:
            return
        position = self._canvas.content.marks.position(self._banner.number)
        subject = self._canvas.view.point(*position) if position is not None else None
        self._banner.place_in(self._canvas.width(), subject)

    def _starred(self, going: bool) -> None:
        if going:
            self._return_to = self._canvas.view
            self._selection.select(Kind.CASE, self._banner.number, wanted=True)
        elif self._return_to is not None:
            self._canvas.show_view(self._return_to)
            self._return_to = None
            self.returned.emit()

    def _dismissed(self) -> None:
        self._queue.drop(self._banner.number)
        self._announce()
