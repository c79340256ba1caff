"""Commands, queries and sign-ins of consoles: asked of the services, answered to the console."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from console.bus import headers, strict_json
from console.bus.frames import FrameError, chunks
from console.domain.access import Actor
from console.domain.refusal import Refusal
from console.errors import CommandRefused, NotAllowed
from console.hub.countersigns import COUNTERSIGN, Countersigns
from console.hub.door import Door, Letter, PeerGone
from console.hub.password_checks import PasswordChecks
from console.hub.sign_ins import SignIns
from console.services.core import (
    Admission,
    CommandResult,
    FeedItem,
    HubCore,
    PasswordTrial,
    ResultCode,
)

SIGN_IN = "SignIn"
CHANGE_PASSWORD = "ChangePassword"  # noqa: S105 the name of a command
STATUS = "status"
STATUS_ROLE = "status"
"""A key with this role may ask how the hub is, and nothing else."""

G = TypeVar("G", "_Credentials", "_NewPassword")

_log = logging.getLogger(__name__)


class _Credentials(msgspec.Struct, frozen=True):
    user: str
    password: str


class _NewPassword(msgspec.Struct, frozen=True):
    user: str
    password: str
    new: str


class Desk:
    """Answers what consoles ask. A fault in a service is an INTERNAL answer, not the hub's end."""

    def __init__(
        self,
        door: Door,
        core: HubCore,
        sign_ins: SignIns,
        passwords: PasswordChecks,
        publish: Callable[[Sequence[FeedItem]], None],
    ) -> None:
        self._door = door
        self._core = core
        self._sign_ins = sign_ins
        self._passwords = passwords
        self._publish = publish
        self._countersigns = Countersigns(door, core, passwords, publish, self._answer)

    def is_sign_in(self, letter: Letter) -> bool:
        """Whether a CMD is one that needs no session, because it carries a password."""
        return letter.message.typed(headers.Cmd).type in {SIGN_IN, CHANGE_PASSWORD}

    def sign_in(self, letter: Letter) -> None:
        """Have a password compared; the answer follows when that is done."""
        command = letter.message.typed(headers.Cmd)
        name = f"{letter.key} {command.cmd_id}"
        if command.type == SIGN_IN:
            waits = self._compare(letter, name, command.cmd_id)
        else:
            waits = self._try_new(letter, name, command.cmd_id)
        if not waits:
            raise FrameError(503, "BUSY")

    def _compare(self, letter: Letter, name: str, cmd_id: str) -> bool:
        given = _given(letter, _Credentials)
        credential = self._core.credential(given.user)
        return self._passwords.ask(
            name,
            lambda: self._core.matches(credential, given.password),
            lambda matched: self._signed_in(
                letter, cmd_id, given.user, credential, matched=matched
            ),
        )

    def _try_new(self, letter: Letter, name: str, cmd_id: str) -> bool:
        given = _given(letter, _NewPassword)
        sheet = self._core.password_sheet(given.user)
        return self._passwords.ask(
            name,
            lambda: self._core.try_password(sheet, given.password, given.new),
            lambda trial: self._password_changed(letter, cmd_id, trial),
        )

    def _signed_in(
        self, letter: Letter, cmd_id: str, user: str, credential: str, *, matched: bool
    ) -> None:
        """Answer with a session token, or NOT_ALLOWED."""
        admission = Admission(None, Refusal.SIGN_IN)
        try:
            if self._door.allowed(letter.key):
                admission = self._core.signed_in(user, credential, letter.peer.id, matched=matched)
        except Exception:
            _log.exception("signing in failed")
            admission = Admission(None, Refusal.INTERNAL)
        if admission.actor is None:
            self._answer(letter, _no(cmd_id, admission.refusal or Refusal.SIGN_IN))
        else:
            self._answer(
                letter, CommandResult(cmd_id, ResultCode.OK, data=self._enter(admission.actor))
            )

    def _enter(self, actor: Actor) -> dict[str, str]:
        """Open a session in the place of the one at that console; what the console is told."""
        token, before = self._sign_ins.open(actor)
        if before is not None and before.user != actor.user:
            self._core.signed_out(replace(before, console=actor.console))
        return {
            "token": token,
            "user": actor.user,
            "name": actor.name,
            "role": actor.role.value,
            "street": actor.street,
        }

    def _password_changed(self, letter: Letter, cmd_id: str, trial: PasswordTrial) -> None:
        refusal: Refusal | None = Refusal.SIGN_IN
        try:
            if self._door.allowed(letter.key):
                refusal = self._core.password_changed(trial, letter.peer.id)
        except Exception:
            _log.exception("changing a password failed")
            refusal = Refusal.INTERNAL
        result = CommandResult(cmd_id, ResultCode.OK) if refusal is None else _no(cmd_id, refusal)
        self._answer(letter, result)

    def command(self, letter: Letter, actor: Actor) -> None:
        """Have a command carried out; the facts it left go out before its result."""
        header = letter.message.typed(headers.Cmd)
        try:
            args = _arguments(letter)
            if header.type == COUNTERSIGN:
                self._countersigns.take(letter, header.cmd_id, args)
                return
        except FrameError as error:
            self._refuse(letter, error.code, error.reason, header.cmd_id)
            return
        items: list[FeedItem] = []
        try:
            result, items = self._core.command(actor, header.cmd_id, header.type, args)
        except Exception:
            _log.exception("command %s failed", header.type)
            result = CommandResult(header.cmd_id, ResultCode.INTERNAL)
        if items:
            self._publish(items)
        if "signed_out" in result.data:
            self._sign_ins.end(result.data["signed_out"])
        self._answer(letter, result)

    def query(self, letter: Letter, actor: Actor) -> None:
        """Answer a query with all its rows, in as many messages as they need."""
        header = letter.message.typed(headers.Query)
        try:
            rows = self._core.query(actor, header.name, _arguments(letter))
        except FrameError as error:
            self._refuse(letter, error.code, error.reason, header.query_id)
            return
        except NotAllowed as error:
            self._refuse(letter, 403, error.code, header.query_id)
            return
        except CommandRefused as error:
            self._refuse(letter, 422, error.code, header.query_id)
            return
        except Exception:
            _log.exception("query %s failed", header.name)
            self._refuse(letter, 500, "INTERNAL", header.query_id)
            return
        self._send_rows(letter, header.query_id, rows)

    def status(self, letter: Letter) -> None:
        """Answer how the hub and its links are, to a key that may know; no session is needed."""
        header = letter.message.typed(headers.Query)
        if header.name == STATUS:
            self._send_rows(letter, header.query_id, self._core.status())
        else:
            self._refuse(letter, 403, "NOT_ALLOWED", header.query_id)

    def _send_rows(self, letter: Letter, query_id: str, rows: list[bytes]) -> None:
        pieces = chunks(rows) or [[]]
        for i, piece in enumerate(pieces):
            last = i == len(pieces) - 1
            self._door.send(letter.route, "ROWS", headers.Rows(query_id, i, last), piece)

    def _refuse(self, letter: Letter, code: int, reason: str, ref: str) -> None:
        self._door.refuse(letter.route, letter.key, code, reason, ref)

    def _answer(self, letter: Letter, result: CommandResult) -> None:
        header = headers.Result(
            result.cmd_id, result.code.value, result.version, result.data, result.reason
        )
        with contextlib.suppress(PeerGone):
            self._door.send(letter.route, "RESULT", header)


def _given(letter: Letter, kind: type[G]) -> G:
    try:
        return msgspec.json.decode(_arguments(letter), type=kind)
    except msgspec.MsgspecError:
        raise FrameError(400, "BAD_FRAME") from None


def _no(cmd_id: str, refusal: Refusal) -> CommandResult:
    code = ResultCode.INTERNAL if refusal is Refusal.INTERNAL else ResultCode.NOT_ALLOWED
    return CommandResult(cmd_id, code, reason=refusal.value)


def _arguments(letter: Letter) -> bytes:
    if len(letter.message.items) != 1:
        raise FrameError(400, "BAD_FRAME")
    args = letter.message.items[0]
    try:
        strict_json.check(args)
    except strict_json.NotStrict:
        raise FrameError(400, "BAD_FRAME") from None
    return args
