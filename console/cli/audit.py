"""`audit verify` and `audit export`: the audit log against its chain and its signed anchor."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from console.cli.folders import folders_for
from console.cli.parser import Text
from console.codec import encode
from console.config import load_settings
from console.errors import AuditTampered, FileThere
from console.services.records import AuditRow
from data.audit_anchor import Anchor, Anchorage, read_anchor
from data.audit_check import AuditReport, check_audit
from data.copying import sync_file
from data.opening import reading_store
from data.reading import audit_rows, reading


def audit(arguments: Namespace, _: Text) -> int:
    """Check the log, running hub or not, and write it out where that was asked for."""
    folders = folders_for(arguments, "site")
    anchorage = Anchorage(folders.keys)
    anchor = _anchor(arguments, anchorage)
    server = load_settings(folders.settings).database
    given: Path | None = arguments.file
    with reading(given) if given else reading_store(folders.data, server) as connection:
        report = check_audit(audit_rows(connection), anchor)
        if not report.intact:
            raise AuditTampered(finding=report.finding.value, sequence=report.sequence)
        _tell(report, anchor, _)
        if arguments.action == "export":
            last = _write(arguments.to, audit_rows(connection))
            if last is not None:
                _write_anchor(arguments.to, anchorage.sign(last, datetime.now(UTC)))
            print(_("The log is in {file}, its signed anchor beside it.").format(file=arguments.to))
    return 0


def _anchor(arguments: Namespace, anchorage: Anchorage) -> Anchor | None:
    """The anchor to check against: one from elsewhere, signed by this site, or the newest here."""
    given: Path | None = getattr(arguments, "anchor", None)
    if given is None:
        return anchorage.newest()
    anchor = read_anchor(given)
    if anchor is None or not anchor.signed_by(anchorage.public_key):
        raise AuditTampered(finding=f"the anchor {given} is not this site's", sequence=0)
    return anchor


def _tell(report: AuditReport, anchor: Anchor | None, _: Text) -> None:
    print(_("{rows} rows, the chain is intact.").format(rows=report.rows))
    if anchor is None:
        print(_("There is no anchor yet: a cut tail would not be noticed."))
    else:
        at = anchor.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        text = _("The anchor of {at} at row {row} is met.")
        print(text.format(at=at, row=anchor.sequence))


def _write(path: Path, rows: Iterable[AuditRow]) -> AuditRow | None:
    if path.exists():
        raise FileThere(path=path)
    last = None
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        for row in rows:
            file.write(encode(row) + b"\n")
            last = row
    sync_file(path)
    return last


def _write_anchor(path: Path, anchor: Anchor) -> None:
    beside = path.with_name(f"{path.name}.anchor")
    beside.write_bytes(encode(anchor))
