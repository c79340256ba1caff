"""How an operator left the queue, and the filters they saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from console.client.case_filter import CaseFilter
from console.client.case_listing import CaseOrder
from console.client.workspaces import Workspace
from console.codec import decode, encode


@dataclass(frozen=True, slots=True)
class QueueState:
    """`saved` are filters by the name they were given; `dense` rows have one line."""

    order: CaseOrder = CaseOrder.LEVEL
    dense: bool = False
    workspace: Workspace = Workspace.COMMAND
    filter: CaseFilter = field(default_factory=CaseFilter)
    saved: Mapping[str, CaseFilter] = field(default_factory=dict)

    def to_text(self) -> str:
        """JSON."""
        return encode(self).decode()

    @classmethod
    def from_text(cls, text: str) -> QueueState:
        """What `to_text` wrote; the state at first where that cannot be read."""
        try:
            return decode(text, cls) if text else cls()
        except (msgspec.DecodeError, msgspec.ValidationError):
            return cls()
