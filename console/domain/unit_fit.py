"""Which kind of unit is made for which type of case."""

from __future__ import annotations

from enum import StrEnum

from console.domain.unit import UnitKind

_K = UnitKind


class Fit(StrEnum):
    """How well a unit's kind suits a case: made for it, of help, or neither."""

    MADE = "made"
    HELPS = "helps"
    NEITHER = "neither"


_KINDS: dict[str, tuple[frozenset[UnitKind], frozenset[UnitKind]]] = {
    "A": (frozenset({_K.POLICE}), frozenset({_K.PATROL})),
    "A01": (frozenset({_K.PATROL, _K.VOLUNTEERS}), frozenset({_K.POLICE})),
    "A04": (frozenset({_K.PATROL}), frozenset({_K.CITY_MANAGEMENT, _K.POLICE})),
    "B": (frozenset({_K.FIRE}), frozenset({_K.PATROL, _K.MEDICAL, _K.DEPARTMENT})),
    "C": (frozenset({_K.REPAIR, _K.FIRE}), frozenset({_K.PATROL, _K.TRAFFIC, _K.VOLUNTEERS})),
    "C01": (frozenset({_K.REPAIR, _K.TRAFFIC}), frozenset({_K.FIRE, _K.PATROL})),
    "D": (frozenset({_K.REPAIR}), frozenset({_K.CITY_MANAGEMENT, _K.PATROL})),
    "D05": (frozenset({_K.REPAIR, _K.CITY_MANAGEMENT}), frozenset({_K.TRAFFIC, _K.PATROL})),
    "E": (frozenset({_K.DEPARTMENT}), frozenset({_K.PATROL, _K.POLICE})),
    "F": (frozenset({_K.DEPARTMENT}), frozenset({_K.PATROL})),
    "G": (frozenset({_K.VOLUNTEERS}), frozenset({_K.PATROL, _K.DEPARTMENT})),
    "G02": (frozenset({_K.MEDICAL}), frozenset({_K.PATROL, _K.VOLUNTEERS})),
    "H": (frozenset({_K.TRAFFIC, _K.POLICE}), frozenset({_K.PATROL, _K.VOLUNTEERS})),
    "I": (frozenset({_K.MEDICAL}), frozenset({_K.DEPARTMENT, _K.CITY_MANAGEMENT})),
    "J": (frozenset({_K.TRAFFIC}), frozenset({_K.POLICE, _K.PATROL})),
    "K": (frozenset({_K.POLICE, _K.PATROL}), frozenset({_K.TRAFFIC, _K.MEDICAL, _K.VOLUNTEERS})),
}
"""By case type, or by its group's letter where the type is not listed: made for it, of help."""


def fit(case_type: str, kind: UnitKind) -> Fit:
    """How well units of `kind` suit cases of `case_type`."""
    made, helps = _KINDS.get(case_type) or _KINDS.get(case_type[:1]) or (frozenset(), frozenset())
    if kind in made:
        return Fit.MADE
    return Fit.HELPS if kind in helps else Fit.NEITHER
