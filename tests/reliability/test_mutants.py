"""R6: mutated messages; every one is refused or put aside with a code, and nothing breaks."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence

import pytest
import zmq

from console.bus import frames, headers
from console.bus.allow_list import PeerKind
from console.bus.source import uuid7
from console.hub import error_meter
from console.hub.door import Door
from console.services.core import FeedItem, Intake, Rejected, SourceBatch
from tests.hub.fakes import position
from tests.hub.site import Raw, Site, wait_for

AT_ONCE = 40


def _message(seq: int) -> list[bytes]:
    item = {
        "v": 1,
        "id": uuid7(),
        "src": "patrol",
        "ep": 7,
        "seq": seq,
        "type": "unit.position",
        "occ": "2021-11-28T06:05:09.123Z",
        "sev": 4,
        "key": "a",
        "body": position("a"),
    }
    header = headers.Events("patrol", 7, seq, 1)
    return frames.encode("EVENTS", header, [json.dumps(item, separators=(",", ":")).encode()])


def _mutated(parts: list[bytes], chance: random.Random) -> list[bytes]:
    """Bytes flipped, cut, doubled or put in; parts lost, doubled, swapped."""
    parts = list(parts)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(parts))
        part = bytearray(parts[at])
        where = chance.randrange(len(part) + 1)
        how = chance.randrange(7)
        if how == 0 and part:
            part[where % len(part)] ^= 1 << chance.randrange(8)
        elif how == 1:
            del part[where:]
        elif how == 2:
            part[where:where] = chance.randbytes(chance.randrange(1, 9))
        elif how == 3:
            part[where:where] = part[: chance.randrange(len(part) + 1)]
        elif how == 4 and part:
            part[where % len(part)] = chance.choice(b'{}[]",:0-e\\u\x00\xff')
        elif how == 5:
            parts.insert(at, parts[chance.randrange(len(parts))])
            continue
        elif len(parts) > 1:
            del parts[at]
            continue
        parts[at] = bytes(part)
    return parts


class Counts:
    """What the hub did with each message it was sent."""

    def __init__(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refused: Counter[int] = Counter()
        self.taken: Counter[str] = Counter()
        self.turns = 0
        refuse, take = Door.refuse, site.fake.take

        def refusing(
            door: Door, route: bytes, key: str, code: int, reason: str, *rest: object
        ) -> None:
            self.refused[code] += 1
            refuse(door, route, key, code, reason, *rest)  # type: ignore[arg-type]

        def taking(batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
            for batch in batches:
                for item in batch.items:
                    self.taken[item.code if isinstance(item, Rejected) else "good"] += 1
            return take(batches)

        monkeypatch.setattr(Door, "refuse", refusing)
        site.fake.take = taking  # type: ignore[method-assign]

    @property
    def total(self) -> int:
        return self.refused.total() + self.taken.total()


def _welcome(site: Site) -> Raw:
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    raw.receive("WELCOME")
    return raw


@pytest.mark.expects_log("claims to be|is muted")
def test_mutants_are_refused_or_put_aside(
    site: Site, monkeypatch: pytest.MonkeyPatch, soak: bool
) -> None:
    monkeypatch.setattr(error_meter, "MOST_ERRORS", 1 << 40)  # or all would end at the twentieth
    monkeypatch.setattr("console.hub.error_meter.ErrorMeter.count", lambda _self, _key: False)
    counts = Counts(site, monkeypatch)
    chance = random.Random(6)  # noqa: S311 chance, not secrecy
    raw = _welcome(site)
    sent = answered = 0
    for _ in range((1_000_000 if soak else 20_000) // AT_ONCE):
        seq = site.fake.marks["patrol", 7] + 1
        for _ in range(AT_ONCE):
            raw.send_parts(_mutated(_message(seq), chance))
            sent += 1
        raw.send_parts(_message(seq))
        sent += 1
        wait_for(lambda sent=sent: counts.total >= sent, "an end for each of them")  # type: ignore[misc]
        while raw.socket.poll(0, zmq.POLLIN):
            raw.socket.recv_multipart()
            answered += 1
    assert counts.total == sent
    assert answered > 0
    assert set(counts.refused) <= {400, 401, 403, 413, 422, 426}
    codes = set(counts.taken) - {"good"}
    assert (
        {"BAD_JSON", "SCHEMA"}
        <= codes
        <= {
            "BAD_JSON",
            "SCHEMA",
            "NOT_YOURS",
            "SEQ",
            "BAD_TIME",
            "UNKNOWN_TYPE",
            "BODY",
            "TOO_LARGE",
        }
    )
    assert site.serving


def test_unmutated_messages_all_pass(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: it is the mutations that are refused."""
    counts = Counts(site, monkeypatch)
    raw = _welcome(site)
    for seq in range(1, 501):
        raw.send_parts(_message(seq))
    wait_for(lambda: counts.total == 500, "all of them")
    assert dict(counts.taken) == {"good": 500}
    assert not counts.refused
