"""Keeps the sectors on the map those of the case last selected, and picks grids for new ones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.map.canvas import MapCanvas
from widgets.selection import Selected, Selection


class SectorDesk(QObject):
    """While picking, a click takes a grid up or leaves it out instead of selecting it."""

    picked = Signal(object)
    """Codes of the grids picked so far (frozenset of str)."""

    def __init__(self, store: Store, selection: Selection, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._store = store
        self._canvas = canvas
        self._number = ""
        selection.changed.connect(self._selected)
        canvas.toggled.connect(self._toggled)
        self._selected(selection.current)

    def apply(self, changes: Changes, *, scene: bool) -> None:
        """Follow the store; `scene` says that the outlines are others."""
        if scene:
            self._canvas.content.sectors.rebuild(self._canvas.content.scene.grids)
        if scene or changes.touched(Kind.CASE):
            self._show()

    def pick(self, codes: frozenset[str] | None) -> None:
        """Begin to pick, from these grids on; None ends it."""
        self._canvas.picking = codes is not None
        self._mark(codes or frozenset())

    def _selected(self, selected: Selected | None) -> None:
        if selected is not None and selected.kind is Kind.CASE:
            self._number = selected.key
            self._show()

    def _show(self) -> None:
        case = self._store.cases.get(self._number)
        sectors = case.sectors if case is not None else ()
        if self._canvas.content.sectors.show(sectors, self._canvas.content.scene.grids):
            self._canvas.update()

    def _toggled(self, grid: str) -> None:
        codes = self._canvas.content.sectors.picked ^ {grid}
        self._mark(codes)
        self.picked.emit(codes)

    def _mark(self, codes: frozenset[str]) -> None:
        self._canvas.content.sectors.pick(codes, self._canvas.content.scene.grids)
        self._canvas.update()
