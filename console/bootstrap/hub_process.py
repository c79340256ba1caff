"""The hub's process: its sockets on the services on the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.bus.items import decode_item
from console.config import RESOURCES, StoreSettings
from console.hub.config import HubStart
from console.hub.process import main
from console.services.core import HubCore
from console.services.health import Attached
from console.services.retention import Retention
from data.backup_rule import BackupRule
from data.opened_core import OpenedCore
from data.store_keeper import Upkeep

SETTLE = timedelta(minutes=1)
"""A hub that starts has other things to do than to copy its store."""


@contextmanager
def _core(start: HubStart, consoles: Attached) -> Iterator[HubCore]:
    with OpenedCore(
        Path(start.data_folder),
        RESOURCES,
        lambda: datetime.now(UTC),
        source_names=start.source_names,
        consoles=consoles,
        retention=_retention(start.store),
        password_rules=start.access.rules,
        upkeep=_upkeep(start) if start.backup_folder else None,
        read_item=decode_item,
        server=start.database,
    ) as opened:
        yield opened.core


def _retention(store: StoreSettings) -> Retention:
    return Retention(
        facts=store.facts,
        events=store.events,
        event_days=store.event_days,
        quarantine_days=store.quarantine_days,
        result_days=store.result_days,
    )


def _upkeep(start: HubStart) -> Upkeep:
    store = start.store
    every = timedelta(minutes=store.backup_minutes)
    return Upkeep(
        backup_folder=Path(start.backup_folder),
        keys_folder=Path(start.server_key).parent,
        rule=BackupRule(every, store.backups_recent, store.backup_days),
        settle=SETTLE,
    )


def run_hub() -> int:
    """Run the hub as its start message says; the exit code."""
    return main(_core)
