"""What the vehicles' terminals hear from the hub: which unit is sent where, and when it is free."""

from __future__ import annotations

from collections.abc import Iterable

from console.bus.feed_client import FeedClient
from console.bus.link import FeedLink
from console.domain.facts import Fact
from console.domain.geo import LonLat
from console.domain.result import CommandResult
from console.domain.unit import Unit
from console.sim.board import Board
from console.sim.start import Seat


class OrdersIn:
    """Follows the feed; `places` are the places that units are sent to, by unit id.

    Written by the feed's thread and read by the patrols: each entry is set or taken away whole.
    """

    def __init__(self, endpoint: str, server_key: str, seat: Seat) -> None:
        self.places: dict[str, LonLat] = {}
        self._board = Board()
        self._client = FeedClient(
            (endpoint,),
            server_key,
            seat.public_key,
            seat.secret_key,
            seat.token,
            seat.console,
            on_snapshot=self._replace,
            on_facts=self._apply,
            on_result=_ignore_result,
            on_rows=_ignore_rows,
            on_link=_ignore_link,
        )

    def start(self) -> None:
        """Begin to listen."""
        self._client.start()

    def close(self) -> None:
        """Stop listening."""
        self._client.close()

    def _replace(self, facts: list[Fact], _gseq: int) -> None:
        self._board.replace(facts)
        self._read(self._board.units.values())

    def _apply(self, facts: list[Fact]) -> None:
        self._board.apply(facts)
        self._read(fact.row for fact in facts if isinstance(fact.row, Unit))

    def _read(self, units: Iterable[Unit]) -> None:
        for unit in units:
            case = self._board.cases.get(unit.case)
            place = case.opening.place if case else None
            if place is not None:
                self.places[unit.id] = place
            else:
                self.places.pop(unit.id, None)


def _ignore_result(_result: CommandResult) -> None:
    return


def _ignore_rows(_query: str, _rows: list[bytes]) -> None:
    return


def _ignore_link(_link: FeedLink) -> None:
    return
