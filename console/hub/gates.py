"""Both sockets of a hub behind CURVE, with the handler that lets peers in."""

from __future__ import annotations

import zmq

from console.bus.allow_list import PeerKind
from console.hub.config import HubConfig
from console.hub.door import Address, Door
from console.hub.handshakes import Handshakes
from console.hub.turned_away import TurnedAway
from console.hub.zap import ZapHandler


class Gates:
    """INGEST and FEED, bound. Raises `PortTaken` or `AddressWrong` where one cannot be."""

    def __init__(self, config: HubConfig) -> None:
        self.turned_away = TurnedAway()
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._open: list[Door | ZapHandler] = []
        self._handshakes: list[Handshakes] = []
        try:
            self.zap = ZapHandler(self._context, config.allow_list, self.turned_away)
            self._open.append(self.zap)
            self.ingest = self._door(config, PeerKind.SOURCE, "ingest", config.ingest_port)
            self.feed = self._door(config, PeerKind.CONSOLE, "feed", config.feed_port)
        except BaseException:
            self.close()
            raise

    def _door(self, config: HubConfig, kind: PeerKind, domain: str, port: int) -> Door:
        address = Address(config.bind, port, config.settings)
        door = Door(
            self._context, kind, domain, address, config.keys, config.allow_list, self.turned_away
        )
        self._open.append(door)
        self._handshakes.append(Handshakes(door.socket, domain, self.turned_away))
        return door

    def listen(self) -> None:
        """Note handshakes that failed since."""
        for one in self._handshakes:
            one.listen()

    def poller(self) -> zmq.Poller:
        """A poller that wakes for all three sockets."""
        poller = zmq.Poller()
        for one in self._open:
            poller.register(one.socket, zmq.POLLIN)
        return poller

    def close(self) -> None:
        """Close the sockets; whatever waits in them is dropped."""
        for handshakes in self._handshakes:
            handshakes.close()
        for one in self._open:
            one.close()
        self._context.term()
