"""The links of the sources, as the consoles see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from console.domain.facts import Kind
from console.domain.link import Link, LinkClass, LinkState
from console.services.core import Accepted, SourceBatch
from console.services.ports import SourceMarks
from console.services.rate import Rate
from console.services.records import SourceMark
from console.services.work import Work


class Links:
    """Every source that is expected or was ever heard; up and down are known in memory only."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` are the sources that belong to this site, by id, as shown."""
        self._names = dict(names)
        self._links: dict[str, Link] = {}
        self._rates: dict[str, Rate] = {}
        self._lags: dict[str, float] = {}
        self._promises: dict[str, LinkClass] = {}
        self._newest: dict[str, int] = {}
        self._told: dict[str, Link] = {}

    def load(self, marks: SourceMarks) -> None:
        """Begin with what is stored: known sources are down until they say hello."""
        known = marks.newest()
        for source in {**self._names, **known}:
            mark = known.get(source)
            state = LinkState.DOWN if mark else LinkState.NEVER
            self._links[source] = self._with_mark(self._blank(source, state), mark)

    def expect(self, names: Mapping[str, str]) -> None:
        """These sources belong to the site too; one with an empty name is shown by its id."""
        self._names.update((source, name) for source, name in names.items() if name)
        for source in names:
            link = self._links.get(source) or self._blank(source, LinkState.NEVER)
            self._links[source] = replace(link, name=self._names.get(source, source))

    def _blank(self, source: str, state: LinkState) -> Link:
        return Link(source=source, name=self._names.get(source, source), state=state)

    def counted(self, source: str, at: datetime, count: int) -> None:
        """New events came."""
        self._rates.setdefault(source, Rate()).add(at, count)

    def introduced(self, source: str, promise: LinkClass, newest: int) -> None:
        """A source said hello: what it can promise, and the last number its spool holds."""
        self._promises[source] = promise
        self._newest[source] = newest

    def lagged(self, batches: Sequence[SourceBatch]) -> None:
        """Note how long the newest event of each batch was under way, the clocks' offset aside."""
        for batch in batches:
            self._newest[batch.source] = max(batch.newest, self._newest.get(batch.source, 0))
            newest = batch.items[-1] if batch.items else None
            if not isinstance(newest, Accepted) or newest.event.sent_at is None:
                continue
            link = self._links.get(batch.source)
            offset_ms = link.clock_offset_ms if link else 0.0
            way = newest.event.received_at - newest.event.sent_at
            lag_ms = way.total_seconds() * 1000 + offset_ms
            self._lags[batch.source] = float(max(0, round(lag_ms)))

    def changed(
        self, work: Work, source: str, *, up: bool, rtt_ms: float, offset_ms: float
    ) -> Link:
        """A link went up or down (a stored fact), or its round trip was measured again.

        The new row comes back, to be kept once the fact is durable.
        """
        known = self._links.get(source)
        link = self.seen(source, work.now, up=up, rtt_ms=rtt_ms, offset_ms=offset_ms)
        link = self._with_mark(link, work.uow.marks.newest().get(source))
        if known is None or known.state is not link.state:
            work.tell("LinkUp" if up else "LinkDown", Kind.LINK, source, link)
        return link

    def seen(
        self, source: str, now: datetime, *, up: bool, rtt_ms: float, offset_ms: float
    ) -> Link:
        """The link as it stands now, as far as it is known without the store."""
        link = self._links.get(source) or self._blank(source, LinkState.NEVER)
        state = LinkState.UP if up else LinkState.DOWN
        return replace(
            link,
            state=state,
            since=link.since if link.state is state else now,
            last_seen=now if up else link.last_seen,
            rtt_ms=rtt_ms,
            clock_offset_ms=offset_ms,
        )

    def keep(self, link: Link) -> None:
        """This is how the link stands now."""
        self._links[link.source] = link

    def refreshed(self, marks: SourceMarks, now: datetime) -> list[Link]:
        """Links whose figures changed since they were last told."""
        known = marks.newest()
        for source, mark in known.items():
            link = self._links.get(source) or self._blank(source, LinkState.DOWN)
            rate = self._rates.get(source)
            link = replace(
                link,
                rate=rate.per_second(now) if rate else 0.0,
                lag_ms=self._lags.get(source, link.lag_ms),
                waiting=max(0, self._newest.get(source, 0) - mark.acked),
                promise=self._promises.get(source, link.promise),
            )
            self._links[source] = self._with_mark(link, mark)
        fresh = [link for key, link in self._links.items() if self._told.get(key) != link]
        self._told.update((link.source, link) for link in fresh)
        return fresh

    def _with_mark(self, link: Link, mark: SourceMark | None) -> Link:
        if mark is None:
            return link
        return replace(
            link,
            last_seen=_later(link.last_seen, mark.seen_at),
            epoch=mark.epoch,
            acked=mark.acked,
            duplicates=mark.duplicates,
            quarantined=mark.quarantined,
            gaps=mark.gaps,
        )

    def all(self) -> list[Link]:
        """Every link."""
        return list(self._links.values())


def _later(a: datetime | None, b: datetime | None) -> datetime | None:
    return max((moment for moment in (a, b) if moment is not None), default=None)
