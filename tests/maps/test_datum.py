from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.geo import LonLat, distance_m
from console.maps.datum import Datum, from_wgs84, to_wgs84


@pytest.mark.parametrize(
    ("wgs", "gcj"),
    [
        ((114.97, 30.18), (114.9751477, 30.1773801)),
        ((115.02, 30.205), (115.0253276, 30.2025282)),
    ],
)
def test_golden_values_of_gcj02(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert from_wgs84(LonLat(*wgs), Datum.GCJ02) == pytest.approx(gcj, abs=6e-8)
    back = to_wgs84(*gcj, Datum.GCJ02)
    assert (back.lon, back.lat) == pytest.approx(wgs, abs=6e-8)


def test_the_way_back_is_iterated() -> None:
    point = to_wgs84(115.018481, 30.205023, Datum.GCJ02)
    assert (point.lon, point.lat) == pytest.approx((115.013177, 30.207515), abs=6e-7)


def test_golden_value_of_gauss_krueger() -> None:
    east, north = from_wgs84(LonLat(114.98, 30.19), Datum.GAUSS_KRUGER_114)
    assert (east, north) == pytest.approx((594378.20, 3341581.57), abs=0.01)
    back = to_wgs84(east, north, Datum.GAUSS_KRUGER_114)
    assert distance_m(back, LonLat(114.98, 30.19)) < 0.001


def test_cgcs2000_is_taken_for_wgs84() -> None:
    assert to_wgs84(114.98, 30.19, Datum.CGCS2000) == LonLat(114.98, 30.19)


def test_places_outside_china_are_not_shifted() -> None:
    assert from_wgs84(LonLat(13.4, 52.5), Datum.GCJ02) == (13.4, 52.5)


@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
@given(lon=st.floats(75, 135), lat=st.floats(4, 53))
def test_there_and_back_is_the_same_place(datum: Datum, lon: float, lat: float) -> None:
    there = from_wgs84(LonLat(lon, lat), datum)
    assert distance_m(to_wgs84(*there, datum), LonLat(lon, lat)) < 0.01
