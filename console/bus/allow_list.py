"""Who may connect: CURVE public keys and whose they are, in one file, read again on change."""

from __future__ import annotations

import contextlib
import logging
import os
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from console.errors import KeysBroken

_log = logging.getLogger(__name__)


class PeerKind(StrEnum):
    """What a key opens: the INGEST or the FEED socket."""

    SOURCE = "source"
    CONSOLE = "console"


class Peer(msgspec.Struct, frozen=True):
    """The owner of a key; outside `not_before`…`not_after` it opens nothing.

    A console's key with `roles` admits people of these roles only; the role `status` admits nobody
    and may ask how the hub is. `name` is what a source is shown as, `by` who allowed the key.
    """

    id: str
    kind: PeerKind
    roles: tuple[str, ...] = ()
    not_before: datetime | None = None
    not_after: datetime | None = None
    name: str = ""
    by: str = ""

    def valid(self, now: datetime) -> bool:
        """Whether the key may be used at `now`."""
        return (self.not_before is None or self.not_before <= now) and (
            self.not_after is None or now < self.not_after
        )


class _File(msgspec.Struct, frozen=True):
    keys: dict[str, Peer]


class AllowList:
    """Peers by public key (Z85).

    A missing file lets nobody in; one that becomes unreadable changes nothing.
    """

    def __init__(self, path: Path) -> None:
        """Raises `KeysBroken` where the file cannot be read."""
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._peers: dict[str, Peer] = {}
        self.revision = 0
        """Grows whenever the list changed."""
        self._need()

    def peers(self) -> dict[str, Peer]:
        """Everybody on the list by key, the expired ones included."""
        return dict(self._peers)

    def refresh(self) -> bool:
        """Read the file again if it changed; returns whether it did. Cheap enough to ask often."""
        try:
            stat = self._path.stat()
            seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        except FileNotFoundError:
            changed = bool(self._peers)
            self._peers, self._seen = {}, None
            self.revision += changed
            return changed
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            self._read()
        except KeysBroken as error:
            _log.error("allow-list cannot be read, the old one stays: %s", error)
            return False
        self.revision += 1
        return True

    def _read(self) -> None:
        try:
            self._peers = dict(msgspec.json.decode(self._path.read_bytes(), type=_File).keys)
        except (msgspec.MsgspecError, UnicodeDecodeError, OSError) as error:
            raise KeysBroken(path=self._path, detail=error) from error

    def _need(self) -> None:
        """Read the file before it is relied on or written: what it holds must not get lost."""
        if self._path.exists():
            self._read()
        self.refresh()

    def peer(self, key: str, kind: PeerKind) -> Peer | None:
        """The owner of `key`, if it opens sockets of `kind` now."""
        peer = self._peers.get(key)
        if peer is None or peer.kind is not kind:
            return None
        if peer.not_before is None and peer.not_after is None:
            return peer
        return peer if peer.valid(datetime.now(UTC)) else None

    def listed(self, key: str) -> Peer | None:
        """The owner of `key`, valid now or not."""
        return self._peers.get(key)

    def add(
        self,
        key: str,
        peer_id: str,
        kind: PeerKind,
        roles: tuple[str, ...] = (),
        not_before: datetime | None = None,
        not_after: datetime | None = None,
        *,
        name: str = "",
        by: str = "",
    ) -> None:
        """Let `key` in as `peer_id` and write the file; raises `KeysBroken`."""
        self._need()
        self._peers[key] = Peer(peer_id, kind, roles, not_before, not_after, name, by)
        self._write()

    def remove(self, key: str) -> None:
        """Shut `key` out and write the file; raises `KeysBroken`."""
        self._need()
        self._peers.pop(key, None)
        self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(_File(self._peers)), indent=1))
        fresh.replace(self._path)
        self.revision += 1
        stat = self._path.stat()
        self._seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
