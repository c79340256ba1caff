"""Where things are kept and how the program is set up: one TOML file, every value optional."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec
import platformdirs

from console.domain.password_rules import MLPS, PROFILES, PasswordRules
from console.errors import SettingsBroken

APP = "wangge-console"
MOST_PORT = 65_535
MOST_LOCK_MINUTES = 10
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Where the hub listens: TCP ports on `bind` (0 picks a free one).

    With `standby` it waits where another hub has the data folder, instead of failing, and tells
    whoever comes meanwhile that the other's feed is at `active` (empty: not known).
    """

    bind: str = "127.0.0.1"
    ingest_port: int = 5771
    feed_port: int = 5772
    standby: bool = False
    active: str = ""

    def __post_init__(self) -> None:
        if self.active and not self.active.startswith("tcp://"):
            raise ValueError("active does not begin with tcp://")
        for name in ("ingest_port", "feed_port"):
            if not 0 <= getattr(self, name) <= MOST_PORT:
                raise ValueError(f"{name} is not between 0 and {MOST_PORT}")


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How the hub's store is kept: copies and for how long what is remembered.

    A copy is made every `backup_minutes` into `backup_folder` (empty: `backups` in the data
    folder; another disk is better). The newest `backups_recent` stay, then one a day for
    `backup_days`. Events are kept `event_days`, or fewer where there are more than `events`;
    sources may repeat events for three days, so less than four is refused.
    """

    backup_minutes: int = 15
    backup_folder: str = ""
    backups_recent: int = 96
    backup_days: int = 30
    facts: int = 500_000
    events: int = 20_000_000
    event_days: int = 30
    quarantine_days: int = 90
    result_days: int = 7

    def __post_init__(self) -> None:
        least = {
            "backup_minutes": 1,
            "backups_recent": 1,
            "backup_days": 0,
            "facts": 10_000,
            "events": 100_000,
            "event_days": 4,
            "quarantine_days": 4,
            "result_days": 1,
        }
        for name, value in least.items():
            if getattr(self, name) < value:
                raise ValueError(f"{name} is less than {value}")


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """The PostgreSQL database of a shared site; without a `url` the store is a file of the hub's.

    The password is the first line of `password_file` (mode 0600), or what libpq finds by itself
    (`.pgpass`, `PGPASSFILE`, a certificate); it is never in the URL.
    """

    url: str = ""
    password_file: str = ""

    def __post_init__(self) -> None:
        if not self.url:
            return
        try:
            parts = urlsplit(self.url)
        except ValueError:
            raise ValueError("url is none") from None
        if parts.scheme not in {"postgresql", "postgres"}:
            raise ValueError("url does not begin with postgresql://")
        if ":" in parts.netloc.rpartition("@")[0] or any(
            "password" in name for name in parse_qs(parts.query)
        ):
            raise ValueError("url has a password, which belongs into password_file")

    def __bool__(self) -> bool:
        return bool(self.url)


@dataclass(frozen=True, slots=True)
class AccessSettings:
    """What is asked of the people: `passwords` is the profile, mlps or asvs.

    A console that nobody touches for `lock_minutes` (10 at most) is locked.
    """

    passwords: str = MLPS.name
    lock_minutes: int = 10

    def __post_init__(self) -> None:
        if self.passwords not in PROFILES:
            raise ValueError(f"passwords is none of {', '.join(PROFILES)}")
        if not 1 <= self.lock_minutes <= MOST_LOCK_MINUTES:
            raise ValueError(f"lock_minutes is not between 1 and {MOST_LOCK_MINUTES}")

    @property
    def rules(self) -> PasswordRules:
        """The profile itself."""
        return PROFILES[self.passwords]


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window looks; an empty language follows the system."""

    language: str = ""
    theme: str = "dark"


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """`player` is auto, vlc or ffmpeg."""

    player: str = "auto"


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole settings file."""

    hub: HubSettings = field(default_factory=HubSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    window: WindowSettings = field(default_factory=WindowSettings)
    video: VideoSettings = field(default_factory=VideoSettings)
    access: AccessSettings = field(default_factory=AccessSettings)


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one installation or demo, all below `data` but the cache."""

    data: Path
    cache: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.toml"

    @property
    def backups(self) -> Path:
        """Copies of the hub's database, where the settings name no other folder."""
        return self.data / "backups"

    @property
    def running(self) -> Path:
        """Where the hub that was started last listens."""
        return self.data / "hub-ports.json"

    @property
    def logs(self) -> Path:
        """Logs of every process."""
        return self.data / "logs"

    @property
    def keys(self) -> Path:
        """CURVE keys (0600) and the allow-list."""
        return self.data / "keys"

    @property
    def spools(self) -> Path:
        """Outboxes of the sources that run here."""
        return self.data / "spools"

    @property
    def window(self) -> Path:
        """What the window remembers: docks, wall, filters."""
        return self.data / "window"

    @property
    def district(self) -> Path:
        """The district pack of the demo."""
        return self.data / "district"


def standard_folders(name: str) -> Folders:
    """The platform's folders for `name` (`site` or `demo`)."""
    return Folders(
        data=platformdirs.user_data_path(APP) / name, cache=platformdirs.user_cache_path(APP)
    )


def load_settings(path: Path) -> Settings:
    """The settings in `path`, or the defaults; raises `SettingsBroken`."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsBroken(path=path, detail=error.strerror) from error
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise SettingsBroken(path=path, detail=error) from error
