"""What an operator has to know of the links at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from console.client.store import Store
from console.domain.link import Link, LinkState
from widgets.i18n.texts import Texts
from widgets.links.health_words import HealthWords

GRACE = timedelta(seconds=10)
"""A hub that was just started waits so long for the sources it knows."""
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Trouble:
    """A link that is down, or a fault of the hub; `key` is another one the next time it happens."""

    key: str
    words: str
    is_link: bool = False


class Troubles:
    """Finds them in the store."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Troubles", source)

    @classmethod
    def of(cls, store: Store, now: datetime) -> list[Trouble]:
        """All there are, faults of the hub first, then links, the longest down first."""
        found = [Trouble(one.key, one.sentence) for one in HealthWords.ailments(store.health)]
        down = [link for link in store.links.values() if cls._counts(link, store, now)]
        down.sort(key=lambda link: link.since or datetime.min.replace(tzinfo=now.tzinfo))
        for link in down:
            age = (now - link.since).total_seconds() if link.since else None
            words = link.name if age is None else f"{link.name} {Texts.rough(max(0.0, age))}"
            found.append(Trouble(f"{link.source} {link.since}", words, is_link=True))
        return found

    @staticmethod
    def _counts(link: Link, store: Store, now: datetime) -> bool:
        if link.state is not LinkState.DOWN:
            return False
        health = store.health
        return link.since is not None or health is None or now - health.started_at >= GRACE

    @classmethod
    def sentence(cls, troubles: Iterable[Trouble]) -> str:
        """One line for all of them."""
        parts = [one.words for one in troubles if not one.is_link]
        names = [one.words for one in troubles if one.is_link]
        if names:
            shown = Troubles.tr(", ").join(names[:_MOST_NAMES])
            if len(names) > _MOST_NAMES:
                shown += Troubles.tr(" and {count} more").format(count=len(names) - _MOST_NAMES)
            words = Troubles.tr("No connection to {names}. Nothing new comes from there.")
            parts.append(words.format(names=shown))
        return "  ".join(parts)
