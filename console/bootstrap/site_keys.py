"""The CURVE keys of one workstation: the hub's, its consoles' and its sources'."""

from __future__ import annotations

from pathlib import Path

from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import KeyPair, ensure_keypair


class SiteKeys:
    """Key pairs in `folder`, made on first use, each allowed in for one purpose.

    `server` is the hub's own pair.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._allowed = AllowList(self.allow_list)
        self.server: KeyPair = ensure_keypair(self.server_file)

    @property
    def allow_list(self) -> Path:
        """The file that says who may connect."""
        return self._folder / "allowed.json"

    @property
    def server_file(self) -> Path:
        """Where the hub's own pair is kept."""
        return self._folder / "hub.json"

    def console(self, name: str, roles: tuple[str, ...] = ()) -> KeyPair:
        """The pair of the console `name`."""
        return self._pair(name, PeerKind.CONSOLE, roles)

    def source(self, name: str) -> KeyPair:
        """The pair of the source `name`."""
        return self._pair(name, PeerKind.SOURCE)

    def file(self, name: str, kind: PeerKind) -> Path:
        """Where the pair of `name` is kept."""
        return self._folder / f"{kind}-{name}.json"

    def _pair(self, name: str, kind: PeerKind, roles: tuple[str, ...] = ()) -> KeyPair:
        path = self.file(name, kind)
        # A key that was taken off the list or ran out is not let in again behind anybody's back.
        fresh = not path.exists() or not self.allow_list.exists()
        pair = ensure_keypair(path)
        if fresh:
            self._allowed.add(pair.public, name, kind, roles)
        return pair
