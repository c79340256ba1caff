"""A fleet without players: pictures are drawn into bytearrays, states are set by the test."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF

from console.video.types import Engine, Frame, Stream, TileState, TileStatus


class FakeFleet:
    """Shows what it is told. `shown` holds the newest request per player, `calls` all of them."""

    def __init__(self, engine: Engine = Engine.FFMPEG) -> None:
        self.engine = engine
        self.shown: dict[int, tuple[Stream, int, int]] = {}
        self.calls: list[tuple[int, Stream | None, int, int]] = []
        self.pixels: dict[int, bytearray] = {}
        self.sizes: dict[int, tuple[int, int]] = {}
        self.sequences: dict[int, int] = {}
        self.states: dict[int, TileStatus] = {}
        self.autoplay = True
        """Whether a picture is there as soon as a stream is asked for."""
        self.looks = 0
        """How often a picture was asked for."""

    def show(self, tile: int, stream: Stream | None, width: int, height: int) -> None:
        self.calls.append((tile, stream, width, height))
        before = self.shown.pop(tile, None)
        if stream is None:
            for kept in (self.pixels, self.sizes, self.sequences, self.states):
                kept.pop(tile, None)
            return
        self.shown[tile] = (stream, width, height)
        if before is None or before[0] != stream:
            self.pixels.pop(tile, None)
            self.say(tile, TileState.CONNECTING, attempt=1, frame_age_ms=None)
        if self.autoplay:
            self.play(tile)

    def sequence(self, tile: int) -> int:
        return self.sequences.get(tile, 0)

    def frame(self, tile: int) -> Frame | None:
        self.looks += 1
        pixels = self.pixels.get(tile)
        if pixels is None:
            return None
        width, height = self.sizes[tile]
        return Frame(
            memoryview(pixels), width, height, width * 4, self.sequences[tile], time.monotonic()
        )

    def status(self, tile: int) -> TileStatus:
        return self.states.get(tile, TileStatus(TileState.IDLE, datetime.now(UTC)))

    def say(self, tile: int, state: TileState, **changes: object) -> None:
        """Give a player a state."""
        status = self.states.get(tile) or TileStatus(state, datetime.now(UTC))
        self.states[tile] = replace(status, state=state, since=datetime.now(UTC), **changes)  # type: ignore[arg-type]

    def play(self, tile: int, color: QColor | None = None) -> None:
        """Draw the next picture of a player; with a colour, plain."""
        stream, width, height = self.shown[tile]
        self.sequences[tile] = self.sequences.get(tile, 0) + 1
        image = street(width, height, int(stream.camera[-4:])) if color is None else None
        if image is None:
            image = QImage(width, height, QImage.Format.Format_RGB32)
            image.fill(color or QColor("black"))
        self.sizes[tile] = (width, height)
        self.pixels[tile] = bytearray(image.constBits())
        self.say(tile, TileState.LIVE, fps=15.0, frame_age_ms=100.0, width=640, height=360)

    def freeze(self, tile: int, seconds: float = 14.0) -> None:
        """Let a player's picture stand still since `seconds` ago."""
        since = datetime.now(UTC) - timedelta(seconds=seconds)
        self.say(tile, TileState.FROZEN, frame_age_ms=100.0, last_frame_at=since)
        self.states[tile] = replace(self.states[tile], since=since)


def street(width: int, height: int, seed: int) -> QImage:
    """A drawn street, different for each seed."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(width / 264, height / 149)
    sky = QLinearGradient(QPointF(0, 0), QPointF(0, 149))
    for stop, color in ((0, "#5b708c"), (0.45, "#8a98a8"), (0.46, "#4e565c"), (1, "#2c3136")):
        sky.setColorAt(stop, QColor(color))
    painter.fillRect(0, 0, 264, 149, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#3a4046"))
    road = ((110, 66), (154, 66), (230, 149), (20, 149))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in road]))
    painter.fillRect(QRectF(20 + seed * 9 % 80, 35, 46, 36), QColor("#39475a"))
    painter.fillRect(QRectF(190 - seed * 5 % 60, 26, 58, 45), QColor("#445468"))
    painter.fillRect(QRectF(90 + seed * 11 % 70, 100 - seed % 20, 26, 15), QColor("#aa3333"))
    painter.end()
    return image
