"""S2: every role gives every command, step and question to a running hub, as a raw client."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.codec import encode
from console.domain.access import Role
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.domain.commands import COMMANDS, AdvanceCase, OpenCase
from console.domain.permissions import ADVANCE_ROLES, FIELD_ROLES, QUERY_ROLES
from console.domain.refusal import Refusal
from console.domain.rights import RightKind, rights
from console.hub.config import SignedIn
from tests.data.conftest import actor
from tests.data.town import EAST, GRID_EAST, WEST
from tests.hub.site import Raw
from tests.reliability.real_site import RealSite, real_site

_COUNTER = itertools.count(1)
_NO = (headers.Result("", "NOT_ALLOWED").code, Refusal.NOT_ALLOWED.value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealSite]:
    """A hub where somebody of each role sits, and a case in the east that is not the street's."""
    with real_site(tmp_path_factory.mktemp("rights")) as one:
        opening = OpenCase(
            "井盖缺失", "D01", 3, CaseSource.RESIDENT, None, GRID_EAST, "", "", "", ""
        )
        one.real.command(actor(Role.SHIFT_LEADER), "open", "OpenCase", encode(opening))
        one.sessions = tuple(
            SignedIn(role.value, role.value, role.value, role.value, WEST) for role in Role
        )
        one.start_hub()
        yield one


@pytest.fixture(scope="module")
def raws(site: RealSite) -> Mapping[Role, Raw]:
    pairs = {role: site.allow(role.value, PeerKind.CONSOLE) for role in Role}
    return {role: site.raw(pair, feed=True) for role, pair in pairs.items()}


@pytest.fixture
def seats(raws: Mapping[Role, Raw]) -> Mapping[Role, Raw]:
    """Attached anew for each test: whoever is silent for three seconds is given up."""
    for role, raw in raws.items():
        raw.send("ATTACH", headers.Attach(role.value, role.value, 0))
        raw.receive("ATTACHED")
    return raws


def _sample(kind: Any) -> Any:
    """Some value of a type, as JSON has it."""
    if isinstance(kind, UnionType):
        return None if type(None) in get_args(kind) else _sample(get_args(kind)[0])
    if get_origin(kind) in {tuple, list, frozenset, set}:
        return []
    if get_origin(kind) is not None:
        return {}
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    return {str: "x", int: 1, float: 1.0, bool: True}.get(kind, {})


def _samples(name: str) -> dict[str, Any]:
    hints = get_type_hints(COMMANDS[name])
    plain = {field.name: _sample(hints[field.name]) for field in fields(COMMANDS[name])}
    return plain | dict.fromkeys(FIELD_ROLES.get(COMMANDS[name], {}), False)


def _give(raw: Raw, name: str, args: Mapping[str, Any]) -> tuple[str, str]:
    cmd_id = f"c{next(_COUNTER)}"
    raw.send("CMD", headers.Cmd(cmd_id, name), [msgspec.json.encode(args)])
    result = raw.receive("RESULT").typed(headers.Result)
    assert result.cmd_id == cmd_id
    return result.code, result.reason


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_role_gives_exactly_the_commands_of_the_matrix(
    seats: Mapping[Role, Raw], name: str, role: Role
) -> None:
    if name == "AdvanceCase":
        allowed = any(role in roles for roles in ADVANCE_ROLES.values())
    else:
        rows = {row.name: row.roles for row in rights() if row.kind is RightKind.COMMAND}
        allowed = role in rows[name]
    answer = _give(seats[role], name, _samples(name))
    if name != "AdvanceCase":
        assert (answer != _NO) is allowed, answer
    for field in _samples(name):
        # What is in a field changes nothing about who may: a wrong one is refused as wrong only
        # to whoever may give the command at all.
        wrong = _samples(name) | {field: {"no": ["such", "value"]}}
        assert _give(seats[role], name, wrong) == (("INVALID", "E-INVALID") if allowed else _NO)


@pytest.mark.parametrize("role", Role)
def test_a_role_sets_exactly_the_fields_of_the_matrix(
    seats: Mapping[Role, Raw], role: Role
) -> None:
    for row in (row for row in rights() if row.kind is RightKind.FIELD):
        name, _, field = row.name.partition(".")
        answer = _give(seats[role], name, _samples(name) | {field: True})
        assert (answer != _NO) is (role in row.roles), (row.name, answer)


@pytest.mark.parametrize("role", Role)
def test_a_role_takes_exactly_the_steps_of_the_matrix(
    seats: Mapping[Role, Raw], role: Role
) -> None:
    for action in Action:
        args = {"entity": "none", "version": 1, "action": action.value}
        allowed = role in ADVANCE_ROLES.get(action, frozenset())
        answer = _give(seats[role], AdvanceCase.__name__, args)
        assert (answer != _NO) is allowed, (action, answer)


@pytest.mark.parametrize("role", Role)
def test_a_role_asks_exactly_the_questions_of_the_matrix(
    seats: Mapping[Role, Raw], role: Role
) -> None:
    raw = seats[role]
    for name in (*QUERY_ROLES, "no_such_question"):
        query_id = f"q{next(_COUNTER)}"
        raw.send("QUERY", headers.Query(query_id, name), [b"{}"])
        allowed = role in QUERY_ROLES.get(name, frozenset())
        code = _answer_to(raw, query_id)
        assert code in ({0, 422} if allowed else {403} if name in QUERY_ROLES else {422}), name


def _answer_to(raw: Raw, query_id: str) -> int:
    """0 for rows, or the code of the ERR."""
    while True:
        message = raw.receive_any(("ROWS", "ERR"))
        if message.kind == "ERR":
            return message.typed(headers.Err).code
        header = message.typed(headers.Rows)
        if header.query_id == query_id and header.last:
            return 0


def test_a_street_seat_does_nothing_to_a_case_of_another_street(
    site: RealSite, seats: Mapping[Role, Raw]
) -> None:
    number = _give_data(seats[Role.OPERATOR])
    for row in rights():
        if row.kind is not RightKind.COMMAND or Role.STREET_SEAT not in row.roles:
            continue
        args = _samples(row.name)
        if "entity" not in args or row.name == "LockConsole":
            continue
        code, _reason = _give(seats[Role.STREET_SEAT], row.name, args | {"entity": number})
        assert code != "OK", row.name
    for action in ADVANCE_ROLES:
        args = {"entity": number, "version": 1, "action": action.value, "note": "x"}
        assert _give(seats[Role.STREET_SEAT], "AdvanceCase", args)[0] == "NOT_ALLOWED"


def _give_data(raw: Raw) -> str:
    """The number of a fresh case in the east."""
    args = _samples("OpenCase") | {"case_type": "D01", "grid": GRID_EAST, "level": 3, "alarm": ""}
    raw.send("CMD", headers.Cmd(f"c{next(_COUNTER)}", "OpenCase"), [msgspec.json.encode(args)])
    result = raw.receive("RESULT").typed(headers.Result)
    assert result.code == "OK", result
    assert GRID_EAST[: len(EAST)] == EAST
    return result.data["case"]
