from __future__ import annotations

import numpy as np
import pytest

from console.sim.cameras import frame_code


@pytest.mark.parametrize("counter", [0, 1, 299, 2048, 4095])
@pytest.mark.parametrize("size", [(360, 640), (720, 1280)])
def test_counter_is_read_back(counter: int, size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), 120, np.uint8)
    frame_code.draw(picture, counter)
    assert frame_code.read(picture) == counter


def test_counter_survives_half_size_and_noise() -> None:
    picture = np.full((360, 640, 4), 90, np.uint8)
    frame_code.draw(picture, 1234)
    small = picture.reshape(180, 2, 320, 2, 4).mean(axis=(1, 3))
    noisy = small + np.random.default_rng(1).normal(0, 18, small.shape)
    assert frame_code.read(np.clip(noisy, 0, 255)) == 1234


@pytest.mark.parametrize("grey", [0, 120, 255])
def test_a_picture_without_counter_has_none(grey: int) -> None:
    assert frame_code.read(np.full((360, 640, 3), grey, np.uint8)) is None


def test_a_flipped_block_is_noticed() -> None:
    picture = np.full((360, 640, 3), 120, np.uint8)
    frame_code.draw(picture, 77)
    picture[8:24, 504:520] = 255 - picture[8:24, 504:520]
    assert frame_code.read(picture) is None
