"""Consoles and sources around the real core on a real store, in one process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.bus.items import decode_item
from console.domain.access import Role
from console.hub.config import SignedIn
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.town import town
from tests.hub.site import Raw, Site

RESOURCES = Path(__file__).parents[2] / "resources"


class RealSite(Site):
    """A `Site` whose core is the real one; use `real` only while the hub does not run."""

    def __init__(self, folder: Path, opened: OpenedCore) -> None:
        super().__init__(folder)
        self.real: Core = opened.core
        self.core = self.real

    def seat(self, name: str, role: Role = Role.OPERATOR) -> SignedIn:
        """A session for a console of its own; only before the hub starts."""
        session = SignedIn(f"token-{name}", name, name, role.value)
        self.sessions = (*self.sessions, session)
        return session

    def attached(self, session: SignedIn, console: str) -> Raw:
        """A console that gives commands and wants no facts."""
        raw = self.raw(self.allow(console, PeerKind.CONSOLE), feed=True)
        raw.send("ATTACH", headers.Attach(console, session.token, 0))
        raw.receive("ATTACHED")
        return raw


@contextmanager
def real_site(folder: Path) -> Iterator[RealSite]:
    """A site with a district, its hub not started yet; everything is closed afterwards."""
    opened = OpenedCore(
        folder / "data", RESOURCES, lambda: datetime.now(UTC), read_item=decode_item
    )
    with opened:
        opened.core.import_district(town())
        site = RealSite(folder, opened)
        try:
            yield site
        finally:
            site.__exit__(None, None, None)
