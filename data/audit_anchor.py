"""Signed anchors of the audit log: how long it was at a moment, and the digest at its end.

The chain of digests tells edits, deletions and reorders. Whoever cuts off its tail leaves a chain
that is whole; only an anchor, kept outside the database, tells that it was longer.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from console.services.records import AuditRow

KEY, ANCHOR = "audit-key", "audit-anchor.json"
_KEY_BYTES = 32


class Anchor(msgspec.Struct, frozen=True):
    """The newest row at a moment, signed (Ed25519, hexadecimal)."""

    sequence: int
    sha256: str
    at: datetime
    public_key: str
    signature: str

    def signed_by(self, public_key: str) -> bool:
        """Whether the owner of `public_key` (hexadecimal) signed exactly this."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
            key.verify(bytes.fromhex(self.signature), _text(self.sequence, self.sha256, self.at))
        except (InvalidSignature, ValueError):
            return False
        return True


def _text(sequence: int, sha256: str, at: datetime) -> bytes:
    return f"wangge audit 1 {sequence} {sha256} {at.isoformat()}".encode()


class Anchorage:
    """The signing key (0600, made on first use) and the newest anchor, in the folder of keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = _key(folder / KEY)
        self.public_key = self._key.public_key().public_bytes_raw().hex()

    def sign(self, row: AuditRow, at: datetime) -> Anchor:
        """An anchor at `row`."""
        signature = self._key.sign(_text(row.sequence, row.sha256, at)).hex()
        return Anchor(row.sequence, row.sha256, at, self.public_key, signature)

    def newest(self) -> Anchor | None:
        """The anchor last kept; None where there is none that this key has signed."""
        anchor = read_anchor(self._folder / ANCHOR)
        return anchor if anchor is not None and anchor.signed_by(self.public_key) else None

    def keep(self, anchor: Anchor) -> None:
        """Put it in the place of the one before."""
        _write(self._folder / ANCHOR, msgspec.json.format(msgspec.json.encode(anchor)))

    def set_aside(self) -> Path | None:
        """Put the newest one away under a name of its own: the log behind it was replaced."""
        anchor, path = self.newest(), self._folder / ANCHOR
        if anchor is None:
            return None
        aside = path.with_name(f"audit-anchor-{anchor.sequence}.json")
        path.replace(aside)
        return aside


def read_anchor(path: Path) -> Anchor | None:
    """The anchor in a file, signed by whomever; None where there is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Anchor)
    except (OSError, msgspec.MsgspecError):
        return None


def _key(path: Path) -> Ed25519PrivateKey:
    with contextlib.suppress(FileNotFoundError):
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes()[:_KEY_BYTES])
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(path, key.private_bytes_raw())
    return key


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
