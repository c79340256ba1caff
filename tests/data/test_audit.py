"""S4: whatever is done to the audit log behind the hub's back is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from console.services.audit_log import digest
from data.audit_anchor import ANCHOR, KEY, Anchorage, read_anchor
from data.audit_check import AuditFinding, check_audit
from data.opened_core import OpenedCore
from data.reading import audit_rows, reading
from data.store_keeper import Upkeep
from tests.data.feeder import START, Watch

ROWS = 20


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def log(
    open_store: Callable[..., OpenedCore], folder: Path, keys: Path, watch: Watch, tmp_path: Path
) -> Path:
    """A database with twenty audited sign-ins, anchored when its hub ended."""
    opened = open_store(upkeep=Upkeep(tmp_path / "backups", keys, settle=timedelta(days=1)))
    for n in range(ROWS):
        opened.core.sign_in(f"user-{n}", "wrong", "console-1")
    opened.core.tick(watch.on(seconds=2))
    opened.close()
    return folder / "hub.db"


def _tamper(log: Path, *statements: str) -> None:
    with closing(sqlite3.connect(log)) as connection:
        for one in statements:
            connection.execute(one)
        connection.commit()


def _finding(log: Path, keys: Path) -> tuple[AuditFinding, int]:
    anchor = read_anchor(keys / ANCHOR)
    assert anchor is not None
    with reading(log) as connection:
        report = check_audit(audit_rows(connection), anchor)
    return report.finding, report.sequence


def test_an_untouched_log_is_intact(log: Path, keys: Path) -> None:
    """The negative control."""
    assert _finding(log, keys) == (AuditFinding.INTACT, ROWS)


@pytest.mark.parametrize("row", [1, 7, ROWS])
@pytest.mark.parametrize(
    "column", ["at", "user", "role", "console", "action", "entity", "outcome", "detail"]
)
def test_every_edit_is_found(log: Path, keys: Path, row: int, column: str) -> None:
    value = {"at": "at + 1", "detail": '\'{"a":"b"}\''}.get(column, f"\"{column}\" || 'x'")
    _tamper(log, f'UPDATE audit SET "{column}" = {value} WHERE sequence = {row}')  # noqa: S608
    assert _finding(log, keys) == (AuditFinding.BROKEN, row)


@pytest.mark.parametrize("row", range(1, ROWS))
def test_every_deletion_is_found(log: Path, keys: Path, row: int) -> None:
    _tamper(log, f"DELETE FROM audit WHERE sequence = {row}")  # noqa: S608
    finding, _ = _finding(log, keys)
    assert finding is AuditFinding.BROKEN


def test_a_deletion_with_the_others_moved_up_is_found(log: Path, keys: Path) -> None:
    _tamper(
        log,
        "DELETE FROM audit WHERE sequence = 9",
        "UPDATE audit SET sequence = sequence - 1 WHERE sequence > 9",
    )
    assert _finding(log, keys) == (AuditFinding.BROKEN, 9)


def test_a_reorder_is_found(log: Path, keys: Path) -> None:
    _tamper(
        log,
        "UPDATE audit SET sequence = 99 WHERE sequence = 4",
        "UPDATE audit SET sequence = 4 WHERE sequence = 5",
        "UPDATE audit SET sequence = 5 WHERE sequence = 99",
    )
    assert _finding(log, keys) == (AuditFinding.BROKEN, 4)


@pytest.mark.parametrize("left", range(ROWS))
def test_every_cut_tail_is_found(log: Path, keys: Path, left: int) -> None:
    _tamper(log, f"DELETE FROM audit WHERE sequence > {left}")  # noqa: S608
    assert _finding(log, keys) == (AuditFinding.TRUNCATED, left + 1)


def test_a_chain_that_was_made_anew_is_found(log: Path, keys: Path) -> None:
    with reading(log) as connection:
        rows = list(audit_rows(connection))
    forged = []
    previous = rows[0].previous
    for row in rows:
        one = replace(row, user="somebody else", previous=previous)
        forged.append(replace(one, sha256=digest(one)))
        previous = forged[-1].sha256
    anchor = read_anchor(keys / ANCHOR)
    assert check_audit(forged, None).intact
    assert check_audit(forged, anchor).finding is AuditFinding.REPLACED


def test_an_anchor_of_another_key_counts_for_nothing(log: Path, keys: Path, tmp_path: Path) -> None:
    stranger = Anchorage(tmp_path / "stranger")
    with reading(log) as connection:
        rows = list(audit_rows(connection))
    forged = stranger.sign(rows[3], START)
    own = Anchorage(keys)
    assert not forged.signed_by(own.public_key)
    own.keep(forged)
    assert own.newest() is None
    genuine = own.sign(rows[3], START)
    assert genuine.signed_by(own.public_key)
    assert not msgspec.structs.replace(genuine, sequence=2).signed_by(own.public_key)


@pytest.mark.expects_log("but once reached")
def test_a_hub_on_a_cut_log_says_so_and_keeps_the_evidence(
    log: Path, keys: Path, open_store: Callable[..., OpenedCore], watch: Watch, tmp_path: Path
) -> None:
    before = (keys / ANCHOR).read_bytes()
    _tamper(log, "DELETE FROM audit WHERE sequence > 5")
    opened = open_store(upkeep=Upkeep(tmp_path / "backups", keys, settle=timedelta(days=1)))
    opened.core.sign_in("user-1", "wrong", "console-1")
    opened.core.tick(watch.on(seconds=2))
    assert opened.keeper is not None
    assert opened.keeper.audit_fault()
    opened.close()
    assert (keys / ANCHOR).read_bytes() == before


def test_the_signing_key_is_the_owners_alone(log: Path, keys: Path) -> None:
    assert (keys / KEY).stat().st_mode & 0o777 == 0o600
