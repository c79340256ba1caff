"""Why somebody is recommended, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.candidate import Candidate
from console.domain.office import OfficeKind
from console.domain.recommendation import STALE_S
from console.domain.unit import Unit, UnitStatus
from console.domain.unit_fit import Fit
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts

_FREE = (UnitStatus.ON_PATROL, UnitStatus.STANDBY)


class ReasonWords:
    """Short reasons, the weightiest first."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("ReasonWords", source)

    @classmethod
    def reasons(cls, one: Candidate) -> str:
        """All reasons of a candidate on one line."""
        parts = cls._of_unit(one, one.unit) if one.unit is not None else [cls._of_office(one)]
        if one.here:
            parts.insert(0, ReasonWords.tr("on this case already"))
        return " · ".join(part for part in parts if part)

    @classmethod
    def kind(cls, one: Candidate) -> str:
        """What kind of unit or office it is."""
        if one.unit is not None:
            return Terms.unit_kind(one.unit.kind)
        kinds = {
            OfficeKind.GRID: ReasonWords.tr("Grid team"),
            OfficeKind.COMMUNITY: ReasonWords.tr("Community"),
            OfficeKind.STREET: ReasonWords.tr("Street"),
            OfficeKind.DEPARTMENT: ReasonWords.tr("Department"),
        }
        return kinds[one.office.kind] if one.office is not None else ""

    @classmethod
    def _of_unit(cls, one: Candidate, unit: Unit) -> list[str]:
        return [
            cls._fit(one.fit),
            cls._duty(unit.status),
            ReasonWords.tr("{count} open cases").format(count=one.load) if one.load else "",
            cls._age(one.age_s),
            ReasonWords.tr("sent back {count}").format(count=unit.returns) if unit.returns else "",
        ]

    @classmethod
    def _fit(cls, fit: Fit) -> str:
        words = {
            Fit.MADE: ReasonWords.tr("made for it"),
            Fit.HELPS: ReasonWords.tr("can help"),
            Fit.NEITHER: ReasonWords.tr("other field"),
        }
        return words[fit]

    @classmethod
    def _duty(cls, status: UnitStatus) -> str:
        if status in _FREE:
            return ReasonWords.tr("free, {status}").format(status=Terms.unit_status(status).lower())
        if status is UnitStatus.OFF_DUTY:
            return Terms.unit_status(status)
        return ReasonWords.tr("busy, {status}").format(status=Terms.unit_status(status).lower())

    @classmethod
    def _age(cls, age_s: float | None) -> str:
        if age_s is None:
            return ReasonWords.tr("position never reported")
        age = Texts.rough(age_s)
        if age_s > STALE_S:
            return ReasonWords.tr("position {age} old!").format(age=age)
        return ReasonWords.tr("position {age} ago").format(age=age)

    @classmethod
    def _of_office(cls, one: Candidate) -> str:
        words = {
            OfficeKind.GRID: ReasonWords.tr("the place's own team"),
            OfficeKind.COMMUNITY: ReasonWords.tr("the place's community"),
            OfficeKind.STREET: ReasonWords.tr("the place's street"),
            OfficeKind.DEPARTMENT: ReasonWords.tr("lead or helper by case type"),
        }
        return words[one.office.kind] if one.office is not None else ""
