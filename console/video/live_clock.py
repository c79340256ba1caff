"""Time stamps that keep a live stream live."""

from __future__ import annotations

TICKS = 90_000
_STEP = 90  # 1 ms


class LiveClock:
    """Maps a camera's time stamps (90 kHz ticks) to ones that follow the moment of arrival.

    A camera starts with a burst of buffered packets; a player that paces by their time stamps
    would stay that far behind for ever. Packets that come earlier than their stamps are therefore
    squeezed together, `slack` ticks ahead of the clock at most; packets that fall `lag` ticks
    behind, and jumps of the camera's clock, move the mapping forward.
    """

    def __init__(self, slack: int = TICKS // 25, lag: int = TICKS // 5) -> None:
        self._slack = slack
        self._lag = lag
        self._shift: int | None = None
        self._begin = 0.0
        self._last = -1

    def stamp(self, ticks: int, now: float) -> int:
        """The stamp for a packet with decoding time `ticks` that arrives at `now` (seconds).

        Stamps grow strictly from one call to the next.
        """
        if self._shift is None:
            self._begin = now
            self._shift = -ticks
        live = round((now - self._begin) * TICKS)
        stamped = ticks + self._shift
        if stamped > live + self._slack or stamped < live - self._lag:
            stamped = live
        stamped = max(stamped, self._last + _STEP)
        self._shift = stamped - ticks
        self._last = stamped
        return stamped
