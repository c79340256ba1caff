"""P10: durable ACK at 10,000 ev/s through the hub process, and its share of a bare insert loop.

Sources run in processes of their own and measure from the return of `publish` to the hub's ACK.
The bare loop puts items of the same size into SQLite: WAL, synchronous=FULL, batches of 100, one
table with the hub's two unique indexes, rows made from constants, a core to itself. It runs before
and after, and the mean counts. The share is that of the hub's capacity, the rate at which it takes
in what four sources have spooled before they connect: at a given rate of 10,000 ev/s a share could
only tell how slow the disk is. `hub_cpu_us` is the processor time of the hub process per event.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

import msgspec

from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import KeyPair, ensure_keypair
from console.bus.source import Draft, Source
from console.hub.config import HubStart
from tests.bench.report import percentile, report

ROOT = Path(__file__).parents[2]
RATE = 10_000
SOURCES = 4
STEP_S = 0.01
ACK_P99_MS = 200.0
SHARE = 0.25
DRAIN_S = 60.0
BACKLOG = 80_000
BARE_S = 3.0


class Load(msgspec.Struct, frozen=True):
    """What one source process is to do: a rate for a while, or a backlog to get rid of."""

    name: str
    endpoint: str
    server_key: str
    public_key: str
    secret_key: str
    spool: str
    rate: float
    seconds: float
    backlog: int = 0


def drafts(start: int, count: int) -> list[Draft]:
    """Positions of 60 units, going round."""
    return [
        Draft(
            "unit.position",
            f"patrol-{n % 60:02d}",
            4,
            {
                "unit": f"patrol-{n % 60:02d}",
                "lon": 114.9 + n % 1000 / 10_000,
                "lat": 30.18,
                "speed": 1.4,
                "heading": float(n % 360),
                "status": "on_patrol",
            },
        )
        for n in range(start, start + count)
    ]


def work(load: Load) -> None:
    """One source: publish at the rate, note when each batch is acknowledged."""
    source = Source(
        load.endpoint,
        load.name,
        load.server_key,
        load.public_key,
        load.secret_key,
        load.spool,
    )
    if load.backlog:
        print(json.dumps(catch_up(source, load.backlog)), flush=True)
        return
    source.start()
    deadline = time.monotonic() + 20
    while source.stats.state != "up" and time.monotonic() < deadline:
        time.sleep(0.01)
    waits: list[tuple[int, float]] = []
    took: list[float] = []
    watching = threading.Event()

    def watch() -> None:
        done = 0
        while not watching.is_set() or done < len(waits):
            acked, now = source.stats.acked, time.perf_counter()
            while done < len(waits) and waits[done][0] <= acked:
                took.append((now - waits[done][1]) * 1000)
                done += 1
            time.sleep(0.001)

    observer = threading.Thread(target=watch, name="observer")
    observer.start()
    begun = time.perf_counter()
    sent = 0
    while (elapsed := time.perf_counter() - begun) < load.seconds:
        count = int(elapsed * load.rate) - sent
        if count > 0:
            source.publish_many(drafts(sent, count))
            sent += count
            waits.append((sent, time.perf_counter()))
        time.sleep(STEP_S)
    drained = source.drain(DRAIN_S)
    seconds = time.perf_counter() - begun
    if not drained:
        waits.clear()
    watching.set()
    observer.join()
    source.close(drain_s=0)
    told = {"sent": sent, "drained": drained, "seconds": seconds, "took": took}
    print(json.dumps(told), flush=True)


def catch_up(source: Source, backlog: int) -> dict[str, object]:
    """Spool a backlog, then connect and see it go."""
    for start in range(0, backlog, 1000):
        source.publish_many(drafts(start, min(1000, backlog - start)))
    print("spooled", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    source.start()
    drained = source.drain(DRAIN_S)
    seconds = time.perf_counter() - begun
    source.close(drain_s=0)
    return {"sent": backlog, "drained": drained, "seconds": seconds, "took": []}


def bare(path: Path, seconds: float) -> float:
    """Events a second of a plain loop that inserts batches of 100 with synchronous=FULL."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE event (gseq INTEGER PRIMARY KEY, src TEXT, ep INTEGER, seq INTEGER,"
        " id TEXT UNIQUE, raw BLOB, UNIQUE (src, ep, seq))"
    )
    raw = b"x" * 420
    begun, count = time.perf_counter(), 0
    while (elapsed := time.perf_counter() - begun) < seconds:
        rows = [("s", 1, n, f"{n:036d}", raw) for n in range(count, count + 100)]
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO event (src, ep, seq, id, raw) VALUES (?,?,?,?,?)", rows)
        connection.execute("COMMIT")
        count += 100
    connection.close()
    return count / elapsed


class Hub:
    """The real hub process on an empty store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.keys = ensure_keypair(folder / "hub.json")
        self._allow_list = AllowList(folder / "allowed.json")
        start = HubStart(
            data_folder=str(folder / "data"),
            log_folder=str(folder / "logs"),
            allow_list=str(folder / "allowed.json"),
            server_key=str(folder / "hub.json"),
            ingest_port=0,
            feed_port=0,
        )
        self._process = subprocess.Popen(
            [sys.executable, "main.py", "child", "hub"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        self._input = cast(IO[bytes], self._process.stdin)
        self._input.write(msgspec.json.encode(start) + b"\n")
        self._input.flush()
        ready = json.loads(cast(IO[bytes], self._process.stdout).readline())
        self.endpoint = f"tcp://127.0.0.1:{ready['ports']['ingest']}"

    def allow(self, name: str) -> KeyPair:
        """A key pair for a source."""
        pair = ensure_keypair(self._folder / f"{name}.json")
        self._allow_list.add(pair.public, name, PeerKind.SOURCE)
        return pair

    def cpu_seconds(self) -> float:
        """Processor time of the process so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the process."""
        self._input.close()
        self._process.wait(10)
        cast(IO[bytes], self._process.stdout).close()

    def stored(self) -> int:
        """Events in the store, after `close`."""
        connection = sqlite3.connect(self._folder / "data" / "hub.db")
        try:
            return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
        finally:
            connection.close()


def drive(
    hub: Hub, folder: Path, rate: float, seconds: float, backlog: int = 0
) -> list[dict[str, object]]:
    """Run the source processes and return what each measured."""
    workers = []
    for n in range(SOURCES):
        name = f"load-{rate:.0f}-{n}"
        pair = hub.allow(name)
        load = Load(
            name,
            hub.endpoint,
            hub.keys.public,
            pair.public,
            pair.secret,
            str(folder / f"{name}.db"),
            rate / SOURCES,
            seconds,
            backlog // SOURCES,
        )
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.hub", "--work"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        told_what = cast(IO[bytes], worker.stdin)
        told_what.write(msgspec.json.encode(load) + b"\n")
        told_what.flush()
        workers.append(worker)
    if backlog:
        for worker in workers:
            cast(IO[bytes], worker.stdout).readline()
    for worker in workers:
        cast(IO[bytes], worker.stdin).close()  # those that wait begin, all at once
    told = []
    for worker in workers:
        with worker:
            told.append(json.loads(cast(IO[bytes], worker.stdout).read()))
    return told


def main(argv: Sequence[str]) -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.work:
        work(msgspec.json.decode(sys.stdin.readline(), type=Load))
        return 0
    seconds = 10.0 if options.short else options.seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = bare(folder / "before.db", BARE_S)
        hub = Hub(folder)
        try:
            told = drive(hub, folder, RATE, seconds)
            cpu = hub.cpu_seconds()
            caught_up = drive(hub, folder, 0, 0, BACKLOG)
        finally:
            hub.close()
        stored = hub.stored()
        limit = (before + bare(folder / "after.db", BARE_S)) / 2
    paced = sum(cast(int, one["sent"]) for one in told)
    sent = paced + BACKLOG
    took = [value for one in told for value in cast(list[float], one["took"])]
    rate = paced / max(cast(float, one["seconds"]) for one in told)
    capacity = BACKLOG / max(cast(float, one["seconds"]) for one in caught_up)
    p99 = percentile(took, 99)
    return report(
        "hub",
        p99,
        "ms",
        ACK_P99_MS,
        ok=bool(took) and p99 <= ACK_P99_MS and stored == sent and capacity >= SHARE * limit,
        p50=percentile(took, 50),
        rate=rate,
        capacity=capacity,
        hub_cpu_us=cpu / paced * 1e6,
        bare_rate=limit,
        share=capacity / limit,
        share_target=SHARE,
        sent=sent,
        stored=stored,
        lost=sent - stored,
        all_acked=all(bool(one["drained"]) for one in [*told, *caught_up]),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
