"""What a case type and a response level bring along, as arguments of a log line.

They are written into the log when they begin to count: a changed catalogue changes no old case.
"""

from __future__ import annotations

from console.domain.case import Opening
from console.domain.case_types import CaseTypes
from console.domain.response import RESPONSE_LEVEL, checklist_text

_DEPARTMENTS = "{departments}"


class ResponsePlan:
    """Lead unit, checklist and required photos by type; who must be called by level."""

    def __init__(self, case_types: CaseTypes) -> None:
        self._case_types = case_types

    def for_opening(self, opening: Opening) -> dict[str, str]:
        """What a case begins with; arguments that would say nothing are left out."""
        args = self.for_type(opening.case_type) | self.for_level(opening.case_type, opening.level)
        return {name: value for name, value in args.items() if value}

    def for_type(self, code: str) -> dict[str, str]:
        """Arguments `lead`, `checklist` and `photos` of a case type."""
        found = self._case_types.get(code)
        return {
            "lead": found.lead,
            "checklist": checklist_text(found.checklist),
            "photos": " ".join(found.photos),
        }

    def for_level(self, code: str, level: int) -> dict[str, str]:
        """Argument `calls`: the parties to call, one a line; empty below a response."""
        if level > RESPONSE_LEVEL:
            return {"calls": ""}
        found = self._case_types.get(code)
        parties: dict[str, None] = {}
        for name in self._case_types.calls(level):
            names = (found.lead, *found.co_handlers) if name == _DEPARTMENTS else (name,)
            parties.update(dict.fromkeys(names))
        return {"calls": "\n".join(parties)}
