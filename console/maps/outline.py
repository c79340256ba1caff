"""Outlines of grids: their middle, and whether they are sound."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from console.domain.geo import LonLat, Ring, centroid, contains

OVERLAP_SHARE = 0.01
"""Overlap of two grids, as a share of the smaller one, from which it is a fault."""


def middle_of(ring: Ring) -> LonLat:
    """A point to write a label at: the centroid, or a point surely inside where that is not."""
    point = centroid(ring)
    if not contains(ring, point):
        inside = _polygon(ring).representative_point()
        point = LonLat(inside.x, inside.y)
    return LonLat(round(point.lon, 7), round(point.lat, 7))


def fault_of(ring: Ring) -> str:
    """Why `ring` is no simple outline, or nothing."""
    polygon = _polygon(ring)
    if polygon.area == 0.0:
        return "the outline encloses no area"
    if not polygon.is_valid:
        return f"the outline crosses itself ({shapely.is_valid_reason(polygon)})"
    return ""


def overlaps(rings: Sequence[Ring]) -> list[tuple[int, int]]:
    """Pairs of positions in `rings` whose outlines overlap by more than `OVERLAP_SHARE`."""
    if not rings:
        return []
    polygons = [_polygon(ring) for ring in rings]
    tree = shapely.STRtree(polygons)
    found: list[tuple[int, int]] = []
    for first, second in tree.query(polygons, predicate="intersects").T.tolist():
        if first < second:
            shared = polygons[first].intersection(polygons[second]).area
            if shared > OVERLAP_SHARE * min(polygons[first].area, polygons[second].area):
                found.append((first, second))
    return sorted(found)


def _polygon(ring: Ring) -> shapely.Polygon:
    return shapely.Polygon([(point.lon, point.lat) for point in ring])
