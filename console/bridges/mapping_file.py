"""Reads a mapping and says in which line something is wrong."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from console.bridges.field_value import Field
from console.bridges.mapping import Mapping, Rule
from console.config import RESOURCES
from console.domain.bodies import BODIES
from console.domain.event import MessageType
from console.errors import MappingBroken

SHIPPED = RESOURCES / "bridges"
_TOP = {"id", "time", "each", "rule"}
_RULE = {"when", "ignore", "type", "key", "severity", "message", "body"}
_SYNTAX = re.compile(r"\(at line (\d+)")


class _Wrong(ValueError):
    """`rule` counts from 1 and `name` is what is wrong there; both together lead to the line."""

    def __init__(self, detail: str, rule: int = 0, name: str = "") -> None:
        super().__init__(detail)
        self.rule, self.name = rule, name


def mapping_path(name: str, base: Path) -> Path:
    """The file of a mapping: relative to `base`, or the shipped one of that name."""
    shipped = SHIPPED / f"{name}.toml"
    return shipped if shipped.is_file() and "/" not in name else base / name


def load_mapping(path: Path) -> Mapping:
    """The mapping in `path`; raises `MappingBroken`, which names the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MappingBroken(path=path, line=1, detail=error) from error
    try:
        return _mapping(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = _SYNTAX.search(str(error))
        line = int(at.group(1)) if at else len(text.splitlines())
        raise MappingBroken(path=path, line=line, detail=error) from error
    except _Wrong as error:
        line = _line(text.splitlines(), error.rule, error.name)
        raise MappingBroken(path=path, line=line, detail=error) from None


def _line(lines: Sequence[str], rule: int, name: str) -> int:
    """Where `name` stands in the rule of that number, or where the rule begins."""
    heads = [at for at, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*rule\s*\]\]", line)]
    start = heads[rule - 1] if 0 < rule <= len(heads) else 1
    end = heads[rule] if 0 < rule < len(heads) else len(lines)
    named = re.compile(rf"\s*\"?{re.escape(name)}\"?\s*=")
    own = (at for at in range(start, end + 1) if name and named.match(lines[at - 1]))
    return next(own, start)


def _mapping(content: dict[str, object]) -> Mapping:
    if unknown := set(content) - _TOP:
        name = min(unknown)
        raise _Wrong(f"“{name}” is unknown", name=name)
    rules = content.get("rule")
    if not isinstance(rules, list) or not rules:
        raise _Wrong("there is no [[rule]]")
    paths = content.get("id", [])
    return Mapping(
        tuple(_paths([paths] if isinstance(paths, str) else paths)),
        _text(content, "time"),
        _text(content, "each"),
        tuple(_rule(number, one) for number, one in enumerate(rules, 1)),
    )


def _paths(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise _Wrong("“id” is a path or a list of paths", name="id")
    return value


def _text(content: dict[str, object], name: str) -> str:
    value = content.get(name, "")
    if not isinstance(value, str):
        raise _Wrong(f"“{name}” is a path", name=name)
    return value


def _rule(number: int, content: dict[str, object]) -> Rule:
    if unknown := set(content) - _RULE:
        raise _Wrong(f"“{min(unknown)}” is unknown", number, min(unknown))
    when, body = content.get("when", {}), content.get("body", {})
    if not isinstance(when, dict) or not isinstance(body, dict):
        raise _Wrong("“when” and “body” are tables", number)
    ignore = content.get("ignore") is True
    if not ignore:
        _check(number, content, body)
    return Rule(
        when,
        ignore,
        str(content.get("type", "")),
        _field(number, "key", content.get("key", "")),
        _field(number, "severity", content.get("severity", 3)),
        _field(number, "message", content.get("message", "alert")),
        {name: _field(number, name, value) for name, value in body.items()},
    )


def _check(number: int, content: dict[str, object], body: dict[str, object]) -> None:
    kind = content.get("type")
    if not isinstance(kind, str) or kind not in BODIES:
        raise _Wrong(f"“{kind}” is no type of event", number, "type")
    if "key" not in content:
        raise _Wrong("“key” is missing", number)
    fields = {one.name: one for one in dataclasses.fields(BODIES[kind])}
    for name in body:
        if name not in fields:
            raise _Wrong(f"{kind} has no “{name}”", number, name)
    for name, field in fields.items():
        optional = (field.default, field.default_factory) != (dataclasses.MISSING,) * 2
        if not optional and name not in body:
            raise _Wrong(f"{kind} needs “{name}” in its body", number)
    severity, message = content.get("severity", 3), content.get("message", "alert")
    if not isinstance(severity, dict) and severity not in {1, 2, 3, 4}:
        raise _Wrong("“severity” runs from 1 to 4", number, "severity")
    if not isinstance(message, dict) and message not in set(MessageType):
        raise _Wrong(f"“{message}” is no message type", number, "message")


def _field(number: int, name: str, value: object) -> object:
    if not isinstance(value, dict) or "path" not in value:
        return value
    try:
        return msgspec.convert(value, Field)
    except msgspec.ValidationError as error:
        raise _Wrong(str(error), number, name) from None
