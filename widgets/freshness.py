"""How fresh what the window shows is: link state and the moment the hub was last heard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from console.client.link_status import LinkStatus
from widgets.common.ticker import Now

LATE_S = 3.0
"""Without a sign of life for so long, data counts as late."""


class Freshness(QObject):
    """Follows the link. Times are those of this machine."""

    changed = Signal()

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._link: LinkStatus | None = None
        self._heard_at: datetime | None = None

    @property
    def link(self) -> LinkStatus | None:
        """The link, None before anything was heard of it."""
        return self._link

    @property
    def heard_at(self) -> datetime | None:
        """When the hub was last heard."""
        return self._heard_at

    @property
    def up(self) -> bool:
        """Whether the feed is up."""
        return self._link is not None and self._link.up

    def hear(self) -> None:
        """The hub said something just now."""
        self._heard_at = self._now()

    def take_link(self, link: LinkStatus) -> None:
        """The link changed."""
        self._link = link
        if link.up:
            self.hear()
        self.changed.emit()

    def age_s(self) -> float | None:
        """Seconds since the hub was last heard; None before the first time."""
        if self._heard_at is None:
            return None
        return max(0.0, (self._now() - self._heard_at).total_seconds())

    def late_s(self) -> float | None:
        """Age of the data in seconds where that is worth saying, else None."""
        age = self.age_s()
        if age is None:
            return None
        return age if age >= LATE_S or not self.up else None
