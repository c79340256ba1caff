"""What the hub's sockets need to know."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from console.bus.allow_list import AllowList
from console.bus.keys import KeyPair
from console.config import AccessSettings, DatabaseSettings, StoreSettings

HEARTBEAT_S = 1.0
MISSED = 3


class SignedIn(msgspec.Struct, frozen=True):
    """A session the parent process opened for its own console."""

    token: str
    user: str
    name: str
    role: str
    street: str = ""


@dataclass(frozen=True, slots=True)
class HubConfig:
    """Addresses, keys and sessions. Port 0 picks a free one."""

    bind: str
    ingest_port: int
    feed_port: int
    keys: KeyPair
    allow_list: AllowList
    sessions: tuple[SignedIn, ...] = ()
    hub_id: str = "hub"
    settings: str = "settings.toml"
    """The file where address and ports are said, for those who have to change them."""


class HubStart(msgspec.Struct, frozen=True):
    """The start message of the hub process; folders and files as absolute paths."""

    data_folder: str
    log_folder: str
    allow_list: str
    server_key: str
    bind: str = "127.0.0.1"
    ingest_port: int = 5771
    feed_port: int = 5772
    sessions: tuple[SignedIn, ...] = ()
    source_names: dict[str, str] = {}
    """Sources of this site by id as shown, besides those of the allow-list."""
    store: StoreSettings = StoreSettings()
    database: DatabaseSettings = DatabaseSettings()
    """The server that keeps the store; without a URL it is a file in the data folder."""
    access: AccessSettings = AccessSettings()
    backup_folder: str = ""
    """Where copies of the store go; empty makes none, and no anchors of the audit log."""
    standby: bool = False
    """Wait for folder or database where another hub has it, instead of failing."""
    settings: str = "settings.toml"
    """The file where address and ports are said."""
    active: str = ""
    """The other hub's feed endpoint, told to whoever comes while this one waits."""
