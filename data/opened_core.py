"""Opens the store of a data folder and puts the services on it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType

from console.config import DatabaseSettings
from console.domain.alarm_rules import AlarmRules
from console.domain.case_types import CaseTypes
from console.domain.limit_table import LimitTable
from console.domain.password_rules import MLPS, PasswordRules
from console.domain.time_limits import TimeLimits
from console.domain.timekeeper import Timekeeper
from console.domain.workdays import Workdays
from console.domain.working_time import WorkingTime
from console.services.chinese_workdays import ChineseWorkdays
from console.services.health import Attached, HubInfo, no_consoles
from console.services.hub_core import Core
from console.services.passwords import ArgonPasswords
from console.services.ports import Passwords
from console.services.quarantine_desk import ItemReader, no_reader
from console.services.retention import Retention
from console.services.workshop import Workshop
from data.opening import OpenedStore, open_store
from data.store_keeper import Upkeep
from data.unit_of_work import SqlUnitOfWork


class OpenedCore:
    """A `Core` on the database of one folder, which it alone writes until `close`."""

    def __init__(
        self,
        folder: Path,
        resources: Path,
        clock: Callable[[], datetime],
        *,
        source_names: Mapping[str, str] | None = None,
        consoles: Attached = no_consoles,
        workdays: Workdays | None = None,
        passwords: Passwords | None = None,
        password_rules: PasswordRules = MLPS,
        retention: Retention | None = None,
        upkeep: Upkeep | None = None,
        max_pages: int | None = None,
        read_item: ItemReader = no_reader,
        server: DatabaseSettings | None = None,
    ) -> None:
        """Open or make the store.

        Args:
            folder: where `hub.db` and its lock live, unless a server keeps the store.
            resources: where `case_types.toml`, `alarm_rules.toml` and `time_limits.toml` are.
            clock: the present moment, aware UTC.
            source_names: the sources of this site by id, as shown.
            consoles: which consoles are attached, for the health row.
            workdays: which local dates are worked on; those of China where not said otherwise.
            passwords: how passwords are hashed; Argon2id where not said otherwise.
            password_rules: what the site asks of passwords.
            retention: how long what is kept.
            upkeep: where automatic backups and anchors go; none are made without it.
            max_pages: bounds the database for tests of a full disk.
            read_item: makes an event of an item's bytes, for what is submitted again.
            server: the PostgreSQL database of a shared site.

        Raises:
            AlreadyRunning: another hub uses the folder, or the database.
            DatabaseAway: the database server cannot be reached.
            DatabaseTooNew: a later version wrote the database.
            DatabaseLocked: another program holds its write lock.
            DatabaseUnusable: it cannot be read or written.
            UpgradeFailed: an earlier version's database could not be upgraded.
            DiskFull: there is no room.
        """
        self._clock = clock
        self._store: OpenedStore = open_store(folder, server, upkeep, max_pages)
        self.database, self.keeper = self._store.database, self._store.keeper
        try:
            case_types = CaseTypes.from_table(_toml(resources / "case_types.toml"))
            alarm_rules = AlarmRules.from_table(_toml(resources / "alarm_rules.toml"))
            limits = TimeLimits([])
            timekeeper = Timekeeper(limits, WorkingTime(workdays or ChineseWorkdays()))
            unit_of_work = SqlUnitOfWork(self.database, timekeeper, limits)
            _keep_first_limits(unit_of_work, case_types, resources)
            info = HubInfo(clock(), self.keeper, consoles)
            workshop = Workshop(
                case_types,
                alarm_rules,
                timekeeper,
                passwords or ArgonPasswords(),
                info,
                source_names or {},
                retention or Retention(),
                read_item,
                password_rules,
            )
            self.core = Core(lambda: unit_of_work, clock, workshop)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of database and folder; harmless when done twice."""
        self._store.close(self._clock())

    def __enter__(self) -> OpenedCore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _keep_first_limits(unit_of_work: SqlUnitOfWork, case_types: CaseTypes, resources: Path) -> None:
    """Read the versions of the time limits; the product's own is stored where there is none."""
    with unit_of_work as uow:
        if not uow.limits.all():
            shipped = _toml(resources / "time_limits.toml")
            uow.limits.add(LimitTable.from_toml(shipped, case_types.own_limits()))
        uow.commit()


def _toml(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
