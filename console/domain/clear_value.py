"""A personal value in clear, on its way to the one console that asked for it."""

from __future__ import annotations

import dataclasses

from console.domain.purpose import UNLOCKED_S


@dataclasses.dataclass(frozen=True, slots=True)
class ClearValue:
    """`field` is reporter, contact or by, `seconds` how long it may be shown."""

    field: str
    pseudonym: str
    clear: str = dataclasses.field(repr=False)
    seconds: int = UNLOCKED_S
