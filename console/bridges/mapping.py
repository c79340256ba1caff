"""Turns what arrived from elsewhere into events, by rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import msgspec

from console.bridges.field_value import MISSING, NotMapped, look_up, matches, resolve
from console.bus.source import Draft
from console.domain.bodies import BODIES

_MILLISECONDS = 1e11
"""Numbers above are milliseconds since 1970, those below seconds."""
Severity = Annotated[int, msgspec.Meta(ge=1, le=4)]
_DECODER = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a message becomes where all of `when` (path → value or values) holds.

    `type`, `key`, `severity`, `message` and the entries of `body` are values or `Field`s.
    """

    when: dict[str, object]
    ignore: bool
    type: str
    key: object
    severity: object
    message: object
    body: dict[str, object]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Rules, of which the first that fits counts.

    `id` are paths that together name an event for good, `time` the path of when it happened, `each`
    the path of a list that holds several events.
    """

    id: tuple[str, ...]
    time: str
    each: str
    rules: tuple[Rule, ...]

    def drafts(self, payload: bytes) -> list[tuple[str, Draft]]:
        """The events in `payload` with their names, none where a rule says so.

        The name is empty where the mapping has no `id`. Raises `NotMapped`.
        """
        try:
            document = _DECODER.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise NotMapped("no JSON") from None
        return [made for one in self._parts(document) if (made := self._draft(one)) is not None]

    def _parts(self, document: object) -> Iterator[object]:
        if not self.each:
            yield document
            return
        found = look_up(document, self.each)
        if not isinstance(found, list):
            raise NotMapped(f"no list at {self.each}")
        yield from found

    def _draft(self, document: object) -> tuple[str, Draft] | None:
        rule = next((one for one in self.rules if _fits(one, document)), None)
        if rule is None:
            raise NotMapped("no rule fits")
        if rule.ignore:
            return None
        body = {name: resolve(value, document) for name, value in rule.body.items()}
        try:
            draft = Draft(
                rule.type,
                str(resolve(rule.key, document))[:128],
                _severity(resolve(rule.severity, document)),
                msgspec.convert(body, BODIES[rule.type], strict=False),
                self._time(document),
                message=msgspec.convert(resolve(rule.message, document), str),
            )
        except msgspec.ValidationError as error:
            raise NotMapped(str(error)) from None
        return self._name(document), draft

    def _name(self, document: object) -> str:
        parts = [look_up(document, path) for path in self.id]
        if any(part is MISSING or part is None for part in parts):
            raise NotMapped("no id at " + " ".join(self.id))
        return "\x1f".join(map(str, parts))

    def _time(self, document: object) -> datetime | None:
        found = look_up(document, self.time) if self.time else MISSING
        if found is MISSING or found is None:
            return None
        if isinstance(found, str) and found.isdecimal():
            found = int(found)
        try:
            if isinstance(found, int | float):
                seconds = found / 1000 if found > _MILLISECONDS else found
                return datetime.fromtimestamp(seconds, UTC)
            at = datetime.fromisoformat(str(found))
        except (ValueError, OverflowError, OSError):
            raise NotMapped(f"no time at {self.time}") from None
        # A time without a zone is the local one of this computer, as cameras send it.
        return at.astimezone(UTC)


def _fits(rule: Rule, document: object) -> bool:
    return all(matches(document, path, wanted) for path, wanted in rule.when.items())


def _severity(value: object) -> int:
    return int(msgspec.convert(value, Severity, strict=False))
