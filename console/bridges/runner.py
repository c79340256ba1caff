"""Runs one bridge: its source, its upstream and the courier between them."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from console.bridges.config import STDIN, BridgeConfig
from console.bridges.courier import Courier
from console.bridges.mapping import Mapping
from console.bridges.mapping_file import load_mapping, mapping_path
from console.bridges.watch import Watch
from console.bus.keys import is_public_key, load_keypair
from console.bus.source import Source
from console.domain.link import LinkClass
from console.errors import BridgeConfigBroken, BridgePartMissing, UpstreamSilent

KINDS = ("mqtt", "nats", "webhook", "zmq-pub")
NEEDS_ID = ("mqtt", "webhook")
"""These repeat messages and do not number them: the mapping has to name them."""
PROMISES = {
    "mqtt": LinkClass.NO_GAP_DETECTION,
    "webhook": LinkClass.NO_GAP_DETECTION,
    "zmq-pub": LinkClass.BEST_EFFORT,
}
"""What the operators are told of upstreams that cannot tell what they lost."""
DRAIN_S = 1.0


class Upstream(Protocol):
    """Where messages come from."""

    async def run(self) -> None:
        """Take messages until cancelled."""


class Bridge:
    """One upstream and the source it becomes; relative paths start at the configuration's `path`.

    `tell` hears whether the upstream is connected and what is wrong. Raises `ConsoleError`s.
    """

    def __init__(
        self, kind: str, config: BridgeConfig, path: Path, tell: Callable[[bool, str], None]
    ) -> None:
        self._kind = kind
        self._config = config
        self._path = path
        self._base = base = Path() if path == STDIN else path.parent
        self._tell = tell
        self._section = getattr(config, kind.removesuffix("-pub"))
        self._module = _module(kind)
        self.upstream: Upstream | None = None
        self.courier: Courier | None = None
        self._check(base)
        self._mapping = self._load_mapping(base)

    async def run(self, stop: asyncio.Event) -> None:
        """Bridge until `stop`; raises `UpstreamSilent` if the upstream is away then."""
        courier: Courier | None = None

        def acked() -> None:
            if courier is not None:
                courier.acked()

        source = self._source(acked)
        name = f"{self._kind} {self._config.hub.source}"
        courier = self.courier = Courier(
            source, self._mapping, self._kind, asyncio.get_running_loop()
        )
        watch = Watch(name, self._tell)
        source.start()
        try:
            await self._serve(courier, watch, source, stop)
        finally:
            await asyncio.to_thread(source.close, DRAIN_S)
        if not watch.connected:
            waiting = source.stats.published - source.stats.acked
            raise UpstreamSilent(upstream=self._kind, detail=watch.trouble, waiting=waiting)

    async def _serve(
        self, courier: Courier, watch: Watch, source: Source, stop: asyncio.Event
    ) -> None:
        self.upstream = self._build(courier, watch, source)
        work = asyncio.create_task(self.upstream.run())
        end = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait((work, end), return_when=asyncio.FIRST_COMPLETED)
        finally:
            end.cancel()
            work.cancel()
            await asyncio.gather(work, end, return_exceptions=True)
        if not work.cancelled() and (error := work.exception()) is not None:
            raise error

    def _build(self, courier: Courier, watch: Watch, source: Source) -> Upstream:
        module = self._module
        if self._kind == "mqtt":
            made = module.MqttUpstream(self._section, courier, watch)
        elif self._kind == "nats":
            made = module.JetStreamUpstream(self._section, courier, watch, source, self._kind)
        elif self._kind == "webhook":
            made = module.WebhookUpstream(self._section, courier, watch)
        else:
            made = module.ZmqPubUpstream(self._section, courier, watch)
        return cast(Upstream, made)

    def _check(self, base: Path) -> None:
        if self._section is None:
            raise self._broken(f"the section [{self._kind.removesuffix('-pub')}] is missing")
        if self._kind == "webhook" and not (self._section.token or self._section.hmac_key):
            raise self._broken("[webhook] needs a token, an hmac_key, or both")
        if not is_public_key(self._config.hub.server_key):
            raise self._broken("server_key under [hub] is no public key of 40 characters")
        if not (base / self._config.hub.key_file).is_file():
            raise self._broken(f"key_file {self._config.hub.key_file} is not there")

    def _load_mapping(self, base: Path) -> Mapping:
        mapping = load_mapping(mapping_path(self._config.mapping, base))
        if self._kind in NEEDS_ID and not mapping.id:
            raise self._broken("the mapping needs an “id”: this upstream repeats messages")
        return mapping

    def _broken(self, detail: str) -> BridgeConfigBroken:
        return BridgeConfigBroken(path=self._path, detail=detail)

    def _source(self, acked: Callable[[], None]) -> Source:
        hub = self._config.hub
        keys = load_keypair(self._base / hub.key_file)
        return Source(
            hub.endpoints,
            hub.source,
            hub.server_key,
            keys.public,
            keys.secret,
            self._base / hub.spool,
            agent=f"wangge-bridge/1 {self._kind}",
            promise=PROMISES.get(self._kind, LinkClass.GAPLESS),
            on_acked=acked,
        )


def _module(kind: str) -> ModuleType:
    name = {"nats": "jetstream", "zmq-pub": "zmq_pub"}.get(kind, kind)
    try:
        return importlib.import_module(f"console.bridges.{name}")
    except ModuleNotFoundError as error:
        raise BridgePartMissing(bridge=kind, package=error.name) from error
