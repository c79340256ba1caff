"""Values of a mapping: written out, or found in what arrived."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

MISSING = msgspec.UNSET


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value by its path (`a.b.0.c`); `map` replaces it, `scale` multiplies a number.

    Without a `default`, what is not there or not in `map` makes the message unusable.
    """

    path: str
    default: object = MISSING
    map: dict[str, object] | None = None
    scale: float | None = None


class NotMapped(ValueError):
    """A message has no place in the mapping; the text says why, without its content."""


def look_up(document: object, path: str) -> object:
    """What stands at `path`, or `MISSING`."""
    found = document
    for step in path.split("."):
        if isinstance(found, Mapping):
            found = found.get(step, MISSING)
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            return MISSING
    return found


def resolve(value: object, document: object) -> object:
    """The value a `Field` finds in `document`; anything else stands for itself."""
    if not isinstance(value, Field):
        return value
    found = look_up(document, value.path)
    if found is not MISSING and value.map is not None:
        found = value.map.get(_text(found), MISSING)
    if found is MISSING or found is None:
        if value.default is MISSING:
            raise NotMapped(f"nothing usable at {value.path}")
        return value.default
    if value.scale is None:
        return found
    try:
        return float(str(found)) * value.scale
    except ValueError:
        raise NotMapped(f"no number at {value.path}") from None


def matches(document: object, path: str, wanted: object) -> bool:
    """Whether what stands at `path` is `wanted`, or one of them."""
    found = _text(look_up(document, path))
    return found in {_text(one) for one in (wanted if isinstance(wanted, list) else [wanted])}


def _text(value: object) -> str:
    """Values are compared as text: one vendor's 1 is another's "1"."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
