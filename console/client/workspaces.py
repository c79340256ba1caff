"""The five areas of the centre as five views over the one queue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from console.client.case_filter import CaseFilter
from console.domain.case import CaseSource


class Workspace(StrEnum):
    """In the order of Ctrl+1 to Ctrl+5."""

    COMMAND = "command"
    PETITIONS = "petitions"
    LEGAL_AID = "legal_aid"
    MEDIATION = "mediation"
    GRIDS = "grids"


AREAS: Mapping[Workspace, tuple[CaseFilter, ...]] = {
    Workspace.COMMAND: (),
    Workspace.PETITIONS: (CaseFilter(types=("F",)), CaseFilter(sources=(CaseSource.WINDOW,))),
    Workspace.LEGAL_AID: (CaseFilter(types=("E04", "E05", "E07")),),
    Workspace.MEDIATION: (CaseFilter(types=("E",)),),
    Workspace.GRIDS: (CaseFilter(sources=(CaseSource.GRID_APP,)), CaseFilter(types=("G",))),
}
"""A case belongs to a workspace when one of its filters lets it pass; to the first one always."""
