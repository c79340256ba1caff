"""Projection, view and viewport: where things are on the plane and on the screen."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from console.domain.geo import LonLat, distance_m
from widgets.map.projection import Projection
from widgets.map.view import View
from widgets.map.viewport import MAX_SCALE, Viewport

ORIGIN = LonLat(115.0, 30.19)


@given(lon=st.floats(114.8, 115.2), lat=st.floats(30.0, 30.4))
def test_projection_returns_where_it_came_from(lon: float, lat: float) -> None:
    projection = Projection(ORIGIN)
    back = projection.place(*projection.world(LonLat(lon, lat)))
    assert back.lon == pytest.approx(lon, abs=1e-9)
    assert back.lat == pytest.approx(lat, abs=1e-9)


def test_projection_is_true_to_scale_and_faces_north() -> None:
    projection = Projection(ORIGIN)
    place = LonLat(115.08, 30.24)
    x, y = projection.world(place)
    assert math.hypot(x, y) == pytest.approx(distance_m(ORIGIN, place), rel=2e-3)
    assert x > 0
    assert y < 0, "north is up"


def test_many_places_at_once_are_the_same_as_one_by_one() -> None:
    projection = Projection(ORIGIN)
    places = [LonLat(115.0 + i / 100, 30.1 + i / 90) for i in range(9)]
    one_by_one = [projection.world(place) for place in places]
    assert np.allclose(projection.worlds(places), one_by_one)
    assert projection.worlds([]).shape == (0, 2)


def viewport() -> Viewport:
    port = Viewport()
    port.resize(1600, 900)
    port.set_world(QRectF(-10_000, -5_000, 20_000, 10_000))
    return port


@given(
    px=st.integers(0, 1600),
    py=st.integers(0, 900),
    factors=st.lists(st.floats(0.5, 2.0), min_size=1, max_size=6),
)
def test_zoom_keeps_the_point_under_the_cursor(px: int, py: int, factors: list[float]) -> None:
    port = viewport()
    before = port.view.world(px, py)
    for factor in factors:
        port.zoom(factor, px, py)
    assert port.view.point(*before).x() == pytest.approx(px, abs=1e-6)
    assert port.view.point(*before).y() == pytest.approx(py, abs=1e-6)


def test_fit_shows_everything_and_a_resize_keeps_it_so() -> None:
    port = viewport()
    world = QRectF(-10_000, -5_000, 20_000, 10_000)
    assert port.view.bounds().contains(world)
    port.resize(400, 700)
    assert port.view.bounds().contains(world)


def test_a_moved_view_keeps_its_middle_and_scale_when_resized() -> None:
    port = viewport()
    port.zoom(3.0, 300, 300)
    before = port.view
    port.resize(900, 500)
    after = port.view
    assert (after.x, after.y, after.scale) == (before.x, before.y, before.scale)


def test_the_view_has_limits() -> None:
    port = viewport()
    port.zoom(1e9, 800, 450)
    assert port.view.scale == MAX_SCALE
    port.zoom(1e-9, 800, 450)
    assert port.view.scale == pytest.approx(port.fit_scale * 0.6)
    for _ in range(200):
        port.pan(500, 300)
    assert port.view.x >= -10_000
    assert port.view.y >= -5_000


def test_panning_stays_on_whole_pixels_even_at_the_edge() -> None:
    port = viewport()
    port.zoom(4.0, 811, 433)
    start = port.view
    for _ in range(400):
        port.pan(37, -23)
    shift_x = (port.view.x - start.x) * start.scale
    shift_y = (port.view.y - start.y) * start.scale
    assert shift_x == pytest.approx(round(shift_x), abs=1e-6)
    assert shift_y == pytest.approx(round(shift_y), abs=1e-6)
    assert (shift_x, shift_y) != (0, 0)


def test_screen_and_world_are_inverse() -> None:
    view = View(120.0, -40.0, 0.25, 1000, 600)
    worlds = np.array([(0.0, 0.0), (500.0, -300.0)])
    screen = view.to_screen(worlds)
    for (px, py), world in zip(screen.tolist(), worlds.tolist(), strict=True):
        assert view.world(px, py) == pytest.approx(tuple(world))
        assert view.transform().map(*world) == pytest.approx((px, py))
