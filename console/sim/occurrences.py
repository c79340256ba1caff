"""Turns background occurrences into the events of the source that would report them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from console.domain.bodies import CaseProgress, Report, SensorReading, VideoFinding
from console.domain.camera import Camera
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.domain.event import MessageType
from console.domain.geo import LonLat, distance_m
from console.domain.place import Site, SiteKind
from console.sim.background import Occurrence
from console.sim.dice import dice
from console.sim.names import person, short_name
from console.sim.planned import Planned

REPORTERS = {
    CaseSource.GRID_APP: ("grid-app", "report.grid"),
    CaseSource.HOTLINE_12345: ("hotline-12345", "report.hotline"),
    CaseSource.WINDOW: ("hotline-12345", "report.window"),
    CaseSource.POLICE_110: ("liaison", "report.liaison"),
}
"""Source and event type of every way a matter is reported by people."""

_SENSORS = {
    "C01": ("sensors-water", "sensor.level", SiteKind.WATER_GAUGE),
    "B01": ("sensors-safety", "sensor.smoke", SiteKind.SMOKE_SENSOR),
    "B04": ("sensors-safety", "sensor.gas", SiteKind.GAS_SENSOR),
}
# Demo seconds from one step of the field's work to the next, shortest and longest.
_WORK = (
    (Action.ACCEPTED, 75.0, 110.0, "已接单"),
    (Action.SET_OUT, 8.0, 25.0, "已出发"),
    (Action.ARRIVED, 25.0, 70.0, "已到现场"),
    (Action.HANDLING, 10.0, 30.0, "正在处置"),
    (Action.HANDLED, 60.0, 240.0, "处置完毕，已拍照上传"),
)


def reports(occurrences: Iterable[Occurrence], run: str, source: str) -> Iterator[Planned]:
    """The reports among `occurrences` that `source` passes on."""
    for one in occurrences:
        sender, kind = REPORTERS.get(one.source, ("", ""))
        if sender == source:
            yield _report(one, run, sender, kind)


def progress(
    occurrences: Iterable[Occurrence], run: str, seed: int
) -> Iterator[tuple[float, list[Planned]]]:
    """For every reported occurrence, the field's later messages about it, in order of time."""
    for one in occurrences:
        if one.source in REPORTERS:
            yield one.at, _progress(one, run, dice(seed, f"work/{one.number}"))


def findings(occurrences: Iterable[Occurrence], cameras: tuple[Camera, ...]) -> Iterator[Planned]:
    """What video analytics reports: each finding at the camera nearest to its spot."""
    for one in occurrences:
        if one.source is CaseSource.VIDEO_PATROL:
            place = one.spot.place
            camera = min(cameras, key=lambda other: distance_m(other.place, place))
            body = VideoFinding(
                camera.id, one.matter.detail, one.matter.title, one.matter.case_type, 0.86
            )
            yield Planned(one.at, "analytics", "video.finding", camera.id, one.matter.level, body)


def readings(
    occurrences: Iterable[Occurrence], sites: tuple[Site, ...], source: str
) -> Iterator[tuple[float, list[Planned]]]:
    """What sensors report: over the threshold, and back to normal some time later."""
    kinds = {kind for sender, _, kind in _SENSORS.values() if sender == source}
    if kinds.isdisjoint(site.kind for site in sites):
        return
    for one in occurrences:
        sender, kind, site_kind = _SENSORS.get(one.matter.case_type, ("", "", None))
        fitting = [site for site in sites if site.kind is site_kind]
        if one.source is CaseSource.SENSOR and sender == source and fitting:
            site = fitting[one.number % len(fitting)]
            yield one.at, _over_and_back(one, source, kind, site)


def _report(one: Occurrence, run: str, sender: str, kind: str) -> Planned:
    matter, place = one.matter, one.spot.place
    name, phone = person(dice(one.number, "reporter"))
    body = Report(
        reference=reference(one, run),
        source=one.source,
        title=matter.title,
        case_type=matter.case_type,
        level=matter.level,
        lon=round(place.lon, 7),
        lat=round(place.lat, 7),
        address=one.spot.address + matter.place,
        description=matter.detail,
        reporter=name,
        contact=phone,
        grid=one.spot.grid.code,
    )
    return Planned(one.at, sender, kind, body.reference, matter.level, body)


def reference(one: Occurrence, run: str) -> str:
    """The reporting system's own name for the matter; unique over runs of the demo."""
    return f"{run}-B{one.number:05d}"


def _progress(one: Occurrence, run: str, chance: Random) -> list[Planned]:
    at = one.at
    steps = []
    by = f"网格员{short_name(chance)}"
    for action, least, most, note in _WORK:
        at += chance.uniform(least, most)
        body = CaseProgress(reference(one, run), action, by, "grid_member", note)
        steps.append(Planned(at, "grid-app", "case.progress", body.case, one.matter.level, body))
    return steps


def _over_and_back(one: Occurrence, source: str, kind: str, site: Site) -> list[Planned]:
    matter = one.matter
    high = matter.value
    place: LonLat = site.place
    events = []
    for after, value, message in (
        (0.0, high, MessageType.ALERT),
        (20.0, round(high * 1.1, 2), MessageType.UPDATE),
        (150.0, round(high * 0.2, 2), MessageType.CANCEL),
    ):
        body = SensorReading(
            site.id,
            site.name,
            value,
            matter.unit,
            round(high * 0.8, 2),
            matter.case_type,
            place.lon,
            place.lat,
        )
        events.append(Planned(one.at + after, source, kind, site.id, matter.level, body, message))
    return events
