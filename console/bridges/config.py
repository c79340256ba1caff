"""The configuration of a bridge: one TOML file, which holds secrets and is closed to others."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import msgspec

from console.errors import BridgeConfigBroken, SecretsOpen

STDIN = Path("-")
_OTHERS = 0o077
Port = Annotated[int, msgspec.Meta(ge=0, le=65_535)]
Positive = Annotated[float, msgspec.Meta(gt=0)]
Names = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shown without its values, because some are secret."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class HubSection(_Section, frozen=True, forbid_unknown_fields=True):
    """Our hub and who we are there: `key_file` is the one that `keys new` wrote."""

    server_key: str
    key_file: str
    spool: str
    source: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    endpoints: Names = ("tcp://127.0.0.1:5771",)


class MqttSection(_Section, frozen=True, forbid_unknown_fields=True):
    """An MQTT 3.1.1 broker; the broker keeps the session of `client_id` while we are away."""

    client_id: Annotated[str, msgspec.Meta(min_length=1)]
    topics: Names
    host: str = "127.0.0.1"
    port: Port = 1883
    user: str = ""
    password: str = ""
    tls: bool = False
    ca_file: str = ""


class NatsSection(_Section, frozen=True, forbid_unknown_fields=True):
    """A JetStream stream and our durable consumer of it; an empty subject takes everything.

    Servers are reached by TLS where their addresses begin with `tls://` or a `ca_file` is named.
    """

    stream: str
    durable: str
    servers: Names = ("nats://127.0.0.1:4222",)
    subject: str = ""
    user: str = ""
    password: str = ""
    token: str = ""
    ca_file: str = ""
    ack_wait_s: Positive = 30.0


class WebhookSection(_Section, frozen=True, forbid_unknown_fields=True):
    """Where we listen, and what a sender has to prove. Times in seconds.

    `window_s` is how old a signed request may be, `answer_s` how long it may wait for the hub.
    """

    bind: str = "127.0.0.1"
    port: Port = 5780
    path: str = "/events"
    token: str = ""
    hmac_key: str = ""
    window_s: Positive = 300.0
    answer_s: Positive = 10.0
    cert_file: str = ""
    key_file: str = ""


class ZmqSection(_Section, frozen=True, forbid_unknown_fields=True):
    """Legacy PUB sockets; an empty topic takes everything."""

    endpoints: Names
    topics: Names = ("",)


class BridgeConfig(_Section, frozen=True, forbid_unknown_fields=True):
    """The whole file. `mapping` is another TOML file, or the name of one that is shipped."""

    hub: HubSection
    mapping: str
    mqtt: MqttSection | None = None
    nats: NatsSection | None = None
    webhook: WebhookSection | None = None
    zmq: ZmqSection | None = None


def load_config(path: Path) -> BridgeConfig:
    """The configuration in `path`, or on stdin for `-`.

    Raises `BridgeConfigBroken` and, where others may read the file, `SecretsOpen`.
    """
    try:
        data = sys.stdin.buffer.read() if path == STDIN else _closed_file(path)
        return msgspec.toml.decode(data, type=BridgeConfig)
    except OSError as error:
        raise BridgeConfigBroken(path=path, detail=error.strerror) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # Not from: what was decoded may hold a secret.
        raise BridgeConfigBroken(path=path, detail=str(error)) from None


def _closed_file(path: Path) -> bytes:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_mode & _OTHERS:
            raise SecretsOpen(path=path)
        return file.read()
