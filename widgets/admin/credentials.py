"""What the dialogs of this room hand back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FirstStart:
    """The first administrator, and where the district pack lies; `datum` is that of the pack."""

    user: str
    name: str
    pack: Path
    datum: str
    password: str = field(repr=False)
