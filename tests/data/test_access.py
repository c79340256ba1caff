"""Signing in, and the audit log that nobody edits unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.case import CaseSource
from console.domain.commands import OpenCase
from console.errors import AccountRefused, NotAllowed
from console.services.audit_log import first_fault
from console.services.core import ResultCode
from console.services.hub_core import Core
from console.services.passwords import ArgonPasswords
from console.services.records import AuditRow
from tests.data.conftest import actor
from tests.data.feeder import PHONE, REPORTER, Watch

PASSWORD = "Correct horse 7"  # noqa: S105 of a made-up account


@pytest.fixture
def staffed(core: Core) -> Core:
    assert not core.has_users()
    core.add_user("zhou", "周建军", role=Role.SHIFT_LEADER, password=PASSWORD)
    return core


def audit(core: Core) -> list[AuditRow]:
    rows = core.query(actor(Role.AUDITOR), "audit", b'{"limit":500}')
    return [decode(row, AuditRow) for row in reversed(rows)]


def test_nobody_gets_in_without_an_account(core: Core) -> None:
    assert not core.has_users()
    for name, password in (("admin", "admin"), ("", ""), ("root", "")):
        assert core.sign_in(name, password, "console-1") is None


def test_the_right_password_opens(staffed: Core) -> None:
    who = staffed.sign_in("zhou", PASSWORD, "console-1")
    assert who is not None
    assert (who.user, who.role, who.console) == ("zhou", Role.SHIFT_LEADER, "console-1")
    assert staffed.sign_in("zhou", "wrong", "console-1") is None


def test_five_failures_lock_the_account_for_a_while(staffed: Core, watch: Watch) -> None:
    for _ in range(5):
        assert staffed.sign_in("zhou", "wrong", "console-1") is None
    assert staffed.sign_in("zhou", PASSWORD, "console-1") is None
    watch.on(minutes=14)
    assert staffed.sign_in("zhou", PASSWORD, "console-1") is None
    watch.on(minutes=2)
    assert staffed.sign_in("zhou", PASSWORD, "console-1") is not None


def test_a_success_forgets_the_failures(staffed: Core) -> None:
    for _ in range(3):
        for _ in range(4):
            assert staffed.sign_in("zhou", "wrong", "console-1") is None
        assert staffed.sign_in("zhou", PASSWORD, "console-1") is not None


@pytest.mark.parametrize(
    ("user", "password", "reason"),
    [
        ("zhou", PASSWORD, "E-NAME-TAKEN"),
        ("li", PASSWORD[:7], "E-PASSWORD-SHORT"),
        ("li", "correct horse", "E-PASSWORD-PLAIN"),
        ("li si", PASSWORD, "E-INVALID"),
    ],
)
def test_names_are_taken_once_and_passwords_follow_the_profile(
    staffed: Core, user: str, password: str, reason: str
) -> None:
    with pytest.raises(AccountRefused, match=reason):
        staffed.add_user(user, "x", role=Role.OPERATOR, password=password)
    staffed.add_user("li", "x", role=Role.OPERATOR, password=PASSWORD)


@pytest.mark.both_engines
def test_every_changing_command_is_audited_refusals_included(staffed: Core) -> None:
    command = OpenCase(
        "井盖缺失", "D01", 3, CaseSource.RESIDENT, None, "", "", REPORTER, REPORTER, PHONE
    )
    args = encode(command)
    assert staffed.command(actor(), "1", "OpenCase", args)[0].code is ResultCode.OK
    refused, _ = staffed.command(actor(Role.AUDITOR), "2", "OpenCase", args)
    assert refused.code is ResultCode.NOT_ALLOWED
    rows = [(row.action, row.user, row.outcome) for row in audit(staffed)]
    assert rows == [
        ("ImportDistrict", "", "OK"),
        ("AddUser", "", "OK"),
        ("OpenCase", "zhou", "OK"),
        ("OpenCase", "zhou", "NOT_ALLOWED"),
    ]
    text = encode(audit(staffed)).decode()
    assert REPORTER not in text
    assert PHONE not in text


def test_sign_ins_are_audited(staffed: Core) -> None:
    staffed.sign_in("zhou", PASSWORD, "console-1")
    staffed.sign_in("zhou", "wrong", "console-1")
    staffed.sign_in("nobody", "wrong", "console-1")
    outcomes = [row.outcome for row in audit(staffed) if row.action == "SignIn"]
    assert outcomes == ["OK", "WRONG_PASSWORD", "UNKNOWN"]


@pytest.mark.both_engines
def test_edits_deletions_and_reorders_of_the_audit_log_show(staffed: Core) -> None:
    for _ in range(6):
        staffed.sign_in("zhou", PASSWORD, "console-1")
    rows = audit(staffed)
    assert first_fault(rows) == 0
    assert first_fault([*rows[:3], replace(rows[3], outcome="OTHER"), *rows[4:]]) == 4
    assert first_fault([*rows[:3], *rows[4:]]) == 4
    assert first_fault([*rows[:3], rows[4], rows[3], *rows[5:]]) == 4
    assert first_fault(rows[1:]) == 1


def test_only_the_auditor_reads_it(staffed: Core) -> None:
    for role in set(Role) - {Role.AUDITOR}:
        with pytest.raises(NotAllowed):
            staffed.query(actor(role), "audit", b"{}")


def test_argon2_has_the_cost_that_is_promised() -> None:
    passwords = ArgonPasswords()
    hashed = passwords.hash(PASSWORD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,")
    assert passwords.matches(hashed, PASSWORD)
    assert not passwords.matches(hashed, "wrong")
    assert not passwords.matches("nonsense", PASSWORD)
