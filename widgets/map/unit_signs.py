"""The one letter that stands for a kind of unit on the map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.unit import UnitKind


def unit_sign(kind: UnitKind) -> str:
    """One letter, or one character, for a kind of unit; no two kinds share one."""
    translate = QCoreApplication.translate
    signs = {
        UnitKind.PATROL: translate("UnitSigns", "P"),
        UnitKind.POLICE: translate("UnitSigns", "L"),
        UnitKind.FIRE: translate("UnitSigns", "F"),
        UnitKind.MEDICAL: translate("UnitSigns", "M"),
        UnitKind.TRAFFIC: translate("UnitSigns", "T"),
        UnitKind.CITY_MANAGEMENT: translate("UnitSigns", "C"),
        UnitKind.REPAIR: translate("UnitSigns", "R"),
        UnitKind.VOLUNTEERS: translate("UnitSigns", "V"),
        UnitKind.DEPARTMENT: translate("UnitSigns", "D"),
    }
    return signs[kind]
