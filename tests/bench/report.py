"""The one line every benchmark ends with."""

from __future__ import annotations

import json
from typing import Any


def report(
    name: str,
    value: float,
    unit: str,
    target: float,
    *,
    limit: float | None = None,
    ok: bool | None = None,
    **more: Any,
) -> int:
    """Print the result as one JSON object on the last line; return the process exit code.

    `value` meets `target` when it is not above it, unless `ok` says otherwise. `limit` is what a
    bare peer needs for the same work, measured in the same run; `ratio` is value ÷ limit.
    `more` carries further figures as they are.
    """
    if ok is None:
        ok = value <= target
    line: dict[str, Any] = {
        "name": name,
        "value": _short(value),
        "unit": unit,
        "limit": None if limit is None else _short(limit),
        "ratio": _short(value / limit) if limit else None,
        "target": target,
        "ok": ok,
    }
    line.update({key: _short(item) for key, item in more.items()})
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return 0 if ok else 1


def percentile(values: list[float], percent: float) -> float:
    """The nearest-rank percentile of `values`; 0.0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    rank = max(0, min(len(ordered) - 1, round(percent / 100 * len(ordered) + 0.5) - 1))
    return ordered[rank]


def _short(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value
