"""Turns a scenario's event steps into events with complete bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import cast

import msgspec

from console.domain.bodies import BODIES, Body
from console.domain.event import MessageType
from console.sim.planned import Planned
from console.sim.scenario import EventRule, Step, Value
from console.sim.timeline import Cue, Play

_SENSOR_CASE = {"sensor.level": "C01", "sensor.smoke": "B01", "sensor.gas": "B04"}


def reported_by(source: str, step: Step) -> bool:
    """Whether `step` is an event of `source`."""
    return step.event is not None and step.event.source == source


def moves_unit(step: Step) -> bool:
    """Whether `step` sends or releases a unit."""
    return bool(step.send or step.release)


def scripted(cues: Iterable[Cue], source: str) -> Iterator[Planned]:
    """The events of `source` among `cues`, in their order."""
    for cue in cues:
        rule = cue.step.event
        if rule is not None and rule.source == source:
            yield planned(cue.at, cue.play, cue.step.case, rule)


def planned(at: float, play: Play, case: str, rule: EventRule) -> Planned:
    """The event a step asks for; raises `msgspec.ValidationError` on a body of another shape."""
    kind = BODIES[rule.type]
    words = play.words(case)
    given = {name: filled(value, words) for name, value in rule.body.items()}
    known = {**_defaults(rule, play, case), **given}
    names = {field.name for field in fields(kind)}
    if unknown := given.keys() - names:
        raise msgspec.ValidationError(f"{rule.type} has no {', '.join(sorted(unknown))}")
    body: Body = msgspec.convert(
        {name: value for name, value in known.items() if name in names}, kind
    )
    key = cast(str, filled(rule.key, words)) or play.reference(case)
    return Planned(at, rule.source, rule.type, key, rule.severity, body, MessageType(rule.message))


def filled(value: Value, words: dict[str, str]) -> Value:
    """`value` with the words in braces replaced; raises `KeyError` on an unknown word."""
    if isinstance(value, str):
        return value.format_map(words)
    if isinstance(value, dict):
        return {key: text.format_map(words) for key, text in value.items()}
    if isinstance(value, tuple):
        return tuple(text.format_map(words) for text in value)
    return value


def _defaults(rule: EventRule, play: Play, case: str) -> dict[str, object]:
    place = play.cast
    return {
        "reference": play.reference(case),
        "case": play.reference(case),
        "lon": place.place.lon,
        "lat": place.place.lat,
        "grid": place.grid.code,
        "address": place.address,
        "level": rule.severity,
        "camera": place.cameras[0].id if place.cameras else "",
        "site": place.site.id if place.site else "",
        "name": place.site.name if place.site else "",
        "case_type": _SENSOR_CASE.get(rule.type, ""),
    }
