"""The typed header of every ECP/1 message. Unknown keys are ignored; times are POSIX ms."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from console.domain.link import LinkClass

Identifier = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Epoch = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


class Header(msgspec.Struct, frozen=True):
    """What all headers are."""


class Hello(Header, frozen=True, rename={"promise": "class"}):
    """Source → hub: who speaks and what its spool holds, the acknowledged part included."""

    proto: list[int]
    src: Identifier
    ep: Epoch
    first: Count
    last: Count
    agent: str = ""
    hb_ms: Count = 1000
    now: Count = 0
    promise: LinkClass = LinkClass.GAPLESS


class Limits(Header, frozen=True):
    """What fits into one message, in bytes and items."""

    item: int
    items: int
    message: int


class Welcome(Header, frozen=True):
    """Hub → source: send from `acked` + 1, at most `credit` events unacknowledged."""

    session: str
    hub_id: str
    hub_epoch: int
    src: str
    ep: int
    acked: int
    credit: int
    hb_ms: int
    limits: Limits
    now: int


class Events(Header, frozen=True, rename={"first": "from"}):
    """Source → hub: `n` items, numbered from `from` without gaps; `last` is the spool's newest."""

    src: Identifier
    ep: Epoch
    first: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    n: Annotated[int, msgspec.Meta(ge=1, le=256)]
    last: Count = 0


class Ack(Header, frozen=True):
    """Hub → source: everything up to `acked` is durable, as event or quarantine record."""

    src: str
    ep: int
    acked: int
    credit: int
    quar: list[dict[str, int | str]] = []


class Nak(Header, frozen=True):
    """Hub → source: `want` is missing."""

    src: str
    ep: int
    want: int


class Busy(Header, frozen=True):
    """Hub → source: nothing can be stored now; pause."""

    credit: int
    reason: str
    retry_ms: int = 1000


class Ping(Header, frozen=True):
    """Either way: still there?"""

    t: Count


class Pong(Header, frozen=True):
    """Either way: yes; `t` comes back, `now` is the answering clock."""

    t: Count
    now: Count


class Cursor(Header, frozen=True):
    """Up to where a console has applied the feed."""

    hub_epoch: Count
    gseq: Count


class Attach(Header, frozen=True):
    """Console → hub: send me the feed from `cursor`."""

    console: Identifier
    session_token: str
    credit: Count
    view: str = "all"
    cursor: Cursor | None = None


class Attached(Header, frozen=True):
    """Hub → console: what follows, a replay or a snapshot, and the newest `gseq`."""

    hub_epoch: int
    mode: Literal["replay", "snapshot"]
    head: int


class Snap(Header, frozen=True):
    """Hub → console: part `i` of `n` of the snapshot taken at `at`."""

    i: int
    n: int
    at: int


class SnapEnd(Header, frozen=True):
    """Hub → console: the snapshot is complete; `sha256` is over all rows, hex."""

    at: int
    rows: int
    sha256: str


class Ev(Header, frozen=True, rename={"first": "from", "last": "to"}):
    """Hub → console: facts `from`…`to`; `prev` is the last one sent before (0,0: passing facts)."""

    first: int
    last: int
    prev: int


class Credit(Header, frozen=True):
    """Console → hub: applied up to here, may send `add` more."""

    applied: Count
    add: Count


class Resync(Header, frozen=True, rename={"first": "from"}):
    """Console → hub: something is missing after `from`; send again from there."""

    first: Count


class Alert(Header, frozen=True):
    """Hub → console: urgent facts ahead of their turn; they come again in order."""

    early: bool = True


class Cmd(Header, frozen=True):
    """Console → hub: a command; its arguments are the one item."""

    cmd_id: Identifier
    type: Identifier
    purpose: str = ""


class Result(Header, frozen=True):
    """Hub → console: how a command ended."""

    cmd_id: str
    code: str
    version: int = 0
    data: dict[str, str] = {}
    reason: str = ""


class Query(Header, frozen=True):
    """Console → hub: a named query; its arguments are the one item."""

    query_id: Identifier
    name: Identifier
    page: int = 0


class Rows(Header, frozen=True):
    """Hub → console: part `i` of a query's rows; `last` closes them."""

    query_id: str
    i: int
    last: bool


class Err(Header, frozen=True):
    """Either way: refused. Reasons are fixed words; `active` is where to go instead."""

    code: int
    reason: str
    ref: str = ""
    retry_ms: int = 0
    active: str = ""
