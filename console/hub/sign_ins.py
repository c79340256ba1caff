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

        self._at: dict[str, str] = {}

    def open(self, actor: Actor) -> tuple[str, Actor | None]:
        """A new token for `actor`, and who sat at that console until now: their token is void."""
        token = secrets.token_urlsafe(32)
        before = self._actors.pop(self._at.pop(actor.console, ""), None)
        self._actors[token] = actor
        self._at[actor.console] = token
        return token, before

    def actor(self, token: str, console: str) -> Actor | None:
        """The person behind `token`, now sitting at `console`."""
        found = self._actors.get(token)
        if found is None:
            return None
        self._at[console] = token
        return Actor(found.user, found.name, found.role, found.street, console)

    def valid(self, token: str) -> bool:
        """Whether `token` still stands for somebody."""
        return token in self._actors

    def end(self, user: str) -> None:
        """Void every token of an account."""
        self._actors = {token: actor for token, actor in self._actors.items() if actor.user != user}
