"""Names of the roles."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.access import Role
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_ROLES: Mapping[Role, str] = {
    Role.OPERATOR: QT_TRANSLATE_NOOP("RoleWords", "Operator"),
    Role.SHIFT_LEADER: QT_TRANSLATE_NOOP("RoleWords", "Shift leader"),
    Role.COMMANDER: QT_TRANSLATE_NOOP("RoleWords", "Commander"),
    Role.STREET_SEAT: QT_TRANSLATE_NOOP("RoleWords", "Street seat"),
    Role.VERIFIER: QT_TRANSLATE_NOOP("RoleWords", "Verifier"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("RoleWords", "Auditor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("RoleWords", "Administrator"),
}


def role_words(role: Role) -> str:
    """The role in the language in force."""
    return QCoreApplication.translate("RoleWords", _ROLES[role])
