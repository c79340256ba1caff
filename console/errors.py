"""Errors an operator can do something about. Each has a code, a sentence and, often, a remedy."""

from __future__ import annotations

import errno


class ConsoleError(Exception):
    """An error told to the user as a translated sentence.

    `sentence` is the English source with `{name}` placeholders filled from `values`; it is looked
    up in the translations as it stands. `code` names it in logs and in the manual.
    """

    code = "E-GENERAL"
    sentence = "Something went wrong. Look at the log for {code}."
    details: tuple[str, ...] = ()
    """Lines that belong below the sentence."""

    def __init__(self, **values: object) -> None:
        self.values = {**values, "code": self.code}
        super().__init__(self.sentence.format_map(self.values))


class NoDisplay(ConsoleError):
    """There is no screen to open a window on."""

    code = "E-DISPLAY"
    sentence = "There is no display. Log in to a desktop, or set QT_QPA_PLATFORM=offscreen."


class WindowRefused(ConsoleError):
    """Qt cannot open a window on the screen it was given."""

    code = "E-WINDOW"
    sentence = (
        "No window can be opened: {detail}. Log in to a desktop, see that the packages of "
        "“make run” are installed, or set QT_QPA_PLATFORM=offscreen."
    )


class Unexpected(ConsoleError):
    """A fault of the program itself; its traceback is in the log."""

    code = "E-BUG"
    sentence = "The program ran into a fault of its own: {detail}. Report it with the log in {log}."


class FileTrouble(ConsoleError):
    """A file or folder cannot be used."""

    code = "E-FILE"
    sentence = "{path} cannot be used: {detail}. Correct that, or choose another place."


class SettingsBroken(ConsoleError):
    """The settings file cannot be read."""

    code = "E-SETTINGS"
    sentence = "The settings file {path} is not valid: {detail}. Correct it or move it away."


class PortTaken(ConsoleError):
    """Another program listens where the hub should."""

    code = "E-PORT"
    sentence = (
        "Port {port} is taken by another program. Stop it, or choose another port in {where}."
    )


class AddressWrong(ConsoleError):
    """The hub cannot listen at the address it was told."""

    code = "E-ADDRESS"
    sentence = "The hub cannot listen at {address}: {detail}. Correct “bind” in {where}."


class AlreadyRunning(ConsoleError):
    """The data folder is in use by another hub."""

    code = "E-RUNNING"
    sentence = "Another console or hub uses {folder}. Close it first."


class HubKeepsLog(AlreadyRunning):
    """The audit log cannot be exported behind a hub: that it was must be written into it."""

    sentence = (
        "A hub uses {folder}. Export the log in an auditor's window, or stop the hub first: "
        "every export is written into the log."
    )


class DatabaseTooNew(ConsoleError):
    """The database was written by a later version."""

    code = "E-DB-NEWER"
    sentence = "The database {path} was written by a newer version. Update this program."


class DatabaseLocked(ConsoleError):
    """Somebody else holds the database's write lock."""

    code = "E-DB-LOCKED"
    sentence = "The database {path} is locked by another program. Close it and try again."


class DatabaseUnusable(ConsoleError):
    """The database cannot be read or written."""

    code = "E-DB"
    sentence = "The database {path} cannot be used: {detail}. Restore a backup or move it away."


class DatabaseAway(DatabaseUnusable):
    """The database server does not answer, or does not let the hub in."""

    code = "E-DB-AWAY"
    sentence = (
        "The database server {path} cannot be reached: {detail}. Nothing can be stored until it "
        "can; the hub goes on by itself."
    )


class StoreTaken(ConsoleError):
    """Another hub writes to the database now, or it is no longer the same one."""

    code = "E-DB-TAKEN"
    sentence = (
        "Another hub has taken over the database {path}, or its server was replaced. This hub "
        "has stopped writing; start it with “hub --standby”."
    )


class DiskFull(ConsoleError):
    """There is no room left to write."""

    code = "E-DISK-FULL"
    sentence = "The disk with {folder} is full. Free some space; nothing already stored is lost."


class UpgradeFailed(ConsoleError):
    """The database of an earlier version could not be brought to this one."""

    code = "E-UPGRADE"
    sentence = (
        "The database {path} could not be upgraded: {detail}. It was left as it was; "
        "go on with the earlier version and report this."
    )


class BackupFailed(ConsoleError):
    """A copy of the database could not be made."""

    code = "E-BACKUP"
    sentence = "No backup could be written to {path}: {detail}. Check the folder and its disk."


class BackupBroken(ConsoleError):
    """A file is not a sound copy of the database."""

    code = "E-BACKUP-BROKEN"
    sentence = "{path} is not a sound backup: {detail}. Take another one."


class FileThere(ConsoleError):
    """A file that would have to be overwritten."""

    code = "E-FILE-THERE"
    sentence = "{path} is there already. Choose another name."


class KeyUnusable(ConsoleError):
    """A key file or key text cannot be used."""

    code = "E-KEY"
    sentence = "“{key}” is no key: give a key file, or a public key of 40 characters."


class KeysBroken(ConsoleError):
    """A file of keys, or the list of those who are let in, cannot be read."""

    code = "E-KEYS-BROKEN"
    sentence = (
        "The key file {path} is damaged: {detail}. Put back the one from your backup; "
        "nothing was changed."
    )


class KeyUnknown(ConsoleError):
    """No key of that name or text is allowed."""

    code = "E-KEY-UNKNOWN"
    sentence = "No key of “{key}” is on the list. Look at the output of “keys list”."


class HubSilent(ConsoleError):
    """No hub answers where it should."""

    code = "E-HUB-SILENT"
    sentence = "No hub answers at {endpoint}. Start it with “run” or “hub”, or look at {log}."


class BridgeConfigBroken(ConsoleError):
    """The configuration of a bridge cannot be used."""

    code = "E-BRIDGE"
    sentence = "The bridge cannot start with {path}: {detail}. Correct the configuration."


class SecretsOpen(ConsoleError):
    """A file with secrets may be read by others."""

    code = "E-BRIDGE-OPEN"
    sentence = "{path} holds secrets and others may read it. Close it with “chmod 600”."


class MappingBroken(ConsoleError):
    """The mapping of a bridge is wrong somewhere."""

    code = "E-BRIDGE-MAPPING"
    sentence = "The mapping {path} is wrong in line {line}: {detail}. Correct it."


class BridgePartMissing(ConsoleError):
    """A bridge needs a package that is an optional extra."""

    code = "E-BRIDGE-EXTRA"
    sentence = (
        "The bridge “{bridge}” needs the package {package}. Install the optional part with "
        "“pip install .[bridges]”."
    )


class UpstreamSilent(ConsoleError):
    """A bridge ended while what it takes events from was away."""

    code = "E-BRIDGE-UPSTREAM"
    sentence = (
        "The bridge was ended while “{upstream}” did not answer: {detail}. {waiting} events wait "
        "in the spool; nothing that was not stored is acknowledged."
    )


class AuditTampered(ConsoleError):
    """The audit log is not the one that was written."""

    code = "E-AUDIT"
    sentence = (
        "The audit log is not intact: {finding} (row {sequence}). Keep the file and the backups "
        "as they are and tell the person responsible."
    )


class AccountRefused(ConsoleError):
    """An account cannot be made with this name, street or password."""

    code = "E-ACCOUNT"
    sentence = (
        "The account {user} was not made ({reason}). Take a free name without spaces, for a street "
        "seat the code of its street, and a password as the site's profile {profile} wants it."
    )


class PackBroken(ConsoleError):
    """A district pack cannot be imported; `findings` names file and line of each fault."""

    code = "E-PACK"
    sentence = "The district pack {folder} has {count} errors. Nothing was imported."

    def __init__(self, findings: tuple[str, ...], **values: object) -> None:
        self.findings = self.details = findings
        super().__init__(count=len(findings), **values)


class ChildFailed(ConsoleError):
    """A part of the program could not be started."""

    code = "E-CHILD"
    sentence = "The part “{name}” did not start: {detail}. Details are in {log}."


class ReportedError(ConsoleError):
    """An error that another process of the program ran into and told us."""

    def __init__(
        self,
        code: str,
        sentence: str,
        values: dict[str, object],
        details: tuple[str, ...] = (),
    ) -> None:
        self.code = code
        self.sentence = sentence
        self.details = details
        super().__init__(**values)


class StaleEpoch(ConsoleError):
    """A source spoke with an epoch older than one already known."""

    code = "E-EPOCH"
    sentence = "The source {source} speaks with an old epoch. Its spool was probably restored."


class CursorPruned(ConsoleError):
    """The facts after a cursor are no longer kept; only a snapshot helps."""

    code = "E-CURSOR"
    sentence = "The history after position {gseq} is no longer kept."


class CommandRefused(ConsoleError):
    """The hub refused a command or a question."""

    code = "E-REFUSED"
    sentence = "The hub refused this ({code})."


class NotAllowed(CommandRefused):
    """The role does not include it."""

    code = "E-NOT-ALLOWED"
    sentence = "Your role does not allow this. Ask the shift leader."


class InvalidCommand(CommandRefused):
    """A command or question is not complete or not well-formed."""

    code = "E-INVALID"
    sentence = "Something needed for this is missing or wrong. Check the entries."


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def told_os_error(error: OSError, place: object) -> ConsoleError:
    """What the operating system refused, told to the user; `place` where it names no file."""
    path = error.filename or place
    if error.errno in _FULL:
        return DiskFull(folder=path)
    return FileTrouble(path=path, detail=error.strerror or error)
