"""Write docs/manual/rights.md from the table the hub checks: `python -m tests.rights_page`."""

from __future__ import annotations

import sys
from pathlib import Path

from console.domain.access import Role
from console.domain.commands import COMMANDS
from console.domain.rights import Right, RightKind, rights

PAGE = Path(__file__).resolve().parents[1] / "docs" / "manual" / "rights.md"
_ROLES = {
    Role.OPERATOR: "operator 值班员",
    Role.SHIFT_LEADER: "shift leader 值班长",
    Role.COMMANDER: "commander 指挥长",
    Role.STREET_SEAT: "street seat 街道坐席",
    Role.VERIFIER: "verifier 核查员",
    Role.AUDITOR: "auditor 审计员",
    Role.ADMINISTRATOR: "administrator 管理员",
}
_TITLES = {
    RightKind.COMMAND: "Commands",
    RightKind.STEP: "Steps of a case (`AdvanceCase`)",
    RightKind.FIELD: "Fields that fewer may set than may give the command",
    RightKind.QUERY: "Questions",
}
_HEAD = """# Rights

Made from the table that the hub itself checks, by `python -m tests.rights_page`; a test compares
the two, and another gives every command in every role to a running hub. The window shows the same
table in its language: menu, *Rights*.

- A refused command or question is answered `NOT_ALLOWED` and stands in the audit log.
- A street seat may do what its column says to cases, alarms and units of **its own street** only.
- Auditors and administrators are sent no case; nobody is sent personal data in clear except through
  the question `personal_data`.
- Who handled a case may not verify it, whatever the role says.
"""


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for kind, title in _TITLES.items():
        rows = [right for right in rights() if right.kind is kind]
        heads = " | ".join(_ROLES[role] for role in Role)
        parts.append(f"\n## {title}\n\n| | {heads} |\n|---|{'---|' * len(Role)}\n")
        parts += [_row(right) for right in rows]
    return "".join(parts)


def _row(right: Right) -> str:
    marks = " | ".join("yes" if role in right.roles else "" for role in Role)
    words = (COMMANDS[right.name].__doc__ or "").split("\n")[0] if _is_command(right) else ""
    name = f"`{right.name}`" + (f" – {words}" if words else "")
    return f"| {name} | {marks} |\n"


def _is_command(right: Right) -> bool:
    return right.kind is RightKind.COMMAND


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.exit(0)
