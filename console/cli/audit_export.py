"""The writing out of the audit log by `audit export`, on record before the first row is written."""

from __future__ import annotations

import csv
import getpass
import os
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from console.codec import encode
from console.config import RESOURCES, DatabaseSettings, Folders
from console.domain.access import Actor, Role
from console.errors import AlreadyRunning, FileThere, HubKeepsLog
from console.services.audit_queries import AuditExport
from console.services.records import AuditRow
from data.audit_anchor import Anchor, Anchorage
from data.copying import sync_file
from data.opened_core import OpenedCore
from data.opening import reading_store
from data.reading import audit_rows


def export_log(arguments: Namespace, folders: Folders, server: DatabaseSettings | None) -> None:
    """Write the log and its signed anchor; its last row says who took it and what for.

    Raises `HubKeepsLog` where a hub runs: only it may write that row then.
    """
    target: Path = arguments.to
    if target.exists():
        raise FileThere(path=target)
    try:
        opened = OpenedCore(folders.data, RESOURCES, lambda: datetime.now(UTC), server=server)
    except AlreadyRunning as error:
        raise HubKeepsLog(**error.values) from error
    with opened:
        who = Actor("", arguments.by, Role.AUDITOR, "", f"cli:{getpass.getuser()}")
        opened.core.query(who, "audit_export", encode(AuditExport(arguments.purpose)))
        with reading_store(folders.data, server) as connection:
            last = _write(target, audit_rows(connection), arguments.format)
    signed = Anchorage(folders.keys).sign(last, datetime.now(UTC))
    _write_anchor(target, signed)


def _write(path: Path, rows: Iterable[AuditRow], kind: str) -> AuditRow:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    # Spreadsheets take a CSV file for UTF-8 only where it begins with a byte order mark.
    code = "utf-8-sig" if kind == "csv" else "utf-8"
    with os.fdopen(handle, "w", encoding=code, newline="") as file:
        table = csv.writer(file)
        if kind == "csv":
            table.writerow(field.name for field in fields(AuditRow))
        for row in rows:
            if kind == "csv":
                table.writerow(_cells(row))
            else:
                file.write(encode(row).decode() + "\n")
            last = row
    sync_file(path)
    return last


def _cells(row: AuditRow) -> list[str]:
    detail = " ".join(f"{name}={value}" for name, value in row.detail.items())
    who = [str(row.sequence), row.at.isoformat(), row.user, row.role, row.console]
    return [*who, row.action, row.entity, row.outcome, detail, row.previous, row.sha256]


def _write_anchor(path: Path, anchor: Anchor) -> None:
    beside = path.with_name(f"{path.name}.anchor")
    beside.write_bytes(encode(anchor))
