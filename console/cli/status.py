"""`status`: how the hub is, asked over its feed."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

import msgspec

from console.bootstrap.site_keys import SiteKeys
from console.bus.status_client import ask_status
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.codec import decode_fact
from console.config import Folders, load_settings
from console.domain.link import HubHealth, Link, LinkState
from console.errors import HubSilent

ANSWER_S = 5.0
KEY = "status"
_MEGABYTE = 1 << 20
_ANYWHERE = {"0.0.0.0", "*", "::"}  # noqa: S104 told apart, not bound to


class _Running(msgspec.Struct, frozen=True):
    """Where the hub that was started last listens."""

    bind: str
    ports: dict[str, int]


def status(arguments: Namespace, _: Text) -> int:
    """Print the health page; 0 where a hub answers and can store. Raises `HubSilent`."""
    folders = folders_for(arguments, "site")
    endpoint = _endpoint(folders)
    site = SiteKeys(folders.keys)
    pair = site.console(KEY, roles=("status",))
    answer = ask_status(endpoint, site.server.public, pair, ANSWER_S)
    if answer is None:
        raise HubSilent(endpoint=endpoint, log=folders.logs)
    rows = [decode_fact(data).row for data in answer]
    health = next(row for row in rows if isinstance(row, HubHealth))
    links = [row for row in rows if isinstance(row, Link)]
    print(_("The hub answers at {endpoint}.").format(endpoint=endpoint))
    _tell_health(health, _)
    _tell_links(links, _)
    return 1 if health.write_failed or health.audit_fault else 0


def _endpoint(folders: Folders) -> str:
    settings = load_settings(folders.settings).hub
    bind, port = settings.bind, settings.feed_port
    try:
        running = msgspec.json.decode(folders.running.read_bytes(), type=_Running)
        bind, port = running.bind, running.ports["feed"]
    except (OSError, msgspec.MsgspecError, KeyError):
        pass  # no hub was started from this folder: ask where one would be
    return f"tcp://{'127.0.0.1' if bind in _ANYWHERE else bind}:{port}"


def _tell_health(health: HubHealth, _: Text) -> None:
    lines = (
        (_("Running since"), _moment(health.started_at)),
        (_("Events"), f"{health.events_total} · {health.rate:g}/s"),
        (_("Quarantined"), str(health.quarantined_total)),
        (_("Commit p99"), f"{health.commit_p99_ms:g} ms"),
        (_("Consoles"), str(health.consoles)),
        *_store(health, _),
        (_("Disk free"), _megabytes(health.disk_free_bytes) + (" !" if health.disk_low else "")),
        (_("Last backup"), _moment(health.last_backup_at)),
    )
    for name, value in lines:
        print(f"  {name}: {value}")
    if health.write_failed:
        print(_("! Nothing can be stored: {code}").format(code=health.write_failed))
    if health.backup_failed:
        print(_("! The last backup failed: {code}").format(code=health.backup_failed))
    if health.audit_fault:
        print(_("! The audit log lost rows. Run “audit verify”."))


def _store(health: HubHealth, _: Text) -> tuple[tuple[str, str], ...]:
    size = _megabytes(health.database_bytes)
    if health.server:
        return ((_("Database"), f"{size} · PostgreSQL {health.server}"),)
    return ((_("Database"), size), (_("Write-ahead log"), _megabytes(health.wal_bytes)))


def _tell_links(links: list[Link], _: Text) -> None:
    words = {
        LinkState.UP: _("up"),
        LinkState.DOWN: _("DOWN"),
        LinkState.NEVER: _("never seen"),
    }
    for link in sorted(links, key=lambda one: one.source):
        text = _(
            "  {name} ({source}): {state} · {rate:g}/s · last {seq} · gaps {gaps} · "
            "quarantined {quarantined} · seen {seen}"
        )
        print(
            text.format(
                name=link.name,
                source=link.source,
                state=words[link.state],
                rate=link.rate,
                seq=link.acked,
                gaps=link.gaps,
                quarantined=link.quarantined,
                seen=_moment(link.last_seen),
            )
        )


def _moment(at: datetime | None) -> str:
    if at is None:
        return "–"
    age = int((datetime.now(UTC) - at).total_seconds())
    return f"{at.astimezone().strftime('%Y-%m-%d %H:%M:%S')} (-{age} s)"


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.1f} MB"
