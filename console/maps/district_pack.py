"""A district pack: one folder of GeoJSON and CSV files that describe a district."""

from __future__ import annotations

from pathlib import Path

from console.domain.district import District
from console.errors import PackBroken
from console.maps.datum import Datum
from console.maps.pack_areas import PackAreas
from console.maps.pack_findings import PackFindings
from console.maps.pack_info import pack_info
from console.maps.pack_objects import PackObjects
from console.maps.pack_writer import write_pack


def read(folder: Path, datum: Datum = Datum.WGS84) -> District:
    """The district in `folder`, whose coordinates are in `datum`.

    Raises `PackBroken` with every fault found, as `file:line: what is wrong`; a pack with one
    fault yields nothing.
    """
    findings = PackFindings()
    info = pack_info(folder, findings)
    areas = PackAreas(folder, info.code, datum, findings)
    objects = PackObjects(folder, areas, datum, findings)
    district = District(
        info=info,
        streets=tuple(areas.streets.values()),
        communities=tuple(areas.communities.values()),
        grids=tuple(areas.grids.values()),
        roads=objects.roads(),
        sites=objects.sites(),
        cameras=objects.cameras(),
        units=objects.units(),
        venues=objects.venues(),
    )
    if findings:
        raise PackBroken(findings.sentences(), folder=str(folder))
    return district


def write(district: District, folder: Path) -> None:
    """Write `district` as a pack into `folder`, in WGS-84; raises OSError where it cannot."""
    write_pack(district, folder)
