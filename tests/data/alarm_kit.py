"""Alarms of the real core, and commands on them, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from console.codec import decode_fact, encode
from console.domain.access import Actor, Role
from console.domain.alarm import Alarm
from console.domain.bodies import CameraStatus, SensorReading
from console.domain.camera import CameraState
from console.domain.commands import Command
from console.domain.event import MessageType
from console.domain.facts import Fact, Kind
from console.services.core import Accepted, CommandResult, FeedItem
from console.services.hub_core import Core
from tests.data.conftest import actor
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import IN_WEST

LEADER = actor(Role.SHIFT_LEADER)
OPERATOR = actor(Role.OPERATOR, "chen")


def alarms(items: Sequence[FeedItem]) -> list[Alarm]:
    return [fact.row for fact in facts(items) if isinstance(fact.row, Alarm)]


def alarm_facts(items: Sequence[FeedItem]) -> list[tuple[str, Alarm]]:
    return [(fact.name, fact.row) for fact in facts(items) if isinstance(fact.row, Alarm)]


def reading(
    feeder: Feeder, key: str = "gas-1", kind: str = "sensor.gas", level: int = 3, **more: object
) -> Accepted:
    body = SensorReading(key, key, 30.0, "%LEL", 20.0, "B04", IN_WEST.lon, IN_WEST.lat)
    return feeder.item(kind, body, key=key, severity=level, **more)


def over(feeder: Feeder, key: str = "gas-1", kind: str = "sensor.gas") -> Accepted:
    return reading(feeder, key, kind, message=MessageType.CANCEL)


def camera(feeder: Feeder, camera_id: str, state: CameraState, reason: str = "") -> Accepted:
    body = CameraStatus(camera_id, state, reason)
    return feeder.item("camera.status", body, key=camera_id, severity=4)


class Desk:
    """Somebody who gives commands, each under an id of its own."""

    def __init__(self, core: Core, watch: Watch) -> None:
        self.core = core
        self.watch = watch
        self._given = 0

    def give(self, command: Command, by: Actor = LEADER) -> tuple[CommandResult, list[Alarm]]:
        self._given += 1
        kind = type(command).__name__
        result, items = self.core.command(by, f"desk-{self._given}", kind, encode(command))
        return result, alarms(items)

    def pass_time(self, **time: float) -> list[tuple[str, Alarm]]:
        """Let time pass and the hub look at its clocks."""
        return alarm_facts(self.core.tick(self.watch.on(**time)))

    def standing(self) -> dict[str, Alarm]:
        """What a console that comes now would be told of alarms, by id."""
        rows: list[Fact] = [decode_fact(row) for row in self.core.snapshot()[1]]
        return {row.key: row.row for row in rows if isinstance(row.row, Alarm)}

    def urgent(self) -> list[str]:
        return [f.key for f in map(decode_fact, self.core.urgent()) if f.kind is Kind.ALARM]


MINUTE = timedelta(minutes=1)
