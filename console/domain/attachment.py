"""Files that belong to a case: named and sealed by their digest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class PhotoGroup(StrEnum):
    """What a photo or file shows."""

    SCENE = "scene"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file by its name, size in bytes and SHA-256 (hex); the file stays where it is."""

    group: PhotoGroup
    name: str
    sha256: str
    size: int
    by: str
    at: datetime


def is_sha256(text: str) -> bool:
    """Whether `text` is a SHA-256 digest in lower-case hex."""
    return bool(_SHA256.match(text))
