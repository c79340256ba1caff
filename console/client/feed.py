"""Joining the feed client to whoever shows what it hears."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from console.bus.feed_client import FeedClient
from console.bus.link import FeedLink, FeedState
from console.client.link_status import LinkStatus
from console.client.setup import ConsoleSetup
from console.domain.facts import Fact
from console.domain.result import CommandResult


class FeedSink(Protocol):
    """Takes what the feed hears, in the feed's thread."""

    def take_snapshot(self, facts: Sequence[Fact], gseq: int) -> None:
        """Everything there is, as of `gseq`."""

    def take_facts(self, facts: Sequence[Fact]) -> None:
        """Facts in order."""

    def take_answer(self, answer: CommandResult) -> None:
        """The hub's answer to a command."""

    def take_rows(self, query_id: str, rows: Sequence[bytes]) -> None:
        """The answer to a query."""

    def take_link(self, link: LinkStatus) -> None:
        """The feed went up or down, or its round trip was measured."""


def feed_for(setup: ConsoleSetup, sink: FeedSink) -> FeedClient:
    """A feed client that tells `sink`; the caller starts and closes it."""
    return FeedClient(
        setup.endpoints,
        setup.server_key,
        setup.public_key,
        setup.secret_key,
        setup.token,
        setup.console_id,
        on_snapshot=sink.take_snapshot,
        on_facts=sink.take_facts,
        on_result=sink.take_answer,
        on_rows=sink.take_rows,
        on_link=lambda link: sink.take_link(link_status(link)),
    )


def link_status(link: FeedLink) -> LinkStatus:
    """The feed's own word for its state, as the window takes it."""
    return LinkStatus(
        up=link.state is FeedState.UP,
        since=link.since,
        rtt_ms=link.rtt_ms,
        offset_ms=link.offset_ms,
        detail=link.reason,
    )
