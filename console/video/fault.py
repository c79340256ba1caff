"""Why a camera does not play, as a state and a short code.

Error texts of libraries are never used: they contain the address with the password.
"""

from __future__ import annotations

import errno

from av import error as av_error

from console.video.player import NoPicture
from console.video.types import TileState

_CODES = {
    errno.ECONNREFUSED: "refused",
    errno.ETIMEDOUT: "timeout",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETUNREACH: "unreachable",
    errno.ECONNRESET: "reset",
    errno.EPIPE: "player",
    errno.ENOENT: "not_found",
}


class StreamEnded(Exception):
    """The camera closed the connection, or the file is at its end."""


class NoVideo(Exception):
    """There is an answer, but no video stream in it."""


_KINDS: tuple[tuple[type[BaseException], TileState, str], ...] = (
    (av_error.HTTPUnauthorizedError, TileState.REFUSED, "401"),
    (av_error.HTTPForbiddenError, TileState.REFUSED, "403"),
    (av_error.HTTPNotFoundError, TileState.GONE, "404"),
    (av_error.HTTPClientError, TileState.GONE, "http"),
    (av_error.HTTPServerError, TileState.GONE, "http"),
    (NoPicture, TileState.NO_PICTURE, "no_picture"),
    (NoVideo, TileState.NO_PICTURE, "no_picture"),
    (av_error.InvalidDataError, TileState.NO_PICTURE, "no_picture"),
    (av_error.ExitError, TileState.GONE, "timeout"),
    (StreamEnded, TileState.GONE, "ended"),
    (av_error.EOFError, TileState.GONE, "ended"),
)


def explain(error: BaseException) -> tuple[TileState, str]:
    """The tile's state and the reason code for an error met while playing."""
    for kind, state, reason in _KINDS:
        if isinstance(error, kind):
            return state, reason
    return TileState.GONE, _CODES.get(getattr(error, "errno", None) or 0, "error")
