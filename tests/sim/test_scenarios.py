"""Every scenario file keeps the contract and can be played in the demo's district."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from console.domain.access import Actor, Role
from console.domain.bodies import BODIES
from console.domain.case_types import CaseTypes
from console.domain.commands import COMMANDS
from console.domain.district import District
from console.domain.permissions import may
from console.sim.cast import find_cast
from console.sim.links import LINK_NAMES
from console.sim.repertoire import Repertoire
from console.sim.scenario import Scenario, load_scenario
from console.sim.scripted import filled, planned
from console.sim.start import SCENARIOS
from console.sim.timeline import Cue, cues, offsets
from tests.sim.conftest import FOLDER

UNSEATED = {Role.STREET_SEAT, Role.COMMANDER}
TASK_COMMANDS = {"CreateTask", "CheckIn", "RemindTask", "CloseTask"}


def first_play(scenario: Scenario, district: District) -> list[Cue]:
    endless = cues(scenario, find_cast(scenario.cast, district), "run")
    return list(islice(endless, len(scenario.steps)))


def test_every_file_is_played_and_every_name_has_a_file(repertoire: Repertoire) -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(SCENARIOS)
    assert [one.scenario.id for one in repertoire.productions] == sorted(SCENARIOS)
    assert repertoire.left_out == {}


@pytest.mark.parametrize("name", SCENARIOS)
def test_its_events_have_the_bodies_of_their_types(name: str, district: District) -> None:
    scenario = load_scenario(FOLDER / f"{name}.toml")
    known = CaseTypes.from_table(
        msgspec.toml.decode((FOLDER.parent / "case_types.toml").read_bytes())
    )
    grids = {one.code for one in district.grids}
    cameras = {one.id for one in district.cameras}
    for cue in first_play(scenario, district):
        rule = cue.step.event
        if rule is None:
            continue
        event = planned(cue.at, cue.play, cue.step.case, rule)
        assert event.source in LINK_NAMES
        assert isinstance(event.body, BODIES[event.type])
        values = msgspec.to_builtins(event.body)
        assert values.get("grid", cue.play.cast.grid.code) in grids
        assert values.get("camera", next(iter(cameras))) in cameras
        assert values.get("case_type", "Z01") in known
        assert "{" not in msgspec.json.encode(values.get("by", "")).decode()


@pytest.mark.parametrize("name", SCENARIOS)
def test_its_commands_are_commands(name: str, district: District) -> None:
    scenario = load_scenario(FOLDER / f"{name}.toml")
    reported = {step.case for step in scenario.steps if step.event and "title" in step.event.body}
    opened = {step.case for step in scenario.steps if step.desk and step.desk.command == "OpenCase"}
    rest = {"entity": "x", "version": 1, "grid": "", "address": "", "reporter": "", "contact": ""}
    rest |= {"request": 1}
    for cue in first_play(scenario, district):
        rule = cue.step.desk
        if rule is None:
            continue
        assert cue.step.case in reported | opened or rule.command in TASK_COMMANDS
        role = Role(rule.role)
        kind = COMMANDS[rule.command]
        words = cue.play.words(cue.step.case)
        args: dict[str, object] = {key: filled(one, words) for key, one in rule.args.items()}
        if "due_at" in args:
            args["due_at"] = datetime.fromtimestamp(float(str(args["due_at"])), UTC)
        command = msgspec.convert({"place": None, **rest, **args}, kind)
        stand_in = Role.OPERATOR if role is Role.STREET_SEAT else Role.SHIFT_LEADER
        # At the demo's desk nobody sits for a street or commands; somebody there stands in.
        for one in (role, stand_in) if role in UNSEATED else (role,):
            assert may(Actor("desk", "李某", one, cue.play.cast.grid.street, ""), command)


@pytest.mark.parametrize("name", SCENARIOS)
def test_it_takes_a_few_minutes_and_ends_before_it_begins_again(name: str) -> None:
    scenario = load_scenario(FOLDER / f"{name}.toml")
    lasts = offsets(scenario.steps)
    assert lasts == sorted(lasts)
    assert 45 <= lasts[-1] <= 400
    assert lasts[-1] + 120 < scenario.again


def test_performances_never_share_a_reference(district: District) -> None:
    scenario = load_scenario(FOLDER / "S01.toml")
    endless = cues(scenario, find_cast(scenario.cast, district), "run")
    found = [cue.play.reference("main") for cue in islice(endless, 3 * len(scenario.steps))]
    assert len(set(found)) == 3


def test_a_step_told_several_times_counts_and_mixes_with_the_others(tmp_path: Path) -> None:
    text = (FOLDER / "S15.toml").read_text("utf-8")
    told = tmp_path / "S15.toml"
    told.write_text(text, "utf-8")
    steps = load_scenario(told).steps
    calls = [step.case for step in steps if step.event and step.case.startswith("call")]
    assert calls == [f"call{n}" for n in range(2, 15)]
    merged = [step.case for step in steps if step.desk and step.desk.command == "MergeCase"]
    assert merged == calls
    assert [step.t for step in steps] == sorted(step.t for step in steps)


def test_a_misspelt_step_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "S06.toml").read_text("utf-8")
    broken = tmp_path / "S06.toml"
    broken.write_text(text.replace("severity = 4", "severty = 4", 1), "utf-8")
    with pytest.raises(msgspec.ValidationError, match="severty"):
        load_scenario(broken)


def test_a_body_of_another_shape_is_refused(tmp_path: Path, district: District) -> None:
    text = (FOLDER / "S06.toml").read_text("utf-8")
    broken = tmp_path / "S06.toml"
    broken.write_text(text.replace('source = "grid_app"', 'source = "nobody"', 1), "utf-8")
    cue = first_play(load_scenario(broken), district)[0]
    assert cue.step.event is not None
    with pytest.raises(msgspec.ValidationError, match="nobody"):
        planned(0.0, cue.play, "main", cue.step.event)


def test_a_district_without_water_gauges_leaves_the_underpass_out(district: District) -> None:
    bare = Repertoire(FOLDER, SCENARIOS, replace(district, sites=()))
    assert {"S03", "S05", "S07"} <= set(bare.left_out)
    played = {one.scenario.id for one in bare.productions}
    assert {"S01", "S02", "S06", "S08"} <= played
    assert played | set(bare.left_out) == set(SCENARIOS)
