"""Cameras as small squares; closer up with the direction and the field they look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from console.domain.camera import CameraState
from widgets.map.camera_points import STATES, CameraPoints
from widgets.map.detail import Detail
from widgets.map.grid_shapes import Indices
from widgets.map.palette import Palette, with_alpha
from widgets.map.picture import Draw
from widgets.map.view import View

_CHUNK = 600


def shown_cameras(cameras: CameraPoints, view: View, detail: Detail) -> Indices:
    """The cameras that get a sign of their own in `view`."""
    chosen = cameras.seen(view, margin=12.0)
    gap = detail.camera_gap
    return chosen if gap <= 1 else cameras.thinned(chosen, gap / view.scale)


def draw_cameras(
    cameras: CameraPoints,
    palette: Palette,
    view: View,
    detail: Detail,
    names: Sequence[QRectF] = (),
) -> Iterator[Draw]:
    """Signs of the cameras in `view`, those that do not answer on top.

    From afar, where a sign only gives an idea, none lies under one of the `names`.
    """
    chosen = shown_cameras(cameras, view, detail)
    if detail.camera_gap > 1:
        chosen = _clear_of(names, chosen, cameras, view)
    if detail.cones:
        for index in cameras.seen(view, margin=200.0).tolist():
            yield partial(
                draw_cone,
                cameras=cameras,
                index=index,
                color=palette.camera,
                view=view,
                strong=False,
            )
    for number, state in enumerate(STATES):
        color = camera_color(palette, state)
        mine = chosen[cameras.states[chosen] == number]
        corners = view.to_screen(cameras.worlds[mine])
        for start in range(0, len(corners), _CHUNK):
            points = corners[start : start + _CHUNK].tolist()
            yield _squares(points, color, palette, detail.camera_size, state)


def _clear_of(
    names: Sequence[QRectF], chosen: Indices, cameras: CameraPoints, view: View
) -> Indices:
    for box in names:
        x, y = view.to_screen(cameras.worlds[chosen]).T
        under = (x > box.left() - 3) & (x < box.right() + 3)
        chosen = chosen[~(under & (y > box.top()) & (y < box.bottom()))]
    return chosen


def camera_color(palette: Palette, state: CameraState) -> QColor:
    """The colour of a camera in a state."""
    if state is CameraState.OFFLINE:
        return palette.offline
    return palette.camera if state is CameraState.ONLINE else palette.unknown


def draw_cone(
    painter: QPainter,
    cameras: CameraPoints,
    index: int,
    color: QColor,
    view: View,
    *,
    strong: bool,
) -> None:
    """The field of view of one camera, true to scale but never smaller than 26 pixels."""
    heading, fov, reach = cameras.look[index].tolist()
    x, y = cameras.worlds[index].tolist()
    centre = view.point(x, y)
    radius = max(reach * view.scale, 26.0)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    # Qt counts angles anticlockwise from east, a heading runs clockwise from north.
    path = QPainterPath(centre)
    path.arcTo(box, 90.0 - heading - fov / 2, fov)
    path.closeSubpath()
    painter.setPen(QPen(with_alpha(color, 0.75 if strong else 0.30), 1.0))
    painter.setBrush(with_alpha(color, 0.26 if strong else 0.10))
    painter.drawPath(path)


def _squares(
    points: list[list[float]], color: QColor, palette: Palette, size: int, state: CameraState
) -> Draw:
    offset = size // 2
    corners = [(round(x) - offset, round(y) - offset) for x, y in points]

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        if size > 4:
            painter.setBrush(palette.halo)
            painter.drawRects([QRect(x - 1, y - 1, size + 2, size + 2) for x, y in corners])
        painter.setBrush(
            with_alpha(color, 0.95 if size > 4 or state is CameraState.OFFLINE else 0.82)
        )
        painter.drawRects([QRect(x, y, size, size) for x, y in corners])
        if size > 4 and state is CameraState.OFFLINE:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.halo, 1.2))
            for x, y in corners:
                painter.drawLine(QPointF(x + 1, y + 1), QPointF(x + size - 1, y + size - 1))

    return draw
