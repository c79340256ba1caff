"""Sources and desk over real sockets, in processes of their own, against a hub."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from console.bootstrap.workstation import Workstation, session_for
from console.bus.allow_list import PeerKind
from console.bus.feed_client import FeedClient
from console.bus.ids import uuid7
from console.bus.source import Source
from console.codec import encode
from console.config import Folders, HubSettings
from console.domain.access import Role
from console.domain.bodies import Report, VideoFinding
from console.domain.case import CaseSource, CaseState
from console.domain.case_log import Action
from console.domain.commands import DispatchCase, OpenCase
from console.domain.district import District
from console.domain.result import CommandResult
from console.domain.unit import UnitStatus
from console.maps import district_pack
from console.sim.board import Board
from console.sim.load import LoadStart, publish_load
from console.sim.pack_cache import keep_district, load_district
from console.sim.repertoire import Repertoire
from console.sim.start import DeskStart, Seat, SourceStart
from data.opened_core import OpenedCore
from tests.hub.site import Site, wait_for
from tests.sim.conftest import FOLDER

RESOURCES = FOLDER.parent
ROOT = RESOURCES.parent


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with Site(tmp_path) as one:
        yield one


@pytest.fixture
def spools(tmp_path: Path, district: District) -> Path:
    """A spool folder with a quick copy of the district in it, and an older pack beside it."""
    pack = tmp_path / "district"
    pack.mkdir()
    (pack / "district.toml").touch()
    keep_district(district, tmp_path / "spools")
    return tmp_path / "spools"


def source_start(site: Site, spools: Path, source: str, **changes: object) -> SourceStart:
    pair = site.allow(source, PeerKind.SOURCE)
    start = SourceStart(
        source=source,
        endpoint=f"tcp://127.0.0.1:{site.ports[0]}",
        server_key=site.keys.public,
        public_key=pair.public,
        secret_key=pair.secret,
        spool_folder=str(spools),
        district_folder=str(spools.parent / "district"),
        scenario_folder=str(FOLDER),
        started_at=time.time(),
    )
    return msgspec.structs.replace(start, **changes)


def run_child(module: str, start: object) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdin is not None
    child.stdin.write(msgspec.json.encode(start) + b"\n")
    child.stdin.flush()
    return child


def let_go(child: subprocess.Popen[bytes]) -> int:
    """What a child sees when its parent dies: the end of its input."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()
    code = child.wait(timeout=10)
    child.stdout.close()
    return code


SEATS = (
    ("duty-operator", "张文博", Role.OPERATOR),
    ("desk-operator", "李秀兰", Role.OPERATOR),
    ("desk-leader", "王建国", Role.SHIFT_LEADER),
    ("desk-verifier", "周海燕", Role.VERIFIER),
)
SPEED = 30.0
TERMINALS = ("vehicle-terminals", "车载终端", Role.COMMANDER)


@pytest.fixture
def station(tmp_path: Path, district: District) -> Iterator[Workstation]:
    """A real hub process on a real store that knows the district."""
    folders = Folders(tmp_path / "data", tmp_path / "cache")
    with OpenedCore(folders.data, RESOURCES, lambda: datetime.now(UTC)) as opened:
        opened.core.import_district(district)
    station = Workstation(folders, HubSettings(ingest_port=0, feed_port=0))
    try:
        yield station
    finally:
        station.close()


class Watcher:
    """The real operator's console: a board, and commands."""

    def __init__(self, station: Workstation, token: str) -> None:
        self.board = Board()
        self.results: list[CommandResult] = []
        pair = station.keys.console("console-1")
        self.client = FeedClient(
            (station.feed,),
            station.keys.server.public,
            pair.public,
            pair.secret,
            token,
            "console-1",
            on_snapshot=lambda facts, _: self.board.replace(facts),
            on_facts=self.board.apply,
            on_result=self.results.append,
            on_rows=lambda _query, _rows: None,
            on_link=lambda _link: None,
        )
        self.client.start()

    def rushes(self, unit: str) -> bool:
        known = self.board.units.get(unit)
        return known is not None and known.status is UnitStatus.EN_ROUTE and known.speed > 5

    def closed(self, number: str) -> bool:
        case = self.board.cases.get(number)
        return case is not None and case.state is CaseState.CLOSED


def test_a_source_delivers_and_ends_with_its_parent(site: Site, spools: Path) -> None:
    start = source_start(site, spools, "grid-app", first_run=True)
    child = run_child("console.sim.source_process", start)
    assert child.stdout is not None
    try:
        assert b"ready" in child.stdout.readline()
        wait_for(lambda: len(site.fake.events) >= 52, "the cases handed over", 20)
    finally:
        code = let_go(child)
    assert code == 0
    assert {one.type for one in site.fake.events} <= {"case.handed_over", "report.grid"}
    assert {str(one.status) for one in site.fake.events} == {"actual"}
    assert site.fake.quarantine == []
    sequences = [one.sequence for one in site.fake.events]
    assert sequences == list(range(1, len(sequences) + 1))


def test_a_source_that_starts_again_leaves_out_what_is_past(site: Site, spools: Path) -> None:
    """Ten minutes late there is no fall to report any more, but the state of venues is told."""
    past = time.time() - 600
    starts = [
        source_start(site, spools, name, started_at=past)
        for name in ("conference", "hotline-12345")
    ]
    children = [run_child("console.sim.source_process", start) for start in starts]
    try:
        wait_for(lambda: len(site.fake.events) >= 5, "the venues", 20)
    finally:
        codes = [let_go(child) for child in children]
    assert codes == [0, 0]
    assert {one.source for one in site.fake.events} == {"conference"}


def test_a_changed_pack_is_read_again(spools: Path, district: District, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    district_pack.write(district, pack)
    assert load_district(pack, tmp_path / "fresh").grids == district.grids
    shutil.rmtree(tmp_path / "fresh")
    (spools / "district.json").write_bytes(b"{}")
    assert load_district(pack, spools).info == district.info


def test_a_dispatched_unit_is_where_its_case_is(
    station: Workstation, district: District, spools: Path
) -> None:
    """The operator opens a case and sends a unit: it reports to be on its way."""
    operator_session, terminals = session_for(*SEATS[0]), session_for(*TERMINALS)
    station.keys.console("console-1")
    keys, pair = station.keys.console(TERMINALS[0]), station.keys.source("patrol-gps")
    station.start_hub([operator_session, terminals])
    station.wait_for_hub()
    start = SourceStart(
        source="patrol-gps",
        endpoint=station.ingest,
        server_key=station.keys.server.public,
        public_key=pair.public,
        secret_key=pair.secret,
        spool_folder=str(spools),
        district_folder=str(spools.parent / "district"),
        scenario_folder=str(FOLDER),
        started_at=time.time(),
        scenarios=(),
        feed=station.feed,
        seat=Seat(terminals.role, terminals.token, TERMINALS[0], keys.public, keys.secret),
    )
    station.start_child("source-patrol-gps", start, entry="source")
    operator = Watcher(station, operator_session.token)
    try:
        unit = next(one for one in district.units if one.kind == "patrol")
        place = district.grids[100].centre
        rest = ("", "", "", "", "")
        command = OpenCase("燃气味", "B04", 2, CaseSource.RESIDENT, place, *rest)
        operator.client.submit(uuid7(), "OpenCase", encode(command))
        wait_for(lambda: bool(operator.results), "the case", 15)
        sent = DispatchCase(operator.results[0].data["case"], 1, unit.id, unit.name)
        operator.client.submit(uuid7(), "DispatchCase", encode(sent))
        wait_for(lambda: operator.rushes(unit.id), "the unit to set out", 15)
    finally:
        operator.client.close()
    assert operator.board.units[unit.id].case == operator.results[0].data["case"]


def test_load_is_published_at_its_rate(site: Site) -> None:
    source = site.source("load")
    start = LoadStart("load", "", "", "", "", "", ("unit-1", "unit-2"), 115.0, 30.2, 500.0, 1.0)
    began = time.monotonic()
    assert publish_load(source, start, threading.Event()) == 500
    assert time.monotonic() - began < 5
    wait_for(lambda: len(site.fake.events) == 500, "500 events")
    assert {one.key for one in site.fake.events} == {"unit-1", "unit-2"}


def test_the_desk_plays_s02_on_with_the_case_that_the_operator_opened(
    station: Workstation, district: District, spools: Path
) -> None:
    """Real hub, real store, real desk; the operator is faster than the desk, which carries on."""
    sessions = [session_for(*one) for one in SEATS]
    source_keys = station.keys.source("analytics")
    grid_keys = station.keys.source("grid-app")
    station.keys.console("console-1")
    pairs = {one.token: station.keys.console(one.user) for one in sessions[1:]}
    station.start_hub(sessions)
    station.wait_for_hub()
    desk = DeskStart(
        endpoint=station.feed,
        server_key=station.keys.server.public,
        seats=tuple(
            Seat(one.role, one.token, one.user, pairs[one.token].public, pairs[one.token].secret)
            for one in sessions[1:]
        ),
        spool_folder=str(spools),
        district_folder=str(spools.parent / "district"),
        scenario_folder=str(FOLDER),
        started_at=time.time(),
        speed=SPEED,
        scenarios=("S02",),
    )
    station.start_child("desk", desk)
    camera = Repertoire(FOLDER, ("S02",), district).productions[0].cast.cameras[0]
    source, grid_app = (
        Source(
            station.ingest,
            name,
            station.keys.server.public,
            keys.public,
            keys.secret,
            spools / f"{name}.db",
        )
        for name, keys in (("analytics", source_keys), ("grid-app", grid_keys))
    )
    source.start()
    grid_app.start()
    operator = Watcher(station, sessions[0].token)
    try:
        fall = VideoFinding(camera.id, "person_down", "有人倒地", "G02", 0.93)
        source.publish("video.finding", camera.id, 2, fall)
        wait_for(lambda: bool(operator.board.alarms), "the alarm", 15)
        (alarm,) = operator.board.alarms.values()
        place = (None, "", "", "", "", "", alarm.id)
        command = OpenCase("老人倒地", "G02", 2, CaseSource.VIDEO_PATROL, *place)
        operator.client.submit(uuid7(), "OpenCase", encode(command))
        wait_for(lambda: bool(operator.results), "the case", 10)
        number = operator.results[0].data["case"]
        at = (camera.place.lon, camera.place.lat)
        wet = Report("wet", CaseSource.GRID_APP, "路面湿滑致人摔倒", "D04", 4, *at)
        grid_app.publish("report.grid", "wet", 4, wet)
        wait_for(lambda: operator.closed(number), "the end of the story", 30)
    finally:
        source.close(drain_s=0)
        grid_app.close(drain_s=0)
        operator.client.close()
    case = operator.board.cases[number]
    done = [one.action for one in case.log]
    told = [Action.DISPATCHED, Action.ACCEPTED, Action.SET_OUT, Action.ARRIVED, Action.HANDLING]
    assert [one for one in done if one in told] == told
    others = [one for one in operator.board.cases if one != number]
    assert case.linked == tuple(others), "the wet pavement; the desk opened no second one"
    assert len(others) == 1
    assert camera.id in case.cameras
    assert not case.paperwork_due
