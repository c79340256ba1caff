"""Session tokens and the people behind them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from console.domain.access import Actor, Role
from console.hub.config import SignedIn


class SignIns:
    """Tokens in memory: a hub that starts anew asks everybody to sign in again."""

    def __init__(self, sessions: Iterable[SignedIn]) -> None:
        self._actors = {
            one.token: Actor(one.user, one.name, Role(one.role), one.street, "") for one in sessions
        }

    def open(self, actor: Actor) -> str:
        """A new token for `actor`."""
        token = secrets.token_urlsafe(32)
        self._actors[token] = actor
        return token

    def actor(self, token: str, console: str) -> Actor | None:
        """The person behind `token`, now sitting at `console`."""
        found = self._actors.get(token)
        if found is None:
            return None
        return Actor(found.user, found.name, found.role, found.street, console)
