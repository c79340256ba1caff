"""One line of the table of links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.client.store import Store
from console.domain.link import ConsoleLink, Link, LinkClass, LinkState
from widgets.common.lamp import LampState
from widgets.freshness import Freshness
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.i18n.texts import Texts

NAME, STATE, SINCE, RATE, LAG, WAITING = range(6)
LAST, GAPS, DUPLICATES, QUARANTINED, OFFSET, TRIP = range(6, 12)
COLUMNS = (
    QT_TRANSLATE_NOOP("LinkLines", "Link"),
    QT_TRANSLATE_NOOP("LinkLines", "State"),
    QT_TRANSLATE_NOOP("LinkLines", "Since"),
    QT_TRANSLATE_NOOP("LinkLines", "Events/s"),
    QT_TRANSLATE_NOOP("LinkLines", "Lag"),
    QT_TRANSLATE_NOOP("LinkLines", "Waiting"),
    QT_TRANSLATE_NOOP("LinkLines", "Last number"),
    QT_TRANSLATE_NOOP("LinkLines", "Missing"),
    QT_TRANSLATE_NOOP("LinkLines", "Repeated"),
    QT_TRANSLATE_NOOP("LinkLines", "Refused"),
    QT_TRANSLATE_NOOP("LinkLines", "Clock offset"),
    QT_TRANSLATE_NOOP("LinkLines", "Round trip"),
)
LAG_MS = 5_000
"""From this lag on a link is conspicuous."""
OFFSET_MS = 1_000
"""From this difference of the clocks on a link is conspicuous."""
BEHIND = 1_000
"""A console that waits for so many facts, or a source with so many events, is conspicuous."""
OWN = "\0own"
"""Key of the line of the console's own feed."""
_STATES = {
    LinkState.UP: LampState.OK,
    LinkState.DOWN: LampState.BAD,
    LinkState.NEVER: LampState.OFF,
}


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Words by column, the lamp before the name, and the tokens of columns that stand out."""

    key: str
    lamp: LampState
    cells: tuple[str, ...]
    tones: Mapping[int, str] = field(default_factory=dict)


class LinkLines:
    """Makes the lines: the console's own feed, the sources, the consoles as the hub sees them."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("LinkLines", source)

    @classmethod
    def headers(cls) -> list[str]:
        """Titles of the columns."""
        return [LinkLines.tr(words) for words in COLUMNS]

    @classmethod
    def of(cls, store: Store, fresh: Freshness, now: datetime) -> list[LinkLine]:
        """All lines; what is down stands before what is up."""
        links = sorted(store.links.values(), key=lambda one: one.state is not LinkState.DOWN)
        lines = [cls._source(link, now, known=fresh.up) for link in links]
        attached = store.health.attached if store.health is not None else ()
        lines += [cls._console(one, now, known=fresh.up) for one in attached]
        return [cls._own(store, fresh, now), *lines]

    @classmethod
    def _console(cls, link: ConsoleLink, now: datetime, *, known: bool) -> LinkLine:
        cells = [LinkLines.tr("Console {name}").format(name=link.console)]
        cells += [LinkLines.tr("Up") if known else LinkLines.tr("Unknown")]
        cells += [cls._since(link.since, now), "–", "–", f"{link.behind:,}"]
        cells += ["–"] * (TRIP - len(cells))
        cells += [_trip(link.rtt_ms) if link.rtt_ms else "–"]
        lamp = LampState.OK if known else LampState.OFF
        tones = {WAITING: "warn_text"} if link.behind >= BEHIND else {}
        return LinkLine(f"\0{link.console}", lamp, tuple(cells), tones)

    @classmethod
    def _own(cls, store: Store, fresh: Freshness, now: datetime) -> LinkLine:
        link = fresh.link
        late = fresh.late_s() is not None
        lamp, state = LampState.OFF, LinkLines.tr("Connecting")
        if link is not None and link.up:
            lamp = LampState.WARN if late else LampState.OK
            state = LinkLines.tr("Late") if late else LinkLines.tr("Up")
        elif link is not None:
            lamp, state = LampState.BAD, cls._down(link.since, now)
        cells = [LinkLines.tr("This console, its feed"), state]
        cells += [cls._since(link.since if link else None, now), "–", cls._own_lag(fresh), "–"]
        cells += [f"{store.gseq:,}" if store.gseq else "–", "–", "–", "–"]
        cells += [_offset(link.offset_ms), _trip(link.rtt_ms)] if link else ["–", "–"]
        return LinkLine(OWN, lamp, tuple(cells), _tones(lamp, link.offset_ms if link else 0.0))

    @classmethod
    def _own_lag(cls, fresh: Freshness) -> str:
        age = fresh.late_s()
        return "–" if age is None else Texts.age(age)

    @classmethod
    def _source(cls, link: Link, now: datetime, *, known: bool) -> LinkLine:
        lamp = _STATES[link.state] if known else LampState.OFF
        state = {
            LinkState.UP: LinkLines.tr("Up") if known else LinkLines.tr("Unknown"),
            LinkState.DOWN: cls._down(link.since, now),
            LinkState.NEVER: LinkLines.tr("Never heard"),
        }[link.state]
        if link.state is LinkState.NEVER:
            return LinkLine(link.source, lamp, (link.name, state, *("–",) * (len(COLUMNS) - 2)))
        cells = (
            link.name,
            state,
            cls._since(link.since, now),
            f"{link.rate:.1f}",
            _lag(link.lag_ms),
            f"{link.waiting:,}" if link.state is LinkState.UP else LinkLines.tr("Unknown"),
            f"{link.acked:,}",
            cls._missing(link),
            f"{link.duplicates:,}",
            f"{link.quarantined:,}",
            _offset(link.clock_offset_ms),
            _trip(link.rtt_ms),
        )
        tones = _tones(lamp, link.clock_offset_ms)
        for column, odd in (
            (LAG, link.lag_ms >= LAG_MS),
            (WAITING, link.state is LinkState.UP and link.waiting >= BEHIND),
            (GAPS, link.gaps > 0 or link.promise is LinkClass.BEST_EFFORT),
            (QUARANTINED, link.quarantined > 0),
        ):
            if odd:
                tones[column] = "warn_text"
        return LinkLine(link.source, lamp, cells, tones)

    @staticmethod
    def _missing(link: Link) -> str:
        """How many events are known to be missing; of some sources nobody can know."""
        if link.promise is LinkClass.BEST_EFFORT:
            return LinkLines.tr("May lose")
        if link.promise is LinkClass.NO_GAP_DETECTION:
            return LinkLines.tr("Not told")
        return f"{link.gaps:,}"

    @classmethod
    def _down(cls, since: datetime | None, now: datetime) -> str:
        if since is None:
            return LinkLines.tr("Down")
        age = max(0.0, (now - since).total_seconds())
        return LinkLines.tr("Down {age}").format(age=Texts.rough(age))

    @staticmethod
    def _since(since: datetime | None, now: datetime) -> str:
        if since is None:
            return "–"
        day = since.astimezone().date() == now.astimezone().date()
        return Texts.clock(since) if day else Texts.short_clock(since, now)


def _tones(lamp: LampState, offset_ms: float) -> dict[int, str]:
    tones: dict[int, str] = {}
    if lamp is LampState.BAD:
        tones[NAME] = tones[STATE] = "bad_text"
    if abs(offset_ms) >= OFFSET_MS:
        tones[OFFSET] = "warn_text"
    return tones


def _lag(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else Texts.age(milliseconds / 1000)


def _offset(milliseconds: float) -> str:
    return f"{round(milliseconds):+d} ms" if round(milliseconds) else "0 ms"


def _trip(milliseconds: float) -> str:
    return f"{milliseconds:.1f} ms"
