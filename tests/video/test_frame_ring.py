from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console.video.frame_ring import HEADER, SLOTS, FrameRing, bytes_for, stride_of

WIDTH, HEIGHT = 64, 36
ROOT = Path(__file__).parents[2]

WRITER = """
import sys, time
from console.video.frame_ring import FrameRing, bytes_for, stride_of
ring = FrameRing.attach(sys.argv[1])
careless = sys.argv[2] == "careless"
size = bytes_for(64, 36)
print("ready", flush=True)
end = time.monotonic() + 0.8
value = 0
while time.monotonic() < end:
    value = (value + 1) % 256
    slot = ring._pixels[(ring.sequence() + 1) % 3] if careless else ring.begin()
    half = size // 2
    slot[:half] = bytes([value]) * half
    slot[half:size] = bytes([value]) * (size - half)
    ring.publish(64, 36, stride_of(64))
    if careless:  # forgets that the slot of the newest picture is not its own any more
        newest = ring._pixels[ring.sequence() % 3]
        newest[:half] = bytes([value ^ 255]) * half
"""


@pytest.fixture
def ring():
    made = FrameRing.create(bytes_for(WIDTH, HEIGHT))
    yield made
    made.unlink()
    made.close()


def write(ring: FrameRing, value: int) -> int:
    size = bytes_for(WIDTH, HEIGHT)
    ring.begin()[:size] = bytes([value]) * size
    return ring.publish(WIDTH, HEIGHT, stride_of(WIDTH), taken_at=float(value))


def test_the_newest_picture_is_read_in_place_with_its_measures(ring):
    assert ring.sequence() == 0
    assert ring.newest() is None
    assert [write(ring, value) for value in (7, 8, 9, 10)] == [1, 2, 3, 4]
    frame = ring.newest()
    assert (frame.sequence, frame.width, frame.height) == (4, WIDTH, HEIGHT)
    assert (frame.stride, frame.taken_at) == (stride_of(WIDTH), 10.0)
    assert frame.pixels.readonly
    assert set(frame.pixels) == {10}
    assert ring.taken_at() == 10.0


def test_a_picture_says_when_it_was_overtaken(ring):
    write(ring, 1)
    frame = ring.newest()
    for value in range(2, 1 + SLOTS):
        write(ring, value)
        assert ring.intact(frame)
        assert set(frame.pixels) == {1}
    ring.begin()
    assert not ring.intact(frame)


def test_a_half_written_picture_is_never_the_newest(ring):
    write(ring, 1)
    ring.begin()[:10] = b"x" * 10
    assert set(ring.newest().pixels) == {1}


def read_against(ring: FrameRing, manner: str) -> tuple[int, int]:
    """Read while another process writes as fast as it can: (whole pictures, torn unnoticed)."""
    command = [sys.executable, "-c", WRITER, ring.name, manner]
    whole = torn = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        while writer.poll() is None:
            frame = ring.newest()
            if frame is None:
                continue
            picture = bytes(frame.pixels)
            if not ring.intact(frame):
                continue
            if len(set(picture)) == 1:
                whole += 1
            else:
                torn += 1
    return whole, torn


def test_no_torn_picture_goes_unnoticed(ring):
    whole, torn = read_against(ring, "careful")
    assert whole > 100
    assert torn == 0


def test_the_check_would_see_a_writer_that_breaks_the_rules(ring):
    _, torn = read_against(ring, "careless")
    assert torn > 0


def test_attaching_neither_creates_nor_destroys(ring):
    script = f"from console.video.frame_ring import FrameRing; FrameRing.attach({ring.name!r})"
    subprocess.run([sys.executable, "-W", "error", "-c", script], cwd=ROOT, check=True)
    assert write(ring, 5) == 1
    again = FrameRing.attach(ring.name)
    assert set(again.newest().pixels) == {5}
    again.close()


def test_a_picture_outlives_its_ring():
    ring = FrameRing.create(bytes_for(WIDTH, HEIGHT))
    write(ring, 3)
    frame = ring.newest()
    ring.unlink()
    ring.close()
    with pytest.raises(FileNotFoundError):
        FrameRing.attach(ring.name)
    assert set(frame.pixels) == {3}


def test_the_segment_is_no_larger_than_three_pictures(ring):
    size = Path("/dev/shm", ring.name.lstrip("/")).stat().st_size
    assert size == HEADER + SLOTS * (HEADER + ring.capacity)
