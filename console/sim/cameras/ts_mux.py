"""MPEG-TS packets for one H.264 stream, made frame by frame on an endless timeline."""

from __future__ import annotations

PACKET = 188
PID_PMT = 0x100
PID_VIDEO = 0x101
CLOCK_HZ = 90_000
_PAYLOAD = PACKET - 4
_PTS_WRAP = 1 << 33
_LEAD = CLOCK_HZ // 25
"""How far the clock reference runs behind the presentation time, 1/90000 s."""


def _crc32(data: bytes) -> bytes:
    """The MPEG-2 CRC of a table, most significant bit first."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    return crc.to_bytes(4, "big")


def _table(section: bytes) -> bytes:
    body = b"\x00" + section + _crc32(section)
    return body + b"\xff" * (_PAYLOAD - len(body))


_PAT = _table(bytes.fromhex("00b00d0001c100000001e100"))
_PMT = _table(bytes.fromhex("02b0120001c10000e101f0001be101f000"))


class TsMux:
    """Turns H.264 access units into TS packets; keeps the continuity counters."""

    def __init__(self) -> None:
        self.video_counter = 0
        self._table_counter = 0

    def tables(self) -> bytes:
        """PAT and PMT, to be sent before each key frame."""
        counter = self._table_counter
        self._table_counter = (counter + 1) & 15
        head = bytes((0x10 | counter,))
        return b"\x47\x40\x00" + head + _PAT + b"\x47\x41\x00" + head + _PMT

    def frame(self, unit: bytes, pts: int, key: bool) -> bytes:
        """The packets of one access unit, `pts` in 1/90000 s; tables go first at a key frame."""
        out = bytearray(self.tables() if key else b"")
        data = b"\x00\x00\x01\xe0\x00\x00\x80\x80\x05" + _timestamp(pts % _PTS_WRAP) + unit
        clock = _adaptation((pts - _LEAD) % _PTS_WRAP, key)
        position = _PAYLOAD - len(clock)
        if len(data) < position:
            clock = _stuffed(clock, position - len(data))
            position = len(data)
        self._packet(out, 0x41, clock, data[:position])
        while position < len(data):
            part = data[position : position + _PAYLOAD]
            position += len(part)
            missing = _PAYLOAD - len(part)
            self._packet(out, 0x01, _stuffing(missing), part)
        return bytes(out)

    def _packet(self, out: bytearray, flags: int, adaptation: bytes, payload: bytes) -> None:
        control = (0x30 if adaptation else 0x10) | self.video_counter
        self.video_counter = (self.video_counter + 1) & 15
        out += bytes((0x47, flags, PID_VIDEO & 0xFF, control))
        out += adaptation
        out += payload


def _timestamp(pts: int) -> bytes:
    return bytes(
        (
            0x21 | pts >> 29 & 0x0E,
            pts >> 22 & 0xFF,
            pts >> 14 & 0xFE | 1,
            pts >> 7 & 0xFF,
            pts << 1 & 0xFE | 1,
        )
    )


def _adaptation(base: int, key: bool) -> bytes:
    """An adaptation field with the clock reference; a key frame is marked for random access."""
    flags = 0x50 if key else 0x10
    return bytes((7, flags)) + (base << 15 | 0x7E00).to_bytes(6, "big")


def _stuffed(adaptation: bytes, missing: int) -> bytes:
    return bytes((adaptation[0] + missing,)) + adaptation[1:] + b"\xff" * missing


def _stuffing(missing: int) -> bytes:
    """An adaptation field of `missing` bytes that says nothing."""
    if missing == 0:
        return b""
    if missing == 1:
        return b"\x00"
    return bytes((missing - 1, 0)) + b"\xff" * (missing - 2)
