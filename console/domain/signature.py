"""Who signed, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """`user` is the account, `name` as shown (masked), `console` where it was given."""

    user: str
    name: str
    at: datetime
    console: str
