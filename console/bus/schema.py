"""JSON Schemas of everything a source may send, for whoever writes one."""

from __future__ import annotations

import msgspec

from console.bus.items import Item
from console.domain.bodies import BODIES


def json_schemas() -> dict[str, dict[str, object]]:
    """JSON Schema (2020-12) by name: `item`, and `body/TYPE` for every event type."""
    schemas = {"item": _schema(Item)}
    schemas |= {f"body/{name}": _schema(body) for name, body in sorted(BODIES.items())}
    return schemas


def _schema(kind: type) -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(kind),
    }
