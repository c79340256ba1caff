"""CURVE key pairs, one file each, readable by the owner only."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import zmq
import zmq.utils.z85

from console.errors import KeysBroken

_Z85_LENGTH, _KEY_BYTES = 40, 32


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A CURVE key pair in Z85 text (40 characters each)."""

    public: str
    secret: str = field(repr=False)


class _PublicKey(msgspec.Struct, frozen=True):
    public: str


def new_keypair() -> KeyPair:
    """A fresh pair."""
    public, secret = zmq.curve_keypair()
    return KeyPair(public.decode("ascii"), secret.decode("ascii"))


def load_keypair(path: Path) -> KeyPair:
    """The pair in `path`; raises `OSError` or `KeysBroken`."""
    try:
        pair = msgspec.json.decode(path.read_bytes(), type=KeyPair)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise KeysBroken(path=path, detail=error) from error
    if not (is_public_key(pair.public) and is_public_key(pair.secret)):
        raise KeysBroken(path=path, detail="40 characters are expected")
    return pair


def is_public_key(text: str) -> bool:
    """Whether `text` is a Z85 key of 32 bytes."""
    try:
        return len(text) == _Z85_LENGTH and len(zmq.utils.z85.decode(text)) == _KEY_BYTES
    except (KeyError, ValueError, struct.error):
        return False


def public_key_in(path: Path) -> str:
    """The public key in a file: a key pair of ours, or the Z85 text alone; raises `ValueError`."""
    content = path.read_bytes()
    try:
        public = msgspec.json.decode(content, type=_PublicKey).public
    except (msgspec.MsgspecError, UnicodeDecodeError):
        public = content.decode("ascii", "replace").strip()
    if not is_public_key(public):
        raise ValueError("no public key")
    return public


def ensure_keypair(path: Path) -> KeyPair:
    """The pair in `path`, made on first use with mode 0600."""
    if path.exists():
        return load_keypair(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    pair = new_keypair()
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(pair))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return pair
