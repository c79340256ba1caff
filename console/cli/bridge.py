"""`bridge mqtt|nats|webhook|zmq-pub`: takes events from elsewhere until it is ended."""

from __future__ import annotations

import asyncio
import signal
from argparse import Namespace

from console.bridges.config import load_config
from console.bridges.runner import Bridge
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.log import start_logging


def bridge(arguments: Namespace, _: Text) -> int:
    """Run a bridge until Ctrl+C or a termination signal; the exit code."""
    kind, path = arguments.kind, arguments.config

    def tell(connected: bool, detail: str) -> None:
        told = _("{kind}: no connection, trying again: {detail}")
        told = _("{kind}: connected") if connected else told
        print(told.format(kind=kind, detail=detail), flush=True)

    one = Bridge(kind, load_config(path), path, tell)
    start_logging(folders_for(arguments, "site").logs, f"bridge-{kind}")
    print(_("The bridge {kind} runs. Ctrl+C ends it.").format(kind=kind), flush=True)
    if kind in {"mqtt", "webhook"}:
        print(_("It has no gap detection: repeated messages are told by their id."), flush=True)
    if kind == "zmq-pub":
        print(_("Best effort: it may lose what is sent while disconnected."), flush=True)
    asyncio.run(_until_stopped(one))
    return 0


async def _until_stopped(one: Bridge) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await one.run(stop)
