"""Commands and queries of a console that wait for their answers, over any number of connections."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

import msgspec

from console.bus import headers
from console.bus.frames import MAX_ITEM, Message, encode
from console.domain.result import CommandResult, ResultCode

REPEAT_S = 5.0

_CODES = {403: ResultCode.NOT_ALLOWED, 404: ResultCode.UNKNOWN_ENTITY, 500: ResultCode.INTERNAL}


class Entry(Enum):
    """What a result means for who sits at this console."""

    NONE = "nobody signed in"
    SAME = "the same person, with a new session"
    OTHER = "somebody else, who may see other things"


@dataclass(slots=True)
class _Waiting:
    """A request, the frames that ask it, when they were last sent, and rows got so far."""

    frames: list[bytes]
    needs_session: bool
    sent: bool = False
    sent_at: float = -REPEAT_S
    rows: list[bytes] = field(default_factory=list)


class Requests:
    """Repeats each command under the same id every 5 s until the hub answers it."""

    def __init__(
        self,
        token: str,
        console: str,
        on_result: Callable[[CommandResult], None],
        on_rows: Callable[[str, list[bytes]], None],
    ) -> None:
        self.token = token
        self.console = console
        self._on_result = on_result
        self._on_rows = on_rows
        self._waiting: dict[str, _Waiting] = {}
        self._signing_in: set[str] = set()
        self._sits = ("", "", "")

    def command(self, cmd_id: str, kind: str, args: bytes) -> None:
        """Add a command; one that is too large for the wire is answered INVALID here."""
        if len(args) > MAX_ITEM:
            self._on_result(CommandResult(cmd_id, ResultCode.INVALID, reason="TOO_LARGE"))
            return
        frames = encode("CMD", headers.Cmd(cmd_id, kind), [args])
        self._waiting[cmd_id] = _Waiting(frames, needs_session=True)

    def withdraw(self, cmd_id: str) -> None:
        """Take back a command that was never sent; one that may have reached the hub stays."""
        one = self._waiting.get(cmd_id)
        if one is not None and not one.sent:
            del self._waiting[cmd_id]
            self._on_result(CommandResult(cmd_id, ResultCode.WITHDRAWN))

    def query(self, query_id: str, name: str, args: bytes) -> None:
        """Add a query."""
        frames = encode("QUERY", headers.Query(query_id, name), [args])
        self._waiting[query_id] = _Waiting(frames, needs_session=True)

    def sign_in(self, cmd_id: str, user: str, password: str) -> None:
        """Add a sign-in; an earlier one that was not answered is forgotten."""
        for old in self._signing_in:
            self._waiting.pop(old, None)
        self._signing_in = {cmd_id}
        self._add_open(cmd_id, "SignIn", {"user": user, "password": password})

    def change_password(self, cmd_id: str, user: str, password: str, new: str) -> None:
        """Add a change of password; it carries the old one and so needs no session."""
        given = {"user": user, "password": password, "new": new}
        self._add_open(cmd_id, "ChangePassword", given)

    def _add_open(self, cmd_id: str, kind: str, given: dict[str, str]) -> None:
        frames = encode("CMD", headers.Cmd(cmd_id, kind), [msgspec.json.encode(given)])
        self._waiting[cmd_id] = _Waiting(frames, needs_session=False)

    def reconnected(self) -> None:
        """Nothing that was sent before counts; send all again."""
        for one in self._waiting.values():
            one.sent_at = -REPEAT_S
            one.rows = []

    def due(self, *, attached: bool) -> Iterator[list[bytes]]:
        """Frames to send now; each counts as sent."""
        now = time.monotonic()
        for one in self._waiting.values():
            if now - one.sent_at >= REPEAT_S and (attached or not one.needs_session):
                one.sent_at = now
                one.sent = True
                one.rows = []
                yield one.frames

    def on_result(self, message: Message) -> Entry:
        """Take in a RESULT; returns whether it signed us in, and as somebody else."""
        header = message.typed(headers.Result)
        if self._waiting.pop(header.cmd_id, None) is None:
            return Entry.NONE
        code = ResultCode(header.code)
        entry = Entry.NONE
        data = dict(header.data)
        if header.cmd_id in self._signing_in and code is ResultCode.OK:
            self.token = data.pop("token")
            sits = (data.get("user", ""), data.get("role", ""), data.get("street", ""))
            entry = Entry.SAME if sits == self._sits else Entry.OTHER
            self._sits = sits
        self._signing_in.discard(header.cmd_id)
        self._on_result(CommandResult(header.cmd_id, code, header.version, data, header.reason))
        return entry

    def on_rows(self, message: Message) -> None:
        """Take in a part of a query's rows; the last part completes it."""
        header = message.typed(headers.Rows)
        one = self._waiting.get(header.query_id)
        if one is None:
            return
        one.rows = [*one.rows, *message.items] if header.i else list(message.items)
        if header.last:
            del self._waiting[header.query_id]
            self._on_rows(header.query_id, one.rows)

    def on_refused(self, error: headers.Err) -> None:
        """Take in an ERR that names a request."""
        if self._waiting.pop(error.ref, None) is not None:
            code = _CODES.get(error.code, ResultCode.INVALID)
            self._on_result(CommandResult(error.ref, code, reason=error.reason))
