"""One transaction over all repositories."""

from __future__ import annotations

from types import TracebackType

from sqlalchemy.engine import RootTransaction
from sqlalchemy.exc import DBAPIError

from console.domain.time_limits import TimeLimits
from console.domain.timekeeper import Timekeeper
from data.repositories.alarms import SqlAlarms
from data.repositories.audit_trail import SqlAuditTrail
from data.repositories.cases import SqlCases
from data.repositories.command_results import SqlCommandResults
from data.repositories.district_rows import SqlDistrictRows
from data.repositories.event_log import SqlEventLog
from data.repositories.fact_log import SqlFactLog
from data.repositories.grid_tasks import SqlGridTasks
from data.repositories.handovers import SqlHandovers
from data.repositories.known_keys import SqlKnownKeys
from data.repositories.limit_tables import SqlLimitTables
from data.repositories.personal_data import SqlPersonalData
from data.repositories.repository import Repository
from data.repositories.source_marks import SqlSourceMarks
from data.repositories.users import SqlUsers
from data.repositories.waiting_alarms import SqlWaitingAlarms
from data.store import Store


class SqlUnitOfWork:
    """Reusable: what was read stays cached from one transaction to the next.

    That is sound because this process is the only writer; a rollback forgets all of it.
    """

    def __init__(self, database: Store, timekeeper: Timekeeper, limits: TimeLimits) -> None:
        connection = database.connection
        self._database = database
        self._transaction: RootTransaction | None = None
        self.events = SqlEventLog(connection)
        self.marks = SqlSourceMarks(connection)
        self.facts = SqlFactLog(connection)
        self.alarms = SqlAlarms(connection)
        self.waiting = SqlWaitingAlarms(connection)
        self.cases = SqlCases(connection, timekeeper)
        self.tasks = SqlGridTasks(connection)
        self.district = SqlDistrictRows(connection)
        self.results = SqlCommandResults(connection)
        self.audit = SqlAuditTrail(connection)
        self.users = SqlUsers(connection)
        self.personal = SqlPersonalData(connection)
        self.keys = SqlKnownKeys(connection)
        self.limits = SqlLimitTables(connection, limits)
        self.handovers = SqlHandovers(connection)
        # Cases come before what refers to them.
        self._repositories: tuple[Repository, ...] = (
            self.events,
            self.facts,
            self.marks,
            self.cases,
            self.personal,
            self.alarms,
            self.tasks,
            self.waiting,
            self.district,
            self.results,
            self.audit,
            self.users,
            self.keys,
            self.limits,
            self.handovers,
        )

    @property
    def hub_epoch(self) -> int:
        """Generation of the store."""
        return self._database.hub_epoch

    def __enter__(self) -> SqlUnitOfWork:
        """Begin; raises `DatabaseLocked`, `DiskFull`, `DatabaseUnusable` or `StoreTaken`."""
        connection = self._database.connection
        with self._database.told():
            try:
                self._transaction = connection.begin()
            except BaseException:
                # A BEGIN that fails leaves the engine's own idea of a transaction behind.
                if connection.in_transaction():
                    connection.rollback()
                raise
        return self

    def commit(self) -> None:
        """Write everything and make it durable; raises as `__enter__`."""
        with self._database.told():
            for repository in self._repositories:
                repository.flush()
            self._database.confirm()
            if self._transaction is not None:
                self._transaction.commit()
        self._transaction = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and forget everything cached.

        An engine error that passes through leaves as `DatabaseLocked`, `DiskFull` or
        `DatabaseUnusable`.
        """
        with self._database.told():
            if self._transaction is not None:
                transaction, self._transaction = self._transaction, None
                for repository in self._repositories:
                    repository.clear()
                transaction.rollback()
            if isinstance(error, DBAPIError):
                raise error
