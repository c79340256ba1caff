"""A bridge running in a thread of its own, which can vanish as if its process had been killed."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import msgspec

from console.bridges.config import BridgeConfig
from console.bridges.runner import Bridge
from console.bus.allow_list import PeerKind
from console.bus.keys import KeyPair
from console.errors import UpstreamSilent
from tests.hub.site import Site, wait_for


def level(number: int, **other: object) -> dict[str, object]:
    """What a level sensor's gateway publishes."""
    reading: dict[str, object] = {
        "id": f"r{number}",
        "site": f"WL-{number}",
        "name": "underpass",
        "value": 0.3,
        "unit": "m",
        "threshold": 0.25,
        "lon": 114.97,
        "lat": 30.18,
    }
    return reading | other


def payload(number: int, **other: object) -> bytes:
    return json.dumps(level(number, **other)).encode()


def configuration(
    folder: Path, endpoint: str, server_key: str, pair: KeyPair, source: str, **parts: Any
) -> BridgeConfig:
    """A configuration whose key file and spool are in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key.json").write_bytes(msgspec.json.encode(pair))
    hub = {
        "endpoints": [endpoint],
        "server_key": server_key,
        "key_file": "key.json",
        "source": source,
        "spool": "spool.db",
    }
    return msgspec.convert({"mapping": "level", "hub": hub, **parts}, BridgeConfig)


class RunningBridge:
    """Bridges as soon as it is made; `close` ends it in order."""

    def __init__(self, kind: str, config: BridgeConfig, folder: Path) -> None:
        self.told: list[tuple[bool, str]] = []
        self.ended: UpstreamSilent | None = None
        self.bridge = Bridge(kind, config, folder / "bridge.toml", self._hear)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name=f"bridge-{kind}")
        self._thread.start()

    def _hear(self, up: bool, text: str) -> None:
        self.told.append((up, text))

    @property
    def connected(self) -> bool:
        return bool(self.told) and self.told[-1][0]

    @property
    def taken(self) -> int:
        return self.bridge.courier.taken if self.bridge.courier else 0

    @property
    def waiting(self) -> int:
        return self.bridge.courier.waiting if self.bridge.courier else 0

    def wait_until_up(self) -> None:
        wait_for(lambda: self.connected, "the bridge's upstream")

    def close(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self.bridge.run(self._stop))
        except UpstreamSilent as error:
            self.ended = error


class Bridges:
    """Makes bridges to one hub, each in a folder that can be lost, and closes them."""

    def __init__(self, site: Site, kind: str, **parts: Any) -> None:
        self._site = site
        self._kind = kind
        self._parts = parts
        self._name = f"bridge-{kind}"
        self._pair = site.allow(self._name, PeerKind.SOURCE)
        self._made: list[RunningBridge] = []

    def start(self, folder: str = "bridge", **parts: Any) -> RunningBridge:
        where = self._site.folder / folder
        config = configuration(
            where,
            f"tcp://127.0.0.1:{self._site.ports[0]}",
            self._site.keys.public,
            self._pair,
            self._name,
            **(self._parts | parts),
        )
        one = RunningBridge(self._kind, config, where)
        self._made.append(one)
        return one

    def close(self) -> None:
        for one in self._made:
            one.close()

    @property
    def stored(self) -> list[str]:
        """Keys of the events that the hub has stored, in its order."""
        return [event.key for event in self._site.fake.events]
