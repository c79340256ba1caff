"""Made-up handovers, cards and limits for the windows of a shift."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from console.client.store import Store
from console.domain.alarm import AlarmState
from console.domain.camera import CameraState
from console.domain.card import Card
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.case_types import CaseTypes
from console.domain.handover import Handover, HandoverCounts, HandoverState
from console.domain.handover_sheet import (
    HandoverSheet,
    SheetAlarm,
    SheetCamera,
    SheetCase,
    SheetChange,
    SheetLink,
)
from console.domain.limit_table import LimitTable
from console.domain.link import LinkState
from console.domain.signature import Signature
from console.domain.sla import ClockKind
from console.domain.supervision import Supervision
from tests.builders import NOW

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ZHOU = Signature("zhou", "周某", NOW - timedelta(minutes=4), "desk-1")
WU = Signature("wu", "吴某", NOW - timedelta(minutes=1), "desk-2")


def head(state: HandoverState = HandoverState.OPEN, number: int = 2) -> Handover:
    """A handover; signed as far as its state says."""
    signed = state is HandoverState.SIGNED
    return Handover(
        id=f"HO20211128-{number:02d}",
        state=state,
        version=3,
        prepared_at=NOW,
        prepared_by="周某",
        counts=HandoverCounts(38, 2, 3, 4, 1, 91, 1312, 1, 27),
        notes="3号泵房钥匙在值班台。\n山脚片区继续搜索，凌晨2点换班。",
        previous="HO20211128-01",
        since=NOW - timedelta(hours=8),
        outgoing=None if state is HandoverState.OPEN else ZHOU,
        incoming=WU if signed else None,
        sha256="" if state is HandoverState.OPEN else "5f0c" * 16,
    )


def sheet(store: Store, state: HandoverState = HandoverState.OPEN) -> HandoverSheet:
    """A full sheet of the store's own cases and cameras."""
    cases = sorted(store.cases.values(), key=lambda one: one.level)
    dead = [one for one in store.cameras.values() if one.state is not CameraState.ONLINE]
    return HandoverSheet(
        handover=head(state),
        cases=tuple(_case(one) for one in cases),
        alarms=tuple(
            SheetAlarm(
                one.id,
                one.level,
                one.title,
                AlarmState.SHELVED if index == 0 else one.state,
                one.grid,
                one.key,
                one.raised_at,
                one.count,
                NOW + timedelta(hours=2) if index == 0 else None,
            )
            for index, one in enumerate(list(store.alarms.values())[:5])
        ),
        cameras=tuple(SheetCamera(one.id, one.number, one.name, one.state) for one in dead[:6]),
        links=(SheetLink("bridge-mqtt", "液位网关", LinkState.DOWN, NOW),),
        changes=tuple(
            SheetChange(
                NOW - timedelta(minutes=7 * index),
                one.number,
                one.opening.title,
                one.level,
                Action.SUPERVISED if index % 3 == 0 else Action.CLOSED,
                "周某",
                Card.YELLOW if index % 3 == 0 else None,
            )
            for index, one in enumerate(cases[:9])
        ),
    )


def _case(case: Case) -> SheetCase:
    clock = case.clocks[0] if case.clocks else None
    return SheetCase(
        number=case.number,
        level=case.level,
        title=case.opening.title,
        state=case.state,
        holder=case.holder,
        grid=case.opening.grid,
        suspended=False,
        clock=clock.kind if clock else None,
        due_at=clock.due_at if clock else None,
        first_due_at=None,
        card=Card.RED if case.level == 1 else None,
    )


def carded(case: Case, card: Card | None, proposed: Card | None = None) -> Case:
    """The case under supervision."""
    by = "周某" if card else "hub"
    at = NOW - timedelta(minutes=9)
    return replace(case, supervision=Supervision(card, proposed, at, by, ClockKind.ON_SCENE))


def limits() -> LimitTable:
    """The limits the product comes with."""
    types = CaseTypes.from_table(_toml("case_types.toml"))
    return LimitTable.from_toml(_toml("time_limits.toml"), types.own_limits())


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))
