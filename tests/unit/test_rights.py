"""The matrix of rights: complete, and the manual says the same."""

from __future__ import annotations

from console.domain.commands import COMMANDS
from console.domain.permissions import ROLES
from console.domain.rights import RightKind, rights
from tests.rights_page import PAGE, page


def test_every_command_has_a_rule_and_no_rule_is_left_over() -> None:
    assert set(ROLES) == set(COMMANDS.values())
    assert all(ROLES.values())


def test_every_row_is_listed_once() -> None:
    names = [(right.kind, right.name) for right in rights()]
    assert len(names) == len(set(names))
    commands = {name for kind, name in names if kind is RightKind.COMMAND}
    assert commands | {"AdvanceCase"} == set(COMMANDS)


def test_the_manual_says_what_the_hub_checks() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.rights_page"
