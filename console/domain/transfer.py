"""Handing a case from its owner to somebody else, who has to agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CONSENT = timedelta(seconds=15)
"""How long somebody who was asked has to answer; then the owner stays."""


class TransferState(StrEnum):
    """How an offer stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True, slots=True)
class Transfer:
    """The last offer of a case. `by` and `to` are accounts, their names masked."""

    case: str
    title: str
    street: str
    by: str
    by_name: str
    to: str
    to_name: str
    asked_at: datetime
    until: datetime
    state: TransferState = TransferState.ASKED
