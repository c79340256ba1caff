"""A command by somebody else at the same console, who signs in for this one command alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import msgspec

from console.bus import strict_json
from console.bus.frames import FrameError
from console.domain.handover_commands import SignHandover
from console.domain.refusal import Refusal
from console.hub.door import Door, Letter
from console.hub.password_checks import PasswordChecks
from console.services.core import CommandResult, FeedItem, HubCore, ResultCode

COUNTERSIGN = "Countersign"

_KINDS = frozenset({SignHandover.__name__})
"""Commands that two people give at one console."""

_log = logging.getLogger(__name__)


class _Countersigned(msgspec.Struct, frozen=True):
    user: str
    password: str
    type: str
    args: msgspec.Raw


class Countersigns:
    """Compares the password beside the loop, counts failures as a sign-in does, then acts.

    No session comes of it: the console stays with whoever sits there.
    """

    def __init__(
        self,
        door: Door,
        core: HubCore,
        passwords: PasswordChecks,
        publish: Callable[[Sequence[FeedItem]], None],
        answer: Callable[[Letter, CommandResult], None],
    ) -> None:
        self._door = door
        self._core = core
        self._passwords = passwords
        self._publish = publish
        self._answer = answer

    def take(self, letter: Letter, cmd_id: str, data: bytes) -> None:
        """Have the password compared; the command follows when that is done."""
        try:
            strict_json.check(data)
            given = msgspec.json.decode(data, type=_Countersigned)
        except (strict_json.NotStrict, msgspec.MsgspecError):
            raise FrameError(400, "BAD_FRAME") from None
        if given.type not in _KINDS:
            raise FrameError(403, "NOT_ALLOWED")
        credential = self._core.credential(given.user)
        waits = self._passwords.ask(
            f"{letter.key} {cmd_id}",
            lambda: self._core.matches(credential, given.password),
            lambda matched: self._compared(letter, cmd_id, given, credential, matched=matched),
        )
        if not waits:
            raise FrameError(503, "BUSY")

    def _compared(
        self, letter: Letter, cmd_id: str, given: _Countersigned, credential: str, *, matched: bool
    ) -> None:
        result = _no(cmd_id, Refusal.SIGN_IN)
        items: list[FeedItem] = []
        try:
            if self._door.allowed(letter.key):
                console = letter.peer.id
                admission = self._core.signed_in(given.user, credential, console, matched=matched)
                if admission.actor is not None:
                    args = bytes(given.args)
                    result, items = self._core.command(admission.actor, cmd_id, given.type, args)
                elif admission.refusal is not None:
                    result = _no(cmd_id, admission.refusal)
        except Exception:
            _log.exception("countersigned %s failed", given.type)
            result = CommandResult(cmd_id, ResultCode.INTERNAL)
        if items:
            self._publish(items)
        self._answer(letter, result)


def _no(cmd_id: str, refusal: Refusal) -> CommandResult:
    return CommandResult(cmd_id, ResultCode.NOT_ALLOWED, reason=refusal.value)
