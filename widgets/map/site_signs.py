"""The one letter that stands for a kind of site on the map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.place import SiteKind


def site_sign(kind: SiteKind) -> str:
    """One letter, or one character, for a kind of site."""
    translate = QCoreApplication.translate
    signs = {
        SiteKind.SCHOOL: translate("SiteSigns", "S"),
        SiteKind.HOSPITAL: translate("SiteSigns", "H"),
        SiteKind.COMPOUND: translate("SiteSigns", "C"),
        SiteKind.ENTERPRISE: translate("SiteSigns", "E"),
        SiteKind.KEY_SITE: translate("SiteSigns", "K"),
        SiteKind.WATER_GAUGE: translate("SiteSigns", "W"),
        SiteKind.SMOKE_SENSOR: translate("SiteSigns", "F"),
        SiteKind.GAS_SENSOR: translate("SiteSigns", "G"),
    }
    return signs[kind]
