"""Shift handovers through the real core: prepared, noted on, signed by two, then closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.bodies import CameraStatus
from console.domain.camera import CameraState
from console.domain.case_log import Action
from console.domain.commands import ChangeLevel
from console.domain.facts import Kind
from console.domain.handover import Handover, HandoverState
from console.domain.handover_commands import (
    NoteHandover,
    PrepareHandover,
    SignHandover,
    SigningPart,
    WithdrawHandover,
)
from console.domain.handover_sheet import HandoverSheet
from console.domain.refusal import Refusal
from console.domain.yardsticks import Yardsticks
from console.errors import NotAllowed
from console.hub.view import View
from console.services.handover_desk import digest
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.conftest import actor
from tests.data.feeder import PHONE, Feeder, Watch, facts
from tests.data.test_access import audit
from tests.data.test_cases import Desk, reported
from tests.data.town import CAMERA

OUT, IN = SigningPart.OUTGOING, SigningPart.INCOMING


@pytest.fixture
def desk(core: Core) -> Desk:
    return Desk(core)


def sheet(core: Core, handover: str = "") -> HandoverSheet:
    (row,) = core.query(actor(), "handover", encode({"id": handover}))
    return decode(row, HandoverSheet)


def head(desk: Desk) -> Handover:
    (told,) = facts(desk.items)
    assert told.kind is Kind.HANDOVER
    assert isinstance(told.row, Handover)
    return told.row


def signed(desk: Desk, watch: Watch) -> Handover:
    """A handover from zhou to wu, made and signed."""
    desk.give(PrepareHandover())
    made = head(desk)
    desk.give(SignHandover(made.id, 1, OUT))
    watch.on(minutes=2)
    assert desk.give(SignHandover(made.id, 2, IN), user="wu").reason == ""
    return head(desk)


def test_the_sheet_lists_what_the_next_shift_must_know(
    core: Core, feeder: Feeder, desk: Desk, watch: Watch
) -> None:
    case = reported(core, feeder, level=2)
    seen = CameraStatus(CAMERA, CameraState.OFFLINE, "断电")
    lost = feeder.item("camera.status", seen, key=CAMERA)
    core.take([feeder.batch(lost, feeder.level(severity=1))])
    core.link_changed("grid-app", up=False, rtt_ms=0, offset_ms=0)
    watch.on(minutes=5)
    desk.give(ChangeLevel(case.number, case.version, 1, "有人被困"))
    assert desk.give(PrepareHandover()).data == {"handover": "HO20211129-01"}
    found = sheet(core, "HO20211129-01")
    (late,) = found.cases
    assert (late.number, late.level, late.holder) == (case.number, 1, "值班员")
    assert late.due_at is not None
    assert late.due_at < watch()
    assert [one.level for one in found.alarms] == [1]
    assert [one.id for one in found.cameras] == [CAMERA]
    assert [one.source for one in found.links] == ["grid-app"]
    assert [one.action for one in found.changes] == [Action.ESCALATED, Action.REPORTED]
    counts = found.handover.counts
    assert (counts.cases, counts.overdue, counts.alarms) == (1, 1, 1)
    assert (counts.cameras_down, counts.cameras, counts.links_down) == (1, 12, 1)
    assert PHONE not in encode(found).decode()


def test_two_leaders_sign_and_then_nothing_changes(
    core: Core, desk: Desk, watch: Watch, folder: Path, store: OpenedCore
) -> None:
    desk.give(PrepareHandover())
    made = head(desk)
    desk.give(NoteHandover(made.id, 1, "3号泵房钥匙在值班台"))
    assert desk.give(SignHandover(made.id, 2, IN), user="wu").reason == Refusal.HANDOVER_TURN
    assert desk.give(SignHandover(made.id, 2, OUT), Role.OPERATOR).reason == Refusal.NOT_ALLOWED
    assert desk.give(SignHandover(made.id, 2, OUT)).reason == ""
    for command in (
        NoteHandover(made.id, 3, "改一下"),
        PrepareHandover(made.id, 3),
    ):
        assert desk.give(command).reason == Refusal.HANDOVER_CLOSED
    assert desk.give(SignHandover(made.id, 3, IN)).reason == Refusal.SECOND_SIGNATURE
    assert desk.give(SignHandover(made.id, 2, IN), user="wu").reason == Refusal.VERSION_CONFLICT
    watch.on(minutes=3)
    assert desk.give(SignHandover(made.id, 3, IN), user="wu").reason == ""
    done = head(desk)
    assert done.state is HandoverState.SIGNED
    assert (done.outgoing.user, done.incoming.user) == ("zhou", "wu")  # type: ignore[union-attr]
    assert done.signed_at == watch()
    assert done.sha256 == digest(sheet(core, done.id))
    rows = [one for one in audit(core) if one.action == "SignHandover" and one.outcome == "OK"]
    assert [one.user for one in rows] == ["zhou", "wu"]
    assert rows[-1].detail["sha256"] == done.sha256
    for command in (
        SignHandover(made.id, 4, IN),
        NoteHandover(made.id, 4, "x"),
        WithdrawHandover(made.id, 4, "x"),
    ):
        assert desk.give(command, user="wu").reason == Refusal.HANDOVER_CLOSED
    # What somebody changes in the file shows: the digest in the audit log is another one.
    store.close()
    with closing(sqlite3.connect(folder / "hub.db")) as connection, connection:
        connection.execute("UPDATE handover SET document = replace(document, '3号', '4号')")
        document = connection.execute("SELECT document FROM handover").fetchone()[0]
    assert digest(decode(document, HandoverSheet)) != done.sha256


def test_the_next_shift_starts_from_it(
    core: Core, feeder: Feeder, desk: Desk, watch: Watch
) -> None:
    before = reported(core, feeder)
    watch.on(minutes=1)
    first = signed(desk, watch)
    assert sheet(core).changes == ()
    watch.on(minutes=10)
    after = reported(core, feeder, "R2")
    preview = sheet(core)
    assert preview.handover.previous == first.id
    assert preview.handover.since == first.signed_at
    assert [(one.number, one.action) for one in preview.changes] == [
        (after.number, Action.REPORTED)
    ]
    assert {one.number for one in preview.cases} == {before.number, after.number}
    desk.give(PrepareHandover())
    assert head(desk).id == "HO20211129-02"
    (row,) = core.query(actor(), "yardsticks", b"{}")
    assert decode(row, Yardsticks).since == first.signed_at


def test_without_a_handover_the_shift_began_at_eight(core: Core, watch: Watch) -> None:
    (row,) = core.query(actor(), "yardsticks", b"{}")
    assert decode(row, Yardsticks).since == watch.now.replace(hour=0, minute=0)
    watch.now = watch.now.replace(hour=23, minute=0)  # 07:00 of the next day
    (row,) = core.query(actor(), "yardsticks", b"{}")
    assert decode(row, Yardsticks).since == watch.now.replace(hour=12, minute=0)


def test_bringing_up_to_date_keeps_the_notes(
    core: Core, feeder: Feeder, desk: Desk, watch: Watch
) -> None:
    desk.give(PrepareHandover())
    made = head(desk)
    desk.give(NoteHandover(made.id, 1, "注意山脚"), Role.OPERATOR, "li")
    reported(core, feeder)
    assert desk.give(PrepareHandover()).reason == Refusal.VERSION_CONFLICT
    assert desk.give(PrepareHandover(made.id, 1)).reason == Refusal.VERSION_CONFLICT
    assert desk.give(PrepareHandover(made.id, 2)).reason == ""
    now = head(desk)
    assert (now.notes, now.counts.cases, now.version) == ("注意山脚", 1, 3)


def test_half_signed_ones_are_withdrawn_with_a_reason_and_kept(core: Core, desk: Desk) -> None:
    desk.give(PrepareHandover())
    made = head(desk)
    desk.give(SignHandover(made.id, 1, OUT))
    assert desk.give(WithdrawHandover(made.id, 2, " ")).reason == Refusal.REASON_REQUIRED
    assert desk.give(WithdrawHandover(made.id, 2, "漏了一件")).reason == ""
    desk.give(PrepareHandover())
    heads = [decode(row, Handover) for row in core.query(actor(), "handovers", b"{}")]
    assert [(one.id, one.state) for one in heads] == [
        ("HO20211129-02", HandoverState.OPEN),
        ("HO20211129-01", HandoverState.WITHDRAWN),
    ]


def test_restart_and_snapshot_keep_the_shift(
    core: Core,
    desk: Desk,
    watch: Watch,
    store: OpenedCore,
    open_store: Callable[[], OpenedCore],
) -> None:
    done = signed(desk, watch)
    desk.give(PrepareHandover())
    store.close()
    rows = [row for row in open_store().core.snapshot()[1] if b'"kind":"handover"' in row]
    assert sorted(b"signed" in row and done.id.encode() in row for row in rows) == [False, True]


def test_streets_auditors_and_administrators_see_no_handover(core: Core, desk: Desk) -> None:
    desk.give(PrepareHandover())
    (item,) = desk.items
    seen = {role for role in Role if View(actor(role)).lets(item.data)}
    assert seen == {Role.OPERATOR, Role.SHIFT_LEADER, Role.COMMANDER, Role.VERIFIER}
    for role in set(Role) - seen:
        for query in ("handover", "handovers", "yardsticks"):
            with pytest.raises(NotAllowed):
                core.query(actor(role), query, b"{}")


def test_phone_numbers_in_notes_are_masked(core: Core, desk: Desk) -> None:
    desk.give(PrepareHandover())
    made = head(desk)
    desk.give(NoteHandover(made.id, 1, f"找罗先生 {PHONE}"))
    assert PHONE not in head(desk).notes
    assert replace(head(desk), notes="").counts == made.counts
