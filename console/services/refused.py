"""How a service says no."""

from __future__ import annotations

from console.domain.refusal import Refusal
from console.services.core import ResultCode

_CODES = {
    Refusal.NOT_ALLOWED: ResultCode.NOT_ALLOWED,
    Refusal.OTHER_STREET: ResultCode.NOT_ALLOWED,
    Refusal.UNKNOWN_ENTITY: ResultCode.UNKNOWN_ENTITY,
    Refusal.VERSION_CONFLICT: ResultCode.VERSION_CONFLICT,
    Refusal.INVALID: ResultCode.INVALID,
    Refusal.INTERNAL: ResultCode.INTERNAL,
}


class Refused(Exception):
    """A command cannot be carried out; raised before anything was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal

    @property
    def code(self) -> ResultCode:
        """The result code that goes with the refusal."""
        return _CODES.get(self.refusal, ResultCode.ILLEGAL)
