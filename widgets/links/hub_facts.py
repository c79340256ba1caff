"""What the hub says of itself, as a strip of figures over its faults."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.client.store import Store
from console.domain.link import HubHealth
from widgets.i18n.texts import Texts
from widgets.links.health_words import HealthWords

_MIB = 1 << 20
_FIGURES = 8


class HubFacts(QWidget):
    """Eight figures in a row; under them a sentence for each fault."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._values = [QLabel("–") for _ in range(_FIGURES)]
        self.faults = QLabel()
        self.faults.setObjectName("fault")
        self.faults.setWordWrap(True)
        self.faults.hide()
        row = QHBoxLayout()
        row.setSpacing(24)
        for name, value in zip(self._names(), self._values, strict=True):
            words = QLabel(name)
            words.setObjectName("hint")
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(words)
            pair.addWidget(value)
            row.addLayout(pair)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.faults)

    def tick(self, now: datetime) -> None:
        """Follow the store."""
        health = self._store.health
        if health is None:
            return
        for label, text in zip(self._values, self._figures(health, now), strict=True):
            label.setText(text)
        words = "\n".join("■ " + one.sentence for one in HealthWords.ailments(health))
        self.faults.setText(words)
        self.faults.setVisible(bool(words))

    def figures(self) -> list[str]:
        """The figures shown."""
        return [label.text() for label in self._values]

    def _names(self) -> list[str]:
        return [
            self.tr("Hub runs"),
            self.tr("Consoles"),
            self.tr("Events"),
            self.tr("Events/s"),
            self.tr("Commit p99"),
            self.tr("Store + log"),
            self.tr("Disk free"),
            self.tr("Last backup"),
        ]

    def _figures(self, health: HubHealth, now: datetime) -> list[str]:
        backup = health.last_backup_at
        runs = max(0.0, (now - health.started_at).total_seconds())
        return [
            Texts.span(runs),
            str(health.consoles),
            f"{health.events_total:,}",
            f"{health.rate:.1f}",
            f"{health.commit_p99_ms:.1f} ms",
            self._store_size(health),
            HealthWords.free(health),
            Texts.ago(backup, now) if backup else self.tr("none yet"),
        ]

    @staticmethod
    def _store_size(health: HubHealth) -> str:
        """The log of a database server is not this store's alone."""
        store, log = health.database_bytes / _MIB, health.wal_bytes / _MIB
        return f"{store:.1f} MB" if health.server else f"{store:.1f} + {log:.1f} MB"
