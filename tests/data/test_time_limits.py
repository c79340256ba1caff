"""Editable time limits: versions with an effective date, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.card_rule import CardRule
from console.domain.case import Case
from console.domain.clock_commands import ChangeLimits
from console.domain.limit_table import LimitTable
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.errors import DiskFull
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.conftest import actor
from tests.data.feeder import Feeder, Watch
from tests.data.test_access import audit
from tests.data.test_cases import Desk, reported


def tables(core: Core) -> list[LimitTable]:
    return [decode(row, LimitTable) for row in core.query(actor(), "limits", b"{}")]


def change(core: Core, watch: Watch, text: str = "5 min", **more: object) -> ChangeLimits:
    newest = tables(core)[-1]
    entries = tuple(
        replace(one, text=text) if (one.level, one.kind) == (3, ClockKind.TAKE_IN) else one
        for one in newest.entries
    )
    command = ChangeLimits("limits", newest.number, watch(), entries, CardRule(100, 120, 150), "试")
    return replace(command, **more)


def take_in_s(case: Case) -> int:
    return next(one.limit_s for one in case.clocks if one.kind is ClockKind.TAKE_IN)


def test_the_shipped_table_is_the_first_version(core: Core) -> None:
    (first,) = tables(core)
    assert first.number == 1
    texts = {(one.case_type, one.level, one.kind): one.text for one in first.entries}
    assert texts["", 1, ClockKind.TAKE_IN] == "1 min"
    assert texts["E01", 4, ClockKind.HANDLED] == "30 days"


def test_cases_keep_the_table_in_force_when_they_were_reported(
    core: Core,
    feeder: Feeder,
    watch: Watch,
    store: OpenedCore,
    open_store: Callable[[], OpenedCore],
) -> None:
    before = reported(core, feeder)
    desk = Desk(core)
    tomorrow = watch() + timedelta(days=1)
    assert desk.give(change(core, watch, effective_from=tomorrow)).version == 2
    watch.on(minutes=1)
    between = reported(core, feeder, "R2")
    watch.on(days=1)
    after = reported(core, feeder, "R3")
    assert [take_in_s(case) for case in (before, between, after)] == [600, 600, 300]
    store.close()
    again = open_store().core
    numbers = [case.number for case in (before, between, after)]
    cases = [decode(again.query(actor(), "case", encode({"number": n}))[0], Case) for n in numbers]
    assert [take_in_s(case) for case in cases] == [600, 600, 300]


def test_a_change_is_audited_with_its_digest(core: Core, watch: Watch) -> None:
    Desk(core).give(change(core, watch), Role.ADMINISTRATOR, "root")
    row = next(one for one in audit(core) if one.action == "ChangeLimits")
    assert (row.entity, row.user, row.outcome) == ("limits-2", "root", "OK")
    assert len(row.detail["sha256"]) == 64


def test_nothing_is_made_to_take_effect_in_the_past(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    desk = Desk(core)
    early = change(core, watch, effective_from=watch() - timedelta(hours=1))
    assert desk.give(early).reason == Refusal.NOT_FUTURE
    naive = change(core, watch, effective_from=watch().replace(tzinfo=None))
    assert desk.give(naive).reason == Refusal.INVALID
    # A moment that passed on the way counts as now, never as earlier.
    known = reported(core, feeder)
    watch.on(minutes=1)
    assert (
        desk.give(change(core, watch, effective_from=watch() - timedelta(minutes=2))).version == 2
    )
    assert tables(core)[-1].effective_from == watch()
    case = decode(core.query(actor(), "case", encode({"number": known.number}))[0], Case)
    assert take_in_s(case) == 600


@pytest.mark.parametrize("text", ["0 min", "soon", "400 days", "-5 min"])
def test_limits_that_make_no_sense_are_refused(core: Core, watch: Watch, text: str) -> None:
    assert Desk(core).give(change(core, watch, text)).reason == Refusal.LIMITS_WRONG
    assert len(tables(core)) == 1


def test_what_is_missing_doubled_or_unknown_is_refused(core: Core, watch: Watch) -> None:
    desk = Desk(core)
    good = change(core, watch).entries
    for entries in (good[1:], (*good, good[0]), (*good, replace(good[0], case_type="X99"))):
        command = change(core, watch, entries=entries)
        assert desk.give(command).reason == Refusal.LIMITS_WRONG
    assert desk.give(change(core, watch, cards=CardRule(50, 60, 70))).reason == Refusal.LIMITS_WRONG


def test_two_editors_do_not_overwrite_each_other(core: Core, watch: Watch) -> None:
    desk = Desk(core)
    mine, yours = change(core, watch, "5 min"), change(core, watch, "6 min")
    assert desk.give(mine).version == 2
    assert desk.give(yours).reason == Refusal.VERSION_CONFLICT


def test_a_version_that_was_not_stored_is_not_in_force(
    core: Core, store: OpenedCore, feeder: Feeder, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = change(core, watch)
    with monkeypatch.context() as broken:

        def full(*_: object) -> None:
            raise DiskFull(folder="x")

        broken.setattr("data.repositories.audit_trail.SqlAuditTrail.flush", full)
        with pytest.raises(DiskFull):
            core.command(actor(), "c", "ChangeLimits", encode(command))
    assert len(tables(core)) == 1
    assert take_in_s(reported(core, feeder)) == 600
