"""Signing in at the hub before there is a window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from console.bus.feed_client import FeedClient
from console.bus.keys import KeyPair
from console.domain.access import Role
from console.domain.refusal import Refusal
from console.domain.result import CommandResult, ResultCode

ANSWER_S = 8.0


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted sign-in; `token` opens the feed."""

    user: str
    name: str
    role: Role
    street: str
    token: str = field(repr=False)


class Door:
    """Asks one hub, as one console, who somebody is.

    `refusal` is why the last question was answered with no; None also where nothing was answered.
    """

    def __init__(self, endpoint: str, server_key: str, pair: KeyPair, console: str) -> None:
        self._endpoint = endpoint
        self._server_key = server_key
        self._pair = pair
        self._console = console
        self.refusal: Refusal | None = None

    def sign_in(self, user: str, password: str) -> Entry | None:
        """The entry of a name and password; None where the hub refuses or does not answer."""
        answer, token = self._ask(lambda client: client.sign_in(user, password))
        if answer is None:
            return None
        data = answer.data
        return Entry(data["user"], data["name"], Role(data["role"]), data["street"], token)

    def change_password(self, user: str, password: str, new: str) -> bool:
        """Whether the hub took the new password."""
        answer, _ = self._ask(lambda client: client.change_password(user, password, new))
        return answer is not None

    def _ask(self, ask: Callable[[FeedClient], str]) -> tuple[CommandResult | None, str]:
        """The answer where it is yes, and the token that came with it."""
        answers: list[CommandResult] = []
        answered = threading.Event()

        def take(result: CommandResult) -> None:
            answers.append(result)
            answered.set()

        client = FeedClient(
            [self._endpoint],
            self._server_key,
            self._pair.public,
            self._pair.secret,
            "",
            self._console,
            on_snapshot=lambda *_: None,
            on_facts=lambda *_: None,
            on_result=take,
            on_rows=lambda *_: None,
            on_link=lambda *_: None,
        )
        client.start()
        try:
            ask(client)
            answered.wait(ANSWER_S)
        finally:
            client.close()
        self.refusal = None
        if not answers or answers[0].code is not ResultCode.OK:
            self.refusal = Refusal(answers[0].reason) if answers else None
            return None, ""
        return answers[0], client.token
