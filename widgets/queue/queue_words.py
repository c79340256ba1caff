"""Names of orders and workspaces."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.client.case_listing import CaseOrder
from console.client.workspaces import Workspace
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_ORDERS: Mapping[CaseOrder, str] = {
    CaseOrder.LEVEL: QT_TRANSLATE_NOOP("QueueWords", "By level"),
    CaseOrder.DEADLINE: QT_TRANSLATE_NOOP("QueueWords", "By deadline"),
    CaseOrder.NEWEST: QT_TRANSLATE_NOOP("QueueWords", "Newest first"),
    CaseOrder.CHANGED: QT_TRANSLATE_NOOP("QueueWords", "Last changed"),
}
_WORKSPACES: Mapping[Workspace, str] = {
    Workspace.COMMAND: QT_TRANSLATE_NOOP("QueueWords", "Command and dispatch"),
    Workspace.PETITIONS: QT_TRANSLATE_NOOP("QueueWords", "Petition reception"),
    Workspace.LEGAL_AID: QT_TRANSLATE_NOOP("QueueWords", "Legal aid"),
    Workspace.MEDIATION: QT_TRANSLATE_NOOP("QueueWords", "Mediation"),
    Workspace.GRIDS: QT_TRANSLATE_NOOP("QueueWords", "Grid management"),
}


def order_words(order: CaseOrder) -> str:
    """Name of an order."""
    return QCoreApplication.translate("QueueWords", _ORDERS[order])


def workspace_words(workspace: Workspace) -> str:
    """Name of a workspace."""
    return QCoreApplication.translate("QueueWords", _WORKSPACES[workspace])
