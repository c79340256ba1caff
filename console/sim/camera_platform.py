"""The camera platform: the state of every camera at the start, then believable changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from random import Random

from console.domain.bodies import CameraStatus
from console.domain.camera import Camera, CameraState
from console.sim.dice import dice
from console.sim.planned import Planned

ONLINE_SHARE = 0.93
CHANGE_EVERY_S = 25.0
REASONS = ("断电", "网络中断", "视频丢失", "设备检修", "设备离线")


def camera_statuses(
    cameras: Sequence[Camera], keep: Collection[str], seed: int
) -> Iterator[Planned]:
    """`camera.status` events without end; cameras in `keep` (ids) are online throughout."""
    chance = dice(seed, "camera-platform")
    free = [one.id for one in cameras if one.id not in keep]
    count = min(len(free), round(len(cameras) * (1 - ONLINE_SHARE)))
    offline = dict.fromkeys(chance.sample(free, count))
    for camera in cameras:
        yield _status(0.0, camera.id, _reason(chance) if camera.id in offline else "")
    online = [one for one in free if one not in offline]
    yield from _changes(chance, online, list(offline))


def _changes(chance: Random, online: list[str], offline: list[str]) -> Iterator[Planned]:
    usual = len(offline)
    at = 0.0
    while online or offline:
        at += chance.expovariate(1 / CHANGE_EVERY_S)
        back = len(offline) > usual or (len(offline) == usual and chance.random() < 0.5)
        pool, other = (offline, online) if back and offline else (online, offline)
        if not pool:
            continue
        camera = pool.pop(chance.randrange(len(pool)))
        other.append(camera)
        yield _status(at, camera, _reason(chance) if pool is online else "")


def _reason(chance: Random) -> str:
    return chance.choice(REASONS)


def _status(at: float, camera: str, reason: str) -> Planned:
    state = CameraState.OFFLINE if reason else CameraState.ONLINE
    body = CameraStatus(camera, state, reason)
    return Planned(at, "camera-platform", "camera.status", camera, 4, body)
