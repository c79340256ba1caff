"""A mapping that is wrong is refused with its line; one that is right says what becomes of what."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bridges.field_value import NotMapped
from console.bridges.mapping import Mapping
from console.bridges.mapping_file import SHIPPED, load_mapping, mapping_path
from console.errors import MappingBroken

GOOD = """\
id = ["id"]
time = "at"

[[rule]]
when = { kind = ["up", "down"] }
type = "camera.status"
key = { path = "camera" }
severity = { path = "level", default = 4 }
[rule.body]
camera = { path = "camera" }
state = { path = "kind", map = { up = "online", down = "offline" } }
"""


def _mapping(folder: Path, text: str) -> Mapping:
    file = folder / "mapping.toml"
    file.write_text(text, encoding="utf-8")
    return load_mapping(file)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('type = "camera.status"', 'type = "camera.state"', 6, "no type of event"),
        ('type = "camera.status"', 'typ = "camera.status"', 6, "“typ” is unknown"),
        ('key = { path = "camera" }\n', "", 4, "“key” is missing"),
        ("camera = { path", "cam = { path", 10, "has no “cam”"),
        ('camera = { path = "camera" }\nstate', "state", 4, "needs “camera”"),
        ('{ path = "level", default = 4 }', "5", 8, "runs from 1 to 4"),
        ('path = "level", default', 'path = "level", defualt', 8, "defualt"),
        ('time = "at"', "time = 3", 2, "“time” is a path"),
        ('time = "at"', "time = ", 2, "Invalid value"),
        ('time = "at"', 'tiem = "at"', 2, "“tiem” is unknown"),
        ('id = ["id"]', "id = [3]", 1, "“id” is a path"),
    ],
)
def test_a_wrong_mapping_names_its_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in GOOD
    with pytest.raises(MappingBroken) as told:
        _mapping(tmp_path, GOOD.replace(old, new, 1))
    assert told.value.values["line"] == line
    assert says in str(told.value)


def test_the_line_is_found_in_the_second_rule_too(tmp_path: Path) -> None:
    with pytest.raises(MappingBroken) as told:
        _mapping(tmp_path, GOOD + '\n[[rule]]\ntype = "nothing"\n')
    assert told.value.values["line"] == 14


def test_a_mapping_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MappingBroken, match=r"missing\.toml"):
        load_mapping(mapping_path("missing.toml", tmp_path))


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_every_shipped_mapping_loads_and_names_its_events(file: Path, tmp_path: Path) -> None:
    assert mapping_path(file.stem, tmp_path) == file
    assert load_mapping(file).id


@pytest.mark.parametrize(
    "at", ["2021-11-28T01:02:03Z", "2021-11-28T09:02:03+08:00", 1638061323, "1638061323000"]
)
def test_times_are_taken_as_vendors_write_them(tmp_path: Path, at: object) -> None:
    message = {"id": 7, "at": at, "kind": "up", "camera": "C1"}
    ((name, draft),) = _mapping(tmp_path, GOOD).drafts(json.dumps(message).encode())
    assert name == "7"
    assert draft.occurred_at == datetime(2021, 11, 28, 1, 2, 3, tzinfo=UTC)
    assert draft.severity == 4


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ({"id": 1, "kind": "other", "camera": "C1"}, "no rule fits"),
        ({"kind": "up", "camera": "C1"}, "no id"),
        ({"id": 1, "kind": "up"}, "nothing usable at camera"),
        ({"id": 1, "kind": "up", "camera": "C1", "level": 9}, "<= 4"),
        ({"id": 1, "kind": "up", "camera": "C1", "at": "soon"}, "no time at at"),
        ([1, 2], "no rule fits"),
    ],
)
def test_a_message_without_a_place_says_why_and_not_what(
    tmp_path: Path, message: object, why: str
) -> None:
    with pytest.raises(NotMapped, match=why) as told:
        _mapping(tmp_path, GOOD).drafts(json.dumps(message).encode())
    assert "soon" not in str(told.value)
