from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.domain.area import TeamRole
from console.domain.district import District
from console.domain.geo import distance_m
from console.errors import PackBroken
from console.maps import district_pack
from console.maps.datum import Datum, from_wgs84

Findings = Callable[[], tuple[str, ...]]


def _edit(path: Path, line: int, old: str, new: str) -> None:
    """Replace text on one line, counted from 1."""
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    path.write_text("\n".join(lines), encoding="utf-8")


def test_a_pack_reads_back_as_it_was_written(town: District, pack: Path) -> None:
    started = time.process_time()
    assert district_pack.read(pack) == town
    assert time.process_time() - started < 0.5


def test_a_pack_in_another_datum_lands_in_the_same_places(town: District, pack: Path) -> None:
    path = pack / "cameras.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    shifted = [header]
    for row, camera in zip(rows, town.cameras, strict=True):
        values = row.split(",")
        values[3:5] = map(str, from_wgs84(camera.place, Datum.GCJ02))
        shifted.append(",".join(values))
    path.write_text("\n".join(shifted), encoding="utf-8")
    for name in ("streets", "communities", "grids", "roads"):
        file = pack / f"{name}.geojson"
        collection = json.loads(file.read_text(encoding="utf-8"))
        for feature in collection["features"]:
            if feature["geometry"]:
                feature["geometry"]["coordinates"] = _shifted(feature["geometry"]["coordinates"])
        file.write_text(json.dumps(collection), encoding="utf-8")
    for name in ("sites.csv", "units.csv"):
        (pack / name).unlink()
    read = district_pack.read(pack, Datum.GCJ02)
    for one, other in zip(read.cameras, town.cameras, strict=True):
        assert distance_m(one.place, other.place) < 0.05
        assert one.grid == other.grid


def _shifted(raw: list) -> list:  # type: ignore[type-arg]
    from console.domain.geo import LonLat

    if isinstance(raw[0], float):
        return list(from_wgs84(LonLat(*raw), Datum.GCJ02))
    return [_shifted(part) for part in raw]


def test_the_wrong_datum_is_noticed(pack: Path) -> None:
    header, *rows = (pack / "sites.csv").read_text(encoding="utf-8").splitlines()
    west = [",".join([*row.split(",")[:3], "116.4", "39.9", ""]) for row in rows]
    (pack / "sites.csv").write_text("\n".join([header, *west]), encoding="utf-8")
    with pytest.raises(PackBroken) as broken:
        district_pack.read(pack)
    assert len(broken.value.findings) == len(rows)
    assert broken.value.findings[0].startswith("sites.csv:2: the point 116.4, 39.9 lies outside")


def test_the_grid_is_found_from_the_place(town: District, pack: Path) -> None:
    path = pack / "cameras.csv"
    text = path.read_text(encoding="utf-8")
    for grid in town.grids:
        text = text.replace(f",{grid.code},", ",,")
    path.write_text(text, encoding="utf-8")
    assert district_pack.read(pack) == town


def test_clear_names_and_phones_are_masked_on_the_way_in(pack: Path) -> None:
    path = pack / "teams.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    grid = lines[1].split(",")[0]
    lines[1] = f"{grid},grid_member,罗建国,13812345678"
    path.write_text("\n".join(lines), encoding="utf-8")
    member = next(g for g in district_pack.read(pack).grids if g.code == grid).team[0]
    assert (member.role, member.name, member.phone) == (
        TeamRole.GRID_MEMBER,
        "罗某某",
        "138****5678",
    )


def test_a_byte_order_mark_is_welcome(town: District, pack: Path) -> None:
    path = pack / "cameras.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert district_pack.read(pack) == town


@pytest.mark.parametrize(
    ("file", "line", "old", "new", "complaint"),
    [
        ("cameras.csv", 5, ",114.", ",x114.", "is not a number"),
        ("cameras.csv", 5, "00132", "00200", "digits 11–13 must be 131 or 132"),
        ("cameras.csv", 5, "42990101", "4299010", "must have 20 digits"),
        ("cameras.csv", 5, "C0004", "C0003", "number C0003 is there twice"),
        ("cameras.csv", 5, "http://", "http://user:secret@", "carries a user name or password"),
        ("cameras.csv", 5, "http://", "", "sub_url is no address"),
        ("cameras.csv", 5, ",429901", ",429902", "is not in grids.geojson"),
        ("cameras.csv", 5, "C0004,", "C0004,,", "values for 13 columns"),
        ("cameras.csv", 1, "number", "nr", "missing columns: number"),
        ("units.csv", 2, "patrol,", "balloon,", "kind balloon must be one of"),
        ("units.csv", 3, "patrol-2", "patrol-1", "id patrol-1 is there twice"),
        ("venues.csv", 2, "429901001", "429901009", "street 429901009 is not in"),
        ("teams.csv", 2, "429901001001001", "429901001001999", "is not in grids.geojson"),
        ("grids.geojson", 4, '"number": 3', '"number": 2', "number 2 is also on line 3"),
        ("grids.geojson", 4, '"number": 3', '"number": 3.5', "must be a whole number"),
        ("grids.geojson", 4, "429901001001003", "429901001001002", "is there twice"),
        ("grids.geojson", 4, "429901001001003", "429901001099003", "belongs to no community"),
        ("grids.geojson", 4, "429901001001003", "42990100100100", "must have 15 digits"),
        ("grids.geojson", 4, "[[[", "[[[114.9, 30.1], [", "not closed"),
        ("grids.geojson", 4, "Polygon", "Point", "must be one Polygon"),
        ("grids.geojson", 4, "{", "(", "not readable as JSON"),
        ("communities.geojson", 2, "429901001001", "429901009001", "belongs to no street"),
        ("streets.geojson", 2, "429901001", "429902001", "does not begin with 429901"),
        ("streets.geojson", 2, '"street"', '"hamlet"', "kind hamlet must be one of"),
        ("district.toml", 2, " =", "", "not readable as TOML"),
    ],
)
def test_faults_are_told_by_file_and_line(
    pack: Path, findings: Findings, file: str, line: int, old: str, new: str, complaint: str
) -> None:
    _edit(pack / file, line, old, new)
    found = [one for one in findings() if one.startswith(f"{file}:{line}: ")]
    assert any(complaint in one for one in found), findings()
    assert not any("secret" in one for one in findings())


@pytest.mark.parametrize(
    "file",
    ["district.toml", "streets.geojson", "communities.geojson", "grids.geojson", "cameras.csv"],
)
def test_missing_files_are_told(pack: Path, findings: Findings, file: str) -> None:
    (pack / file).unlink()
    assert f"{file}: the file is missing" in findings()


@pytest.mark.parametrize(
    "file", ["roads.geojson", "sites.csv", "units.csv", "venues.csv", "teams.csv"]
)
def test_some_files_may_be_missing(pack: Path, file: str) -> None:
    (pack / file).unlink()
    assert len(district_pack.read(pack).grids) == 207


def test_a_pack_saved_as_gbk_is_recognized(pack: Path, findings: Findings) -> None:
    path = pack / "venues.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    assert any(
        one.startswith("venues.csv:2: the text looks like GBK") and "新桥街道" in one
        for one in findings()
    )


def test_an_outline_that_crosses_itself(pack: Path, findings: Findings) -> None:
    path = pack / "grids.geojson"
    lines = path.read_text(encoding="utf-8").split("\n")
    feature = json.loads(lines[3].rstrip(","))
    ring = feature["geometry"]["coordinates"][0]
    ring[3], ring[9] = ring[9], ring[3]
    lines[3] = json.dumps(feature, ensure_ascii=False) + ","
    path.write_text("\n".join(lines), encoding="utf-8")
    assert any(one.startswith("grids.geojson:4: the outline crosses itself") for one in findings())


def test_overlapping_grids(pack: Path, findings: Findings) -> None:
    path = pack / "grids.geojson"
    lines = path.read_text(encoding="utf-8").split("\n")
    one, other = (json.loads(lines[index].rstrip(",")) for index in (3, 4))
    other["geometry"] = one["geometry"]
    lines[4] = json.dumps(other, ensure_ascii=False) + ","
    path.write_text("\n".join(lines), encoding="utf-8")
    assert any("grids.geojson:5: grid" in found and "overlaps" in found for found in findings())


def test_all_faults_are_told_at_once(pack: Path, findings: Findings) -> None:
    _edit(pack / "cameras.csv", 9, ",114.", ",x114.")
    _edit(pack / "cameras.csv", 7, "C0006", "C0005")
    _edit(pack / "units.csv", 3, "patrol-2", "patrol-1")
    where = [one.rsplit(": ", 1)[0].split(": ")[0] for one in findings()]
    assert {"cameras.csv:7", "cameras.csv:9", "units.csv:3"} <= set(where)
    assert where == sorted(where, key=lambda place: (place.split(":")[0], int(place.split(":")[1])))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"\x00\xff", b'{"features": [1, {}]}', b'{"features":']
)
@pytest.mark.parametrize(
    "file", ["grids.geojson", "streets.geojson", "cameras.csv", "district.toml"]
)
def test_nonsense_is_a_finding_and_never_a_crash(
    pack: Path, findings: Findings, file: str, content: bytes
) -> None:
    (pack / file).write_bytes(content)
    assert findings()


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(PackBroken) as broken:
        district_pack.read(tmp_path)
    assert broken.value.findings[0] == "cameras.csv: the file is missing"
    assert "Nothing was imported" in str(broken.value)
