"""One leaf of the two-level tree of case types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.domain.attachment import PhotoGroup
from console.domain.response import ChecklistItem


@dataclass(frozen=True, slots=True)
class CaseType:
    """A kind of case: code like A01, names, and what it brings along.

    `level` is the response level proposed, `lead` and `co_handlers` the units or offices that
    usually act (as shown), `limits` ({level: {clock: text}}) replaces entries of the general table
    that the product comes with, and cameras are looked for within `search_radius_m` metres.
    `photos` must be attached before it is closed.
    """

    code: str
    group: str
    name: str
    name_en: str
    group_name: str
    group_name_en: str
    level: int
    lead: str
    co_handlers: tuple[str, ...]
    checklist: tuple[ChecklistItem, ...]
    search_radius_m: float
    limits: Mapping[str, object] = field(default_factory=dict)
    photos: tuple[PhotoGroup, ...] = ()
