"""`audit verify` and `audit export`: the audit log against its chain and its signed anchor."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from console.cli.audit_export import export_log
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.config import load_settings
from console.errors import AuditTampered
from data.audit_anchor import Anchor, Anchorage, read_anchor
from data.audit_check import AuditReport, check_audit
from data.opening import reading_store
from data.reading import audit_rows, reading


def audit(arguments: Namespace, _: Text) -> int:
    """Check the log, running hub or not, and write it out where that was asked for."""
    folders = folders_for(arguments, "site")
    anchorage = Anchorage(folders.keys)
    anchor = _anchor(arguments, anchorage)
    server = load_settings(folders.settings).database
    given: Path | None = getattr(arguments, "file", None)
    with reading(given) if given else reading_store(folders.data, server) as connection:
        report = check_audit(audit_rows(connection), anchor)
        if not report.intact:
            raise AuditTampered(finding=report.finding.value, sequence=report.sequence)
        _tell(report, anchor, _)
    if arguments.action == "export":
        export_log(arguments, folders, server)
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
