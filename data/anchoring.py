"""Keeps the newest anchor of the audit log up to date while the hub runs."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from console.services.records import AuditMark, AuditRow

if TYPE_CHECKING:
    from data.audit_anchor import Anchorage

ANCHOR_EVERY = timedelta(minutes=1)

log = logging.getLogger(__name__)


class Anchoring:
    """Signs the end of the log once a minute where it grew, and when the hub ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._anchorage: Anchorage | None = None
        self._last: AuditRow | None = None
        self._kept = 0
        self._kept_at: datetime | None = None
        self.fault = False
        """Whether the log is shorter than the anchor says; then the anchor stays as evidence."""

    def care(self, now: datetime, last: AuditRow | None) -> None:
        """Keep an anchor where one is due; raises `OSError`."""
        self._last = last
        if self._kept_at is None or now - self._kept_at >= ANCHOR_EVERY:
            self._kept_at = now
            self._keep(now)

    def mark(self) -> AuditMark | None:
        """What the newest anchor vouches for; None before there is one."""
        anchor = self._anchorage.newest() if self._anchorage is not None else None
        return AuditMark(anchor.sequence, anchor.sha256, anchor.at) if anchor else None

    def close(self, now: datetime) -> None:
        """Keep a last one; raises `OSError`."""
        self._keep(now)

    def _keep(self, now: datetime) -> None:
        last = self._last
        if self._anchorage is None:
            # The signing library takes a moment to load: not while the hub starts.
            self._anchorage = import_module("data.audit_anchor").Anchorage(self._folder)
            newest = self._anchorage.newest()
            self._kept = newest.sequence if newest else 0
        sequence = last.sequence if last else 0
        if sequence < self._kept and not self.fault:
            self.fault = True
            log.error("the audit log ends at %d, but once reached %d", sequence, self._kept)
        if last is not None and sequence > self._kept and not self.fault:
            self._anchorage.keep(self._anchorage.sign(last, now))
            self._kept = sequence
