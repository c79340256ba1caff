"""Errors an operator can do something about. Each has a code, a sentence and, often, a remedy."""

from __future__ import annotations


class ConsoleError(Exception):
    """An error told to the user as a translated sentence.

    `sentence` is the English source with `{name}` placeholders filled from `values`; it is looked
    up in the translations as it stands. `code` names it in logs and in the manual.
    """

    code = "E-GENERAL"
    sentence = "Something went wrong. Look at the log for {code}."

    def __init__(self, **values: object) -> None:
        self.values = {**values, "code": self.code}
        super().__init__(self.sentence.format_map(self.values))


class NoDisplay(ConsoleError):
    """There is no screen to open a window on."""

    code = "E-DISPLAY"
    sentence = "There is no display. Log in to a desktop, or set QT_QPA_PLATFORM=offscreen."


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


class AlreadyRunning(ConsoleError):
    """The data folder is in use by another hub."""

    code = "E-RUNNING"
    sentence = "Another console or hub uses {folder}. Close it first."


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


class DiskFull(ConsoleError):
    """There is no room left to write."""

    code = "E-DISK-FULL"
    sentence = "The disk with {folder} is full. Free some space; nothing already stored is lost."


class PackBroken(ConsoleError):
    """A district pack cannot be imported; `findings` names file and line of each fault."""

    code = "E-PACK"
    sentence = "The district pack {folder} has {count} errors. Nothing was imported."

    def __init__(self, findings: tuple[str, ...], **values: object) -> None:
        self.findings = findings
        super().__init__(count=len(findings), **values)


class ChildFailed(ConsoleError):
    """A part of the program could not be started."""

    code = "E-CHILD"
    sentence = "The part “{name}” did not start: {detail}. Details are in {log}."


class ReportedError(ConsoleError):
    """An error that another process of the program ran into and told us."""

    def __init__(self, code: str, sentence: str, values: dict[str, object]) -> None:
        self.code = code
        self.sentence = sentence
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
    """The hub refused a command; each kind of refusal has its own sentence."""

    code = "E-REFUSED"
    sentence = "The hub refused this ({code})."


class NotAllowed(CommandRefused):
    """The role does not include it."""

    code = "E-NOT-ALLOWED"
    sentence = "Your role does not allow this. Ask the shift leader."


class OtherStreet(CommandRefused):
    """A street seat reached for another street."""

    code = "E-OTHER-STREET"
    sentence = "This belongs to another street. Ask the district centre."


class UnknownEntity(CommandRefused):
    """What the command names does not exist."""

    code = "E-UNKNOWN-ENTITY"
    sentence = "This no longer exists. Look at the queue for its present state."


class VersionConflict(CommandRefused):
    """Somebody else was faster."""

    code = "E-VERSION"
    sentence = "Somebody changed this a moment ago. Look at it again, then repeat."


class InvalidCommand(CommandRefused):
    """The command is not complete or not well-formed."""

    code = "E-INVALID"
    sentence = "Something needed for this is missing or wrong. Check the entries."


class CommandFailed(CommandRefused):
    """The hub ran into a fault of its own."""

    code = "E-INTERNAL"
    sentence = "The hub could not do this. Nothing was changed; try again."


class WrongState(CommandRefused):
    """The case or alarm does not stand where this step is possible."""

    code = "E-WRONG-STATE"
    sentence = "This step is not possible from the present state."


class ReasonRequired(CommandRefused):
    """The step needs a reason."""

    code = "E-REASON"
    sentence = "This step needs a reason. Write one line."


class SamePerson(CommandRefused):
    """The handler may not verify."""

    code = "E-SAME-PERSON"
    sentence = "Whoever handled a case may not verify it. Ask somebody else."


class SecondPerson(CommandRefused):
    """The step needs a second person's approval."""

    code = "E-SECOND-PERSON"
    sentence = "This step needs the approval of a second person."


class CoHandlersOpen(CommandRefused):
    """Co-handlers have not reported done."""

    code = "E-CO-HANDLERS"
    sentence = "Co-handlers are still at work. Wait until all have reported."


class PaperworkDue(CommandRefused):
    """The case was dispatched before it was filed."""

    code = "E-PAPERWORK"
    sentence = "This case was handled before it was filed. File it first."


class CaseSuspended(CommandRefused):
    """The case is suspended."""

    code = "E-SUSPENDED"
    sentence = "The case is suspended. Resume it first."


class NotFiled(CommandRefused):
    """Only levels 1 and 2 go out before filing."""

    code = "E-NOT-FILED"
    sentence = "Only level 1 and 2 cases may be dispatched before filing. File it first."


class SameLevel(CommandRefused):
    """The level is not a change in the wanted direction."""

    code = "E-SAME-LEVEL"
    sentence = "The case already has this response level."


class AlreadySeen(CommandRefused):
    """The alarm was acknowledged before."""

    code = "E-ALREADY-SEEN"
    sentence = "This alarm has been acknowledged already."


class AlreadyOpened(CommandRefused):
    """The alarm has its case."""

    code = "E-ALREADY-OPENED"
    sentence = "A case has been opened from this alarm already."
