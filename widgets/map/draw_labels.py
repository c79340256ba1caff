"""Names of streets, communities, grids, sites and roads, none upon another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from console.domain.place import RoadClass
from console.domain.venue import VenueState
from widgets.map.detail import Detail
from widgets.map.halo_text import draw_halo_text, spaced_font, text_box
from widgets.map.label_room import LabelRoom
from widgets.map.layer import Layer
from widgets.map.palette import Palette, with_alpha
from widgets.map.picture import Draw
from widgets.map.scene import NamedSpot, Scene, SiteSpot, StreetSpot
from widgets.map.site_signs import site_sign
from widgets.map.view import View
from widgets.theme import Theme

_LAMP = {
    VenueState.ONLINE: "ok",
    VenueState.IN_CALL: "ok",
    VenueState.RINGING: "accent",
    VenueState.WEAK: "warn",
    VenueState.OFFLINE: "bad",
    VenueState.UNKNOWN: "muted",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of label is written."""

    font: QFont
    color: QColor


class LabelDrawer:
    """Places the labels of one view, important ones first, and leaves out what finds no room."""

    def __init__(self, scene: Scene, palette: Palette, theme: Theme, font: QFont) -> None:
        self._scene = scene
        self._palette = palette
        self._theme = theme
        label = palette.label
        self._street = Look(spaced_font(font, 15, 4.0), with_alpha(label, 0.95))
        self._community = Look(spaced_font(font, 13, 1.5), with_alpha(label, 0.72))
        self._grid = Look(spaced_font(font, 13, 0.5), with_alpha(label, 0.60))
        self._small = Look(spaced_font(font, 13), with_alpha(label, 0.80))

    def streets(self, view: View, room: LabelRoom) -> list[tuple[StreetSpot, QRectF]]:
        """Where the street names go; they come before everything else."""
        placed = []
        for street in self._scene.streets:
            box = text_box(street.text, self._street.font, view.point(*street.at))
            found = room.place(box, 20.0, needed=True)
            if found is not None:
                placed.append((street, found))
        return placed

    def write_streets(
        self, placed: Iterable[tuple[StreetSpot, QRectF]], *, lamps: bool
    ) -> Iterator[Draw]:
        """Write the street names, with the lamps of their venues."""
        for street, box in placed:
            yield partial(self._write_street, street=street, box=box, lamps=lamps)

    def others(self, view: View, layers: frozenset[Layer], room: LabelRoom) -> Iterator[Draw]:
        """All other names that find room, one a step."""
        detail = Detail(self._scene.grids.cell_size * view.scale)
        if Layer.SITES in layers and detail.sites:
            yield from self._sites(view, room, detail)
        if Layer.LABELS in layers:
            if detail.communities:
                yield from self._spots(self._scene.communities, self._community, view, room)
            if detail.grid_labels:
                yield from self._spots(self._scene.labels, self._grid, view, room)
            if detail.names and Layer.ROADS in layers:
                yield from self._roads(view, room)

    def _write_street(
        self, painter: QPainter, street: StreetSpot, box: QRectF, *, lamps: bool
    ) -> None:
        look = self._street
        draw_halo_text(
            painter, street.text, look.font, box, color=look.color, halo=self._palette.halo
        )
        if not lamps or street.venue is None:
            return
        painter.setPen(self._palette.halo)
        painter.setBrush(self._theme.color(_LAMP[street.venue]))
        centre = QPointF(round(box.left()) - 10, round(box.center().y()) + 1)
        lamp = QRectF(centre.x() - 4, centre.y() - 4, 8, 8)
        if street.venue is VenueState.OFFLINE:
            painter.drawRect(lamp)
        else:
            painter.drawEllipse(lamp)

    def _spots(
        self, spots: Iterable[NamedSpot], look: Look, view: View, room: LabelRoom
    ) -> Iterator[Draw]:
        for spot in spots:
            centre = view.point(*spot.at)
            if not _inside(centre, view):
                continue
            box = room.place(text_box(spot.text, look.font, centre), 3.0)
            if box is not None:
                yield partial(
                    draw_halo_text,
                    text=spot.text,
                    font=look.font,
                    box=box,
                    color=look.color,
                    halo=self._palette.halo,
                )

    def _sites(self, view: View, room: LabelRoom, detail: Detail) -> Iterator[Draw]:
        for site in self._scene.sites:
            centre = view.point(*site.at)
            chip = QRectF(round(centre.x()) - 8, round(centre.y()) - 8, 16, 16)
            if not _inside(centre, view) or not room.claim(chip):
                continue
            name: QRectF | None = None
            if detail.names:
                name = text_box(site.text, self._small.font, centre)
                name.moveLeft(chip.right() + 5)
                name = name if room.clear(name) and room.claim(name) else None
            yield partial(self._write_site, site=site, chip=chip, name=name)

    def _write_site(
        self, painter: QPainter, site: SiteSpot, chip: QRectF, name: QRectF | None
    ) -> None:
        painter.setPen(with_alpha(self._palette.label, 0.7))
        painter.setBrush(with_alpha(self._theme.color("field_deep"), 0.92))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(spaced_font(self._small.font, 11))
        painter.setPen(self._theme.color("text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, site_sign(site.kind))
        if name is not None:
            look = self._small
            draw_halo_text(
                painter, site.text, look.font, name, color=look.color, halo=self._palette.halo
            )

    def _roads(self, view: View, room: LabelRoom) -> Iterator[Draw]:
        for road in self._scene.roads.roads:
            if road.kind is RoadClass.LANE or not road.name:
                continue
            screen = view.to_screen(road.line)
            middle = (screen[1:] + screen[:-1]) / 2
            away = np.abs(middle - (view.width / 2, view.height / 2)).max(axis=1)
            best = int(away.argmin())
            along = screen[best + 1] - screen[best]
            centre = QPointF(*middle[best].tolist())
            box = text_box(road.name, self._small.font, centre)
            if not _inside(centre, view) or np.hypot(*along) < box.width():
                continue
            angle = float(np.degrees(np.arctan2(along[1], along[0])))
            angle = (angle + 90) % 180 - 90
            side = max(box.width(), box.height())
            claim = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            if room.claim(claim):
                yield _turned(road.name, self._small, centre, angle, self._palette.halo)


def _turned(text: str, look: Look, centre: QPointF, angle: float, halo: QColor) -> Draw:
    def draw(painter: QPainter) -> None:
        painter.translate(centre)
        painter.rotate(angle)
        box = text_box(text, look.font, QPointF(0.0, 0.0))
        draw_halo_text(painter, text, look.font, box, color=look.color, halo=halo)

    return draw


def _inside(point: QPointF, view: View) -> bool:
    return -100 <= point.x() <= view.width + 100 and -20 <= point.y() <= view.height + 20
