"""Who was let in and who was shut out: every change of the allow-list ends up in the audit log."""

from __future__ import annotations

from collections.abc import Sequence

from console.domain.access import Actor, Role
from console.services import audit_log
from console.services.records import AllowedKey
from console.services.work import Work

_SHOWN = 8
"""Characters of a public key that name it in the log."""


class KeyRegister:
    """Compares the allow-list with the one last seen, however and whenever it was changed."""

    def changed(self, work: Work, allowed: Sequence[AllowedKey]) -> None:
        """Audit what is new, changed or gone."""
        known = work.uow.keys.all()
        current = {one.key: one for one in allowed}
        for key, one in current.items():
            if key not in known:
                self._note(work, "KeyAllowed", one)
            elif known[key] != one:
                self._note(work, "KeyChanged", one)
        for key, one in known.items():
            if key not in current:
                self._note(work, "KeyRevoked", one)
        work.uow.keys.replace(current)

    def _note(self, work: Work, action: str, one: AllowedKey) -> None:
        detail = {"key": one.key[:_SHOWN], "kind": one.kind, "by": one.by}
        if one.roles:
            detail["roles"] = " ".join(one.roles)
        if one.not_after is not None:
            detail["until"] = one.not_after.isoformat()
        if action == "KeyRevoked":
            del detail["by"]  # who allowed it is not who shut it out
        actor = Actor("", "", Role.ADMINISTRATOR, "", "")
        audit_log.record(work, actor, action=action, entity=one.peer, outcome="OK", detail=detail)
