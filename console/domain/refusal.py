"""Why the hub says no to a command or to a step of a case."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Fixed codes; the console has a translated sentence for each."""

    NOT_ALLOWED = "E-NOT-ALLOWED"
    OTHER_STREET = "E-OTHER-STREET"
    UNKNOWN_ENTITY = "E-UNKNOWN-ENTITY"
    VERSION_CONFLICT = "E-VERSION"
    INVALID = "E-INVALID"
    INTERNAL = "E-INTERNAL"
    WRONG_STATE = "E-WRONG-STATE"
    REASON_REQUIRED = "E-REASON"
    SAME_PERSON = "E-SAME-PERSON"
    SECOND_PERSON = "E-SECOND-PERSON"
    CO_HANDLERS_OPEN = "E-CO-HANDLERS"
    PAPERWORK_DUE = "E-PAPERWORK"
    SUSPENDED = "E-SUSPENDED"
    NOT_FILED = "E-NOT-FILED"
    SAME_LEVEL = "E-SAME-LEVEL"
    ALREADY_SEEN = "E-ALREADY-SEEN"
    ALREADY_OPENED = "E-ALREADY-OPENED"
