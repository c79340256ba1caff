from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from console.video.live_clock import TICKS, LiveClock
from console.video.player import fitted
from console.video.redaction import RedactedLog
from console.video.restart_policy import RestartPolicy


def test_pauses_double_from_one_to_thirty_seconds_and_start_over():
    policy = RestartPolicy(spread=0.0)
    assert [policy.failed() for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert policy.attempt == 8
    policy.succeeded()
    assert policy.attempt == 1
    assert policy.failed() == 1


def test_cameras_lost_together_do_not_come_back_together():
    pauses = sorted(RestartPolicy(random=Random(seed)).failed() for seed in range(100))  # noqa: S311
    assert 0.7 <= pauses[0] < 0.8
    assert 1.2 < pauses[-1] <= 1.3
    assert max(later - sooner for sooner, later in pairwise(pauses)) < 0.1


def play(clock: LiveClock, packets: list[tuple[float, float]]) -> list[float]:
    """(time stamp, arrival) in seconds → how far behind its arrival each packet is stamped."""
    begin = packets[0][1]
    return [
        clock.stamp(round(stamp * TICKS), arrival) / TICKS - (arrival - begin)
        for stamp, arrival in packets
    ]


def test_a_burst_at_the_start_does_not_delay_the_stream():
    burst = [(index / 25, 0.001 * index) for index in range(50)]
    live = [(2 + index / 25, 0.05 + index / 25) for index in range(100)]
    delays = play(LiveClock(), burst + live)
    assert max(delays[-90:]) < 0.06


def test_a_jump_of_the_camera_clock_goes_unseen():
    before = [(1000 + index / 25, index / 25) for index in range(50)]
    after = [(index / 25, 2 + index / 25) for index in range(50)]
    delays = play(LiveClock(), before + after)
    assert max(map(abs, delays)) < 0.3


def test_stamps_always_grow():
    clock, random = LiveClock(), Random(4)  # noqa: S311
    stamps = [clock.stamp(random.randrange(10**6), index / 100) for index in range(500)]
    assert all(later > sooner for sooner, later in pairwise(stamps))


@pytest.mark.parametrize(
    ("size", "box", "expected"),
    [
        ((640, 360), (320, 180), (320, 180)),
        ((640, 360), (320, 320), (320, 180)),
        ((640, 480), (320, 180), (240, 180)),
        ((720, 1280), (640, 360), (202, 360)),
    ],
)
def test_pictures_keep_their_proportions(size, box, expected):
    assert fitted(*size, *box) == expected


def test_the_log_cuts_passwords(capsys):
    log = RedactedLog()
    log.hide("s3cret/?")
    log.line("tried s3cret/? and s3cret%2F%3F at rtsp://someone:else@10.0.0.1/live")
    written = capsys.readouterr().err
    assert "s3cret" not in written
    assert "else" not in written
    assert "10.0.0.1/live" in written
