"""The services behind the hub's sockets, as one object."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from console.codec import encode
from console.domain.access import Actor, Role
from console.domain.district import District
from console.domain.facts import Fact, Kind, Row
from console.domain.link import LinkClass
from console.domain.refusal import Refusal
from console.errors import (
    AccountRefused,
    ConsoleError,
    DatabaseLocked,
    DatabaseUnusable,
    DiskFull,
    NotAllowed,
    StaleEpoch,
)
from console.services import audit_log
from console.services.core import (
    Admission,
    CommandResult,
    FeedItem,
    Intake,
    PasswordSheet,
    PasswordTrial,
    PeerRefused,
    ResultCode,
    SourceBatch,
)
from console.services.intake import EventKey, HandlerFailed
from console.services.ports import UnitOfWork
from console.services.records import AllowedKey, AuditRow, SourceMark, User
from console.services.refused import Refused
from console.services.snapshot import urgent_rows
from console.services.work import Work
from console.services.workshop import Workshop

_HEALTH_EVERY = timedelta(seconds=1)
_STORE_FAILURES = (DatabaseLocked, DatabaseUnusable, DiskFull)
_GAP_LEVEL = 2
_NOBODY = Actor("", "", Role.OPERATOR, "", "")
_SYSTEM = Actor("", "", Role.ADMINISTRATOR, "", "")

log = logging.getLogger(__name__)


class Core:
    """Implements `HubCore`; every method is one transaction, called from one thread.

    Facts made in a call that has no room for them (a gap found while a source says hello) come
    back with the next call that has, before its own.
    """

    def __init__(
        self,
        unit_of_work: Callable[[], UnitOfWork],
        clock: Callable[[], datetime],
        workshop: Workshop,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._shop = workshop
        self._waiting: list[FeedItem] = []
        self._told_at: datetime | None = None
        self._loaded = False
        self._load_from: datetime | None = None
        with self._unit_of_work() as uow:
            self._hub_epoch = uow.hub_epoch
            self._head = uow.facts.head
            workshop.links.load(uow.marks)
            uow.commit()

    @property
    def hub_epoch(self) -> int:
        """Generation of this store; a restored backup or new database starts another."""
        return self._hub_epoch

    @property
    def head(self) -> int:
        """The gseq of the newest fact."""
        return self._head

    def _done(self, work: Work) -> list[FeedItem]:
        """Commit, and only then count the facts as made."""
        head = work.uow.facts.head  # asked later it would begin a transaction nobody ends
        start = time.perf_counter()
        work.uow.commit()
        self._shop.health.committed(time.perf_counter() - start)
        self._head = head
        items, self._waiting = [*self._waiting, *work.items], []
        return items

    def high_water(self, source: str, epoch: int, first: int) -> int:
        """Last durable sequence of (source, epoch); a `first` beyond it + 1 is stored as a gap.

        Raises `StaleEpoch` where a newer epoch of the source is known.
        """
        with self._unit_of_work() as uow:
            newest = uow.marks.newest().get(source)
            if newest is not None and epoch < newest.epoch:
                raise StaleEpoch(source=source)
            now = self._clock()
            work = Work(uow, now)
            mark = uow.marks.get(source, epoch) or SourceMark(source, epoch)
            missing = first - 1 - mark.acked
            if missing > 0:
                uow.marks.add_gap(source, epoch, mark.acked + 1, first - 1, now)
                mark = replace(mark, acked=first - 1, gaps=mark.gaps + missing)
                self._shop.alarms.system(
                    work,
                    "system.gap",
                    source,
                    title="Events missing",
                    value=str(missing),
                    level=_GAP_LEVEL,
                )
            uow.marks.put(replace(mark, seen_at=now))
            self._waiting = self._done(work)
            return mark.acked

    def take(self, batches: Sequence[SourceBatch]) -> tuple[list[Intake], list[FeedItem]]:
        """Store events and quarantine records, act on them, commit; the new facts come back."""
        poison: set[EventKey] = set()
        while True:
            try:
                return self._take(batches, poison)
            except HandlerFailed as failure:
                poison.add(failure.key)
                _log_failure(failure)
            except _STORE_FAILURES as error:
                self._shop.store.failed(error.code, self._clock())
                raise

    def keys_changed(self, keys: Sequence[AllowedKey]) -> None:
        """These keys may connect now; what is new or gone since last time is audited."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            self._shop.keys.changed(work, keys)
            self._waiting = self._done(work)
        self._shop.links.expect({one.peer: one.name for one in keys if one.kind == "source"})

    def _take(
        self, batches: Sequence[SourceBatch], poison: set[EventKey]
    ) -> tuple[list[Intake], list[FeedItem]]:
        with self._unit_of_work() as uow:
            now = self._clock()
            work = Work(uow, now)
            intakes, counts = self._shop.intake.take(work, batches, poison)
            items = self._done(work)
        for source, count in counts.items():
            self._shop.links.counted(source, now, count)
        self._shop.links.lagged([batch for batch in batches if counts[batch.source]])
        self._shop.health.counted(now, counts.total())
        return intakes, items

    def command(
        self, actor: Actor, cmd_id: str, kind: str, args: bytes
    ) -> tuple[CommandResult, list[FeedItem]]:
        """Check, apply, audit and remember a command; `args` is the JSON of the command."""
        try:
            with self._unit_of_work() as uow:
                known = uow.results.get(cmd_id)
                if known is not None:
                    return known, []
                work = Work(uow, self._clock())
                result = self._shop.commands.carry_out(work, actor, cmd_id, kind, args)
                return result, self._done(work)
        except ConsoleError:
            raise
        except Exception as error:
            # A fault in one command must not take the hub down; nothing of it was stored.
            _log_failure(error)
            reason = Refusal.INTERNAL.value
            return CommandResult(cmd_id, ResultCode.INTERNAL, reason=reason), []

    def query(self, actor: Actor, name: str, args: bytes) -> list[bytes]:
        """Rows of a named query as JSON; raises `NotAllowed` (audited) or `InvalidCommand`."""
        with self._unit_of_work() as uow:
            now = self._clock()
            try:
                rows = self._shop.queries.answer(uow, actor, name, args, now)
            except NotAllowed as no:
                work = Work(uow, now)
                audit_log.record(work, actor, action="Query", entity=name, outcome=no.code)
                uow.commit()
                raise
            uow.commit()
            return rows

    def snapshot(self) -> tuple[int, list[bytes]]:
        """The newest `gseq` and every current row, each an encoded fact with `gseq` 0."""
        with self._unit_of_work() as uow:
            rows = self._shop.snapshot.rows(uow, self._clock())
            uow.commit()
            return self._head, rows

    def facts_after(self, gseq: int, limit: int) -> list[FeedItem]:
        """Stored facts after `gseq`, oldest first; raises `CursorPruned` where they are gone."""
        with self._unit_of_work() as uow:
            items = uow.facts.after(gseq, limit)
            uow.commit()
            return items

    def urgent(self) -> list[bytes]:
        """Alarms and cases of severity 1–2 that ask for something now, as facts with `gseq` 0."""
        with self._unit_of_work() as uow:
            rows = urgent_rows(uow, self._clock())
            uow.commit()
            return rows

    def credential(self, user: str) -> str:
        """What a password of `user` has to match; unknown names have one too."""
        with self._unit_of_work() as uow:
            credential = self._shop.access.credential(uow, user)
            uow.commit()
            return credential

    def matches(self, credential: str, password: str) -> bool:
        """Whether a password matches. Slow on purpose; the one method for any thread."""
        return self._shop.access.matches(credential, password)

    def signed_in(self, user: str, credential: str, console: str, *, matched: bool) -> Admission:
        """The person whose password matched; failures are counted and audited."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            admission = self._shop.access.sign_in(work, user, credential, console, matched=matched)
            self._waiting = self._done(work)
            return admission

    def sign_in(self, user: str, password: str, console: str) -> Actor | None:
        """The person behind a name and password, or None, for callers that can wait."""
        credential = self.credential(user)
        matched = self.matches(credential, password)
        return self.signed_in(user, credential, console, matched=matched).actor

    def signed_out(self, actor: Actor) -> None:
        """Somebody else signed in at the console of `actor`."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            self._shop.access.signed_out(work, actor)
            self._waiting = self._done(work)

    def password_sheet(self, user: str) -> PasswordSheet:
        """What a change of the password of `user` is to be tried against."""
        with self._unit_of_work() as uow:
            sheet = self._shop.access.sheet(uow, user)
            uow.commit()
            return sheet

    def try_password(self, sheet: PasswordSheet, password: str, new: str) -> PasswordTrial:
        """Compare and hash. Slow on purpose; may be called from any thread."""
        return self._shop.access.tried(sheet, password, new)

    def password_changed(self, trial: PasswordTrial, console: str) -> Refusal | None:
        """Take the new password, or say why not; audited either way."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            refusal = self._shop.access.change_password(work, trial, console)
            self._waiting = self._done(work)
            return refusal

    def audit_refusals(self, refusals: Sequence[PeerRefused]) -> None:
        """Write who was kept out or put out into the audit log."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            for one in refusals:
                detail = {"key": one.key, "times": str(one.times)}
                audit_log.record(
                    work,
                    _NOBODY,
                    action="Connect",
                    entity=one.who,
                    outcome=one.reason,
                    detail=detail,
                )
            self._waiting = self._done(work)

    def introduced(self, source: str, promise: LinkClass, newest: int) -> None:
        """What a source said of itself with its HELLO; nothing is stored."""
        self._shop.links.introduced(source, promise, newest)

    def link_changed(
        self, source: str, up: bool, rtt_ms: float, offset_ms: float
    ) -> list[FeedItem]:
        """Note that a source's link went up or down, or its measured round trip."""
        links, now = self._shop.links, self._clock()
        try:
            with self._unit_of_work() as uow:
                work = Work(uow, now)
                link = links.changed(work, source, up=up, rtt_ms=rtt_ms, offset_ms=offset_ms)
                if up and rtt_ms > 0:  # or nothing was measured yet
                    self._shop.clocks.measured(work, source, offset_ms)
                items = self._done(work)
        except _STORE_FAILURES as error:
            # The consoles must know of a link that is down, whether that can be stored or not.
            self._shop.store.failed(error.code, now)
            link = links.seen(source, now, up=up, rtt_ms=rtt_ms, offset_ms=offset_ms)
            items = [_passing("LinkMeasured", Kind.LINK, source, link, now)]
        links.keep(link)
        return items

    def status(self) -> list[bytes]:
        """How the hub and its links are, as encoded facts; answered without the store."""
        now = self._clock()
        shop = self._shop
        health = shop.health.without_store(self._hub_epoch, now, shop.store.code)
        rows = [Fact(0, "HealthMeasured", now, Kind.HEALTH, "hub", health)]
        rows += [
            Fact(0, "LinkMeasured", now, Kind.LINK, link.source, link) for link in shop.links.all()
        ]
        return [encode(row) for row in rows]

    def tick(self, now: datetime) -> list[FeedItem]:
        """Time-driven work: link rates, health, clocks that ran out, upkeep of the store.

        Where the store does not take it, the health row says so and an alarm goes out unstored.
        """
        if self._told_at is not None and now - self._told_at < _HEALTH_EVERY:
            return self._ran_out(now) if self._any_over(now) else []
        self._told_at = now
        try:
            items, last_audit = self._measured(now)
        except _STORE_FAILURES as error:
            self._shop.store.failed(error.code, now)
            if self._loaded:
                # Clocks that ran out in what was undone are to run out again.
                self._loaded, self._load_from = False, now - _HEALTH_EVERY
            log.error("the store does not take writes: %s", error)
            return self._unstored(now)
        self._shop.health.care(now, last_audit)
        return items

    def _measured(self, now: datetime) -> tuple[list[FeedItem], AuditRow | None]:
        with self._unit_of_work() as uow:
            work = Work(uow, now)
            if not self._loaded:
                # Not at the start: reading every open case can wait until the sockets are open.
                cases = uow.cases.current(now)
                self._shop.due.load(cases, self._load_from or now)
                self._shop.cards.load(cases)
                self._loaded = True
            self._shop.due.ran_out(work)
            self._shop.transfers.run_out(work)
            self._shop.supervision.propose_due(work)
            self._shop.alarm_clock.run(work)
            well = self._shop.store.store(work)
            self._shop.tidying.tidy(uow, now)
            links = self._shop.links.refreshed(uow.marks, now)
            passing = [
                _passing("LinkMeasured", Kind.LINK, link.source, link, now) for link in links
            ]
            health = self._shop.health.now(uow, now, "" if well else self._shop.store.code)
            passing.append(_passing("HealthMeasured", Kind.HEALTH, "hub", health, now))
            passing += [
                _passing("WatcherSeen", Kind.WATCHER, console, watcher, now)
                for console, watcher in self._shop.watchers.news(now)
            ]
            last_audit = uow.audit.last()
            items = self._done(work)
        if well:
            self._shop.store.recovered()
        return [*items, *passing, *self._shop.store.told(now)], last_audit

    def _unstored(self, now: datetime) -> list[FeedItem]:
        """What the consoles are told while nothing can be stored."""
        health = self._shop.health.without_store(self._hub_epoch, now, self._shop.store.code)
        return [
            _passing("HealthMeasured", Kind.HEALTH, "hub", health, now),
            *self._shop.store.told(now),
        ]

    def _ran_out(self, now: datetime) -> list[FeedItem]:
        with self._unit_of_work() as uow:
            work = Work(uow, now)
            self._shop.due.ran_out(work)
            self._shop.transfers.run_out(work)
            return self._done(work)

    def _any_over(self, now: datetime) -> bool:
        return self._shop.due.any_due(now) or self._shop.transfers.any_over(now)

    def import_district(self, district: District, by: Actor = _SYSTEM) -> None:
        """Put a district in the place of the one before, in one audited transaction."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            uow.district.replace(district)
            audit_log.record(
                work, by, action="ImportDistrict", entity=district.info.code, outcome="OK"
            )
            self._waiting = self._done(work)

    def has_district(self) -> bool:
        """Whether a district was ever imported."""
        with self._unit_of_work() as uow:
            found = uow.district.info() is not None
            uow.commit()
            return found

    def has_users(self) -> bool:
        """Whether anybody may sign in yet; without, the first administrator is to be made."""
        with self._unit_of_work() as uow:
            found = any(True for _ in uow.users.all())
            uow.commit()
            return found

    def add_user(
        self,
        user: str,
        name: str,
        *,
        role: Role,
        password: str,
        street: str = "",
        by: Actor = _SYSTEM,
    ) -> None:
        """Add an account; raises `AccountRefused` where its name or password will not do."""
        with self._unit_of_work() as uow:
            work = Work(uow, self._clock())
            try:
                self._shop.people.create(work, User(user, name, role, street, ""), password)
            except Refused as no:
                profile = self._shop.access.rules.name
                raise AccountRefused(user=user, reason=no.refusal.value, profile=profile) from None
            detail = {"role": role.value, "street": street}
            audit_log.record(work, by, action="AddUser", entity=user, outcome="OK", detail=detail)
            self._waiting = self._done(work)


def _passing(name: str, kind: Kind, key: str, row: Row | None, now: datetime) -> FeedItem:
    return FeedItem(0, encode(Fact(0, name, now, kind, key, row)), urgent=False)


def _log_failure(error: BaseException) -> None:
    """Where it broke, without what it broke on: values may hold personal data."""
    cause = error.__cause__ or error
    frames = "".join(traceback.format_tb(cause.__traceback__))
    log.error("handler failed: %s\n%s", type(cause).__name__, frames)
