from __future__ import annotations

from console.sim.cameras.ts_mux import PACKET, PID_VIDEO, TsMux


def _video(stream: bytes) -> list[bytes]:
    packets = [stream[at : at + PACKET] for at in range(0, len(stream), PACKET)]
    assert all(len(packet) == PACKET and packet[0] == 0x47 for packet in packets)
    return [p for p in packets if (p[1] & 0x1F) << 8 | p[2] == PID_VIDEO]


def _payload(packet: bytes) -> bytes:
    start = 5 + packet[4] if packet[3] & 0x20 else 4
    return packet[start:]


def test_units_of_every_length_arrive_whole() -> None:
    mux = TsMux()
    for size in [*range(1, 400), 1000, 20_000]:
        unit = bytes(index % 251 for index in range(size))
        packets = _video(mux.frame(unit, pts=size * 100, key=False))
        assert b"".join(_payload(packet) for packet in packets)[14:] == unit


def test_continuity_counters_run_on_over_frames() -> None:
    mux = TsMux()
    stream = b"".join(mux.frame(b"x" * 700, pts=index, key=index % 5 == 0) for index in range(40))
    counters = [packet[3] & 15 for packet in _video(stream)]
    assert counters == [index % 16 for index in range(len(counters))]


def test_the_timeline_wraps_at_33_bits() -> None:
    packet = _video(TsMux().frame(b"unit", pts=(1 << 33) + 7, key=True))[0]
    stamp = _payload(packet)[9:14]
    pts = (stamp[0] >> 1 & 7) << 30 | stamp[1] << 22 | (stamp[2] >> 1) << 15
    pts |= stamp[3] << 7 | stamp[4] >> 1
    assert pts == 7
