"""What every test must leave behind: nothing. No thread, process, shared memory or log warning."""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from data.postgres.database import PostgresDatabase
from tests.postgres_server import OWNER, TEMPLATE, Database, PostgresServer

SETTLE_S = 3.0
SHARED_MEMORY = Path("/dev/shm")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker that allows a log warning a test provokes on purpose."""
    config.addinivalue_line("markers", "both_engines: run on SQLite and on PostgreSQL")
    config.addinivalue_line(
        "markers", "expects_log(pattern): log records at WARNING or above that the test provokes"
    )


WINDOWS_LAST = ("tests/widgets/", "tests/e2e/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of windows run last: a dead window must not be collected in some hub's thread.

    The whole program comes at the very end, because it sets the look of the one application.
    """

    def rank(item: pytest.Item) -> int:
        rooms = [at for at, room in enumerate(WINDOWS_LAST, 1) if item.nodeid.startswith(room)]
        return sum(rooms)

    items.sort(key=rank)


def _threads() -> set[threading.Thread]:
    return {one for one in threading.enumerate() if one.is_alive()}


def _children() -> set[int]:
    found = set()
    for one in psutil.Process().children(recursive=True):
        try:
            if one.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in str(
                one.cmdline()
            ):
                found.add(one.pid)
        except psutil.Error:
            continue
    return found


def _segments() -> set[str]:
    """Segments by name, without those that other programs running meanwhile own (wangge-PID-…)."""
    if not SHARED_MEMORY.is_dir():
        return set()
    here = {os.getpid(), *(one.pid for one in psutil.Process().children(recursive=True))}
    found = set()
    for name in (one.name for one in SHARED_MEMORY.glob("*")):
        owner = re.match(r"wangge-(\d+)-", name)
        pid = int(owner.group(1)) if owner else 0
        if not pid or pid in here or not psutil.pid_exists(pid):
            found.add(name)
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or a shared memory segment."""
    before = (_threads(), _children(), _segments())
    yield
    deadline = time.monotonic() + SETTLE_S
    while True:
        left = [
            now - then
            for now, then in zip((_threads(), _children(), _segments()), before, strict=True)
        ]
        if not any(left) or time.monotonic() > deadline:
            break
        threading.Event().wait(0.02)
    threads, children, segments = left
    assert not threads, f"threads left behind: {sorted(one.name for one in threads)}"
    assert not children, f"processes left behind: {children}"
    assert not segments, f"shared memory left behind: {segments}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server for this run, with a database that has our tables as a template."""
    server = PostgresServer()
    try:
        server.execute(f"CREATE DATABASE {TEMPLATE} OWNER {OWNER} TEMPLATE template0")
        PostgresDatabase(server.settings(TEMPLATE)).close()
        yield server
    finally:
        server.close()


@pytest.fixture
def postgres(postgres_server: PostgresServer) -> Iterator[Database]:
    """A database of a test's own, at the newest schema."""
    database = postgres_server.new(TEMPLATE)
    yield database
    database.drop()


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which something logged a warning or error that was not announced."""
    patterns = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in collector.records
        if not any(re.search(pattern, record.getMessage()) for pattern in patterns)
    ]
    assert not unexpected, f"unexpected log records: {unexpected}"
