"""What ails the hub, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.domain.link import HubHealth

_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Ailment:
    """One fault of the hub: a fixed word, what a lamp says, and what it means and asks for."""

    key: str
    lamp: str
    sentence: str


class HealthWords:
    """Sentences for the flags of `HubHealth`, the worst first."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("HealthWords", source)

    @classmethod
    def free(cls, health: HubHealth) -> str:
        """Room left on the hub's disk."""
        return HealthWords.tr("{size} GB free").format(size=f"{health.disk_free_bytes / _GIB:.1f}")

    @classmethod
    def ailments(cls, health: HubHealth | None) -> list[Ailment]:
        """Everything that is wrong."""
        if health is None:
            return []
        found = []
        if health.write_failed:
            words = HealthWords.tr(
                "The hub can store nothing ({code}). The sources keep their events; commands are "
                "refused until it can."
            ).format(code=health.write_failed)
            found.append(Ailment("write_failed", HealthWords.tr("Storing fails"), words))
        if health.disk_low:
            free = cls.free(health)
            words = HealthWords.tr("The hub's disk is almost full: {free}. Make room now.")
            lamp = HealthWords.tr("Disk {free}").format(free=free)
            found.append(Ailment("disk_low", lamp, words.format(free=free)))
        if health.audit_fault:
            words = HealthWords.tr(
                "The audit log has lost rows. Tell the administrator and the auditor."
            )
            found.append(Ailment("audit_fault", HealthWords.tr("Audit log damaged"), words))
        if health.backup_failed:
            words = HealthWords.tr(
                "The last backup failed ({code}). Tell the administrator; the hub tries again."
            ).format(code=health.backup_failed)
            found.append(Ailment("backup_failed", HealthWords.tr("Backup failed"), words))
        return found
