"""What of the feed a console may see, by the role of who sits at it."""

from __future__ import annotations

import msgspec

from console.domain.access import Actor, Role
from console.domain.facts import Kind
from console.domain.permissions import CASE_READERS, within_reach

_OF_A_STREET = frozenset(
    {Kind.CASE, Kind.ALARM, Kind.UNIT, Kind.WATCHER, Kind.TRANSFER, Kind.CHECK}
)
_OF_CASES = frozenset({Kind.CASE, Kind.WATCHER, Kind.TRANSFER, Kind.TASK, Kind.CHECK})


_OF_THE_CENTRE = frozenset({Kind.HANDOVER})


class _Opening(msgspec.Struct):
    street: str = ""


class _Row(msgspec.Struct):
    street: str = ""
    opening: _Opening | None = None


class _Fact(msgspec.Struct):
    kind: Kind
    row: msgspec.Raw


_FACT = msgspec.json.Decoder(_Fact)
_ROW = msgspec.json.Decoder(_Row | None)


class View:
    """A street seat sees what is of its street; who may not read cases sees none.

    Cases, who has them open, their transfers, alarms, units and check-ins are of a street; tasks
    go to all streets. Handovers stay in the centre. What stands still, cameras, venues, links and
    health are for everybody.
    """

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._cases = actor.role in CASE_READERS
        self.everything = self._cases and actor.role is not Role.STREET_SEAT

    def lets(self, data: bytes) -> bool:
        """Whether this encoded fact is for the console."""
        if self.everything:
            return True
        fact = _FACT.decode(data)
        if fact.kind in _OF_THE_CENTRE:
            return False
        if fact.kind in _OF_CASES and not self._cases:
            return False
        if fact.kind not in _OF_A_STREET:
            return True
        row = _ROW.decode(fact.row)
        if row is None:
            return True
        street = row.opening.street if row.opening is not None else row.street
        return within_reach(self._actor, street)
