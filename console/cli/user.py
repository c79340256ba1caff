"""`user add`: an account for somebody who works here."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from datetime import UTC, datetime

from console.cli.folders import folders_for
from console.cli.parser import Text
from console.config import RESOURCES, load_settings
from console.domain.access import Role
from data.opened_core import OpenedCore


def user(arguments: Namespace, _: Text) -> int:
    """Add an account to the site, its password asked twice or read from standard input."""
    if sys.stdin.isatty():
        password = getpass.getpass(_("Password: "))
        if getpass.getpass(_("Once more: ")) != password:
            print(_("The two differ. Nothing was changed."), file=sys.stderr)
            return 1
    else:
        password = sys.stdin.readline().rstrip("\n")
    folders = folders_for(arguments, "site")
    settings = load_settings(folders.settings)
    with OpenedCore(
        folders.data,
        RESOURCES,
        lambda: datetime.now(UTC),
        server=settings.database,
        password_rules=settings.access.rules,
    ) as opened:
        opened.core.add_user(
            arguments.user,
            arguments.name or arguments.user,
            role=Role(arguments.role),
            password=password,
            street=arguments.street,
        )
    print(_("Added {user} as {role}.").format(user=arguments.user, role=arguments.role))
    return 0
