"""S3: 200 names, phones and identity numbers, 50 camera passwords, and where none may be seen."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus.link import FeedState
from console.codec import encode
from console.domain.bodies import Report
from console.domain.case import CaseSource
from console.domain.commands import AddNote, OpenCase
from console.log import JsonFormatter
from data.opened_core import OpenedCore
from tests.data.conftest import RESOURCES
from tests.data.town import IN_WEST, town
from tests.hub.site import wait_for
from tests.reliability.real_hub import ROOT, RealHub

PEOPLE = 200
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
NAMES = [f"罗{_GIVEN[n // 20]}{_GIVEN[n % 20]}" for n in range(PEOPLE)]
PHONES = [f"1397{n:03d}{7000 + n:04d}" for n in range(PEOPLE)]
IDS = [f"42029919{50 + n % 40}0101{1000 + n:04d}" for n in range(PEOPLE)]
CAMERA_PASSWORDS = [f"canary-camera-{n:02d}" for n in range(50)]
PERSONAL = (*NAMES, *PHONES, *IDS)
_TABLES = ("fact", "case_file", "case_log", "alarm", "audit", "command_result")


def _hits(text: str, canaries: tuple[str, ...]) -> list[str]:
    return [one for one in canaries if one in text]


def _report(n: int) -> dict[str, object]:
    body = Report(
        reference=f"R{n}",
        source=CaseSource.GRID_APP,
        title="井盖缺失",
        case_type="D01",
        level=4,
        lon=IN_WEST.lon,
        lat=IN_WEST.lat,
        description=f"{NAMES[n]}来电{PHONES[n]}，身份证{IDS[n]}",
        reporter=NAMES[n],
        contact=PHONES[n],
    )
    return asdict(body)


def _import_cameras(folder: Path) -> None:
    district = town()
    cameras = tuple(
        replace(camera, sub_url=f"rtsp://admin:{CAMERA_PASSWORDS[n]}@192.0.2.1/{n}")
        for n, camera in enumerate(district.cameras * 5)
        if n < len(CAMERA_PASSWORDS)
    )
    cameras = tuple(replace(one, id=f"{one.id[:-4]}{n:04d}") for n, one in enumerate(cameras))
    with OpenedCore(folder / "data", RESOURCES, lambda: datetime.now(UTC)) as opened:
        opened.core.import_district(replace(district, cameras=cameras))


def _seen_of_processes() -> str:
    """Command lines and environments of all processes of this machine that may be read."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            for name in ("cmdline", "environ"):
                try:
                    found.append((process / name).read_bytes().decode(errors="replace"))
                except OSError:
                    continue
    return "\n".join(found)


def _logs(folder: Path) -> str:
    return "\n".join(path.read_text() for path in folder.rglob("*.jsonl*") if path.is_file())


@pytest.mark.timeout(120)
def test_no_canary_is_seen_where_it_must_not_be(tmp_path: Path) -> None:
    _import_cameras(tmp_path)
    with RealHub(tmp_path) as hub:
        hub.start()
        source, console = hub.source("grid-app"), hub.console()
        wait_for(lambda: console.state is FeedState.UP, "the console", 20)
        for n in range(PEOPLE - 1):
            source.publish("report.grid", f"R{n}", 4, _report(n))
        wait_for(lambda: hub.newest("grid-app") == PEOPLE - 1, "the reports", 40)
        last = PEOPLE - 1
        opening = OpenCase(
            "井盖缺失", "D01", 4, CaseSource.RESIDENT, IN_WEST, "", "",
            f"{NAMES[last]}，{IDS[last]}", NAMES[last], PHONES[last],
        )  # fmt: skip
        console.client.submit("open", "OpenCase", encode(opening))
        wait_for(lambda: bool(console.results), "the case", 20)
        note = AddNote(console.results[0].data["case"], f"已联系{PHONES[0]} {IDS[1]}")
        console.client.submit("note", "AddNote", encode(note))
        wait_for(lambda: len(console.results) == 2, "the note", 20)
        processes = _seen_of_processes()
        fed = repr(console.snapshots) + repr(console.facts)
        source.close(drain_s=0)
        console.client.close()
    exported = tmp_path / "audit.export"
    subprocess.run(
        [
            *(sys.executable, "main.py", "audit", "export", "--to", str(exported)),
            *(
                "--data",
                str(tmp_path / "data"),
                "--by",
                "auditor",
                "--purpose",
                f"call {PHONES[0]}",
            ),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    secrets = (*PERSONAL, *CAMERA_PASSWORDS)
    assert _hits(processes, secrets) == []
    assert _hits(_logs(tmp_path), secrets) == []
    assert _hits(exported.read_text(), secrets) == []
    assert _hits(fed, PERSONAL) == []
    with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
        for table in _TABLES:
            rows = store.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            assert rows or table == "alarm"
            assert _hits(repr([[_text(cell) for cell in row] for row in rows]), PERSONAL) == []
        kept = repr(store.execute("SELECT clear FROM personal").fetchall())
    # The negative control: they did arrive, and the search finds what is there.
    assert len(_hits(kept, (*NAMES, *PHONES))) == 2 * PEOPLE


def _text(cell: object) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)


def test_a_careless_line_in_a_log_is_struck_out() -> None:
    for n in range(50):
        said = f"rtsp://admin:{CAMERA_PASSWORDS[n]}@192.0.2.1 {PHONES[n]} {IDS[n]}"
        record = logging.LogRecord("console", logging.ERROR, "", 1, said, (), None)
        text = json.loads(JsonFormatter().format(record))["message"]
        assert _hits(text, (*PHONES, *IDS, *CAMERA_PASSWORDS)) == []
