"""The audit log, for the auditor: read, filter, check the chain, export with a purpose."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.client.audit_row import AuditChecked, AuditRow, audit_lines
from console.client.questions import Answer, Questions
from console.codec import decode
from console.domain.access import Role
from widgets.admin.plain_table import PlainTable
from widgets.common.role_words import role_words

PAGE = 100
EXPORT_PAGE = 500
LEAST_WORDS = 4
_COLUMNS = (
    *("sequence", "at", "user", "role", "console", "action"),
    *("entity", "outcome", "detail", "previous", "sha256"),
)


class AuditPage(QWidget):
    """Newest first. A filter is an exact user, action or entity."""

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._rows: list[AuditRow] = []
        self._file: Path | None = None
        self._export: list[AuditRow] = []
        self.user, self.action, self.entity = QLineEdit(), QLineEdit(), QLineEdit()
        self.purpose = QLineEdit()
        headers = [
            self.tr("No."),
            self.tr("Time"),
            self.tr("User"),
            self.tr("Role"),
            self.tr("Console"),
            self.tr("Action"),
            self.tr("Subject"),
            self.tr("Outcome"),
            self.tr("Details"),
        ]
        widths = [72, 170, 120, 100, 120, 170, 170, 130, 0]
        self.table = PlainTable(self.tr("Audit log"), headers, widths)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.older = QPushButton(self.tr("Older"))
        self.check = QPushButton(self.tr("Check the chain"))
        self.save = QPushButton(self.tr("Export…"))
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        show = QPushButton(self.tr("Show"))
        show.setObjectName("primary")
        for line, words in (
            (self.user, self.tr("User")),
            (self.action, self.tr("Action")),
            (self.entity, self.tr("Subject")),
        ):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.returnPressed.connect(self.open)
            head.addWidget(line)
        head.addWidget(show)
        low = QHBoxLayout()
        low.setSpacing(8)
        self.purpose.setPlaceholderText(self.tr("What the export is for (required)"))
        self.purpose.setAccessibleName(self.tr("What the export is for (required)"))
        self.purpose.setMaxLength(200)
        for button in (show, self.older, self.check, self.save):
            button.setAutoDefault(False)
        low.addWidget(self.older)
        low.addWidget(self.check)
        low.addWidget(self.purpose, 1)
        low.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        column.addLayout(low)
        show.clicked.connect(self.open)
        self.older.clicked.connect(self._older)
        self.check.clicked.connect(lambda: self._check_from(0))
        self.save.clicked.connect(self._ask_export)
        self.purpose.textChanged.connect(self._enable)
        self._enable()

    def open(self) -> None:
        """Begin with the newest."""
        self._rows = []
        self._ask(0)

    def _only(self) -> dict[str, str]:
        lines = {"user": self.user, "action": self.action, "entity": self.entity}
        return {name: line.text().strip() for name, line in lines.items() if line.text().strip()}

    def _ask(self, before: int) -> None:
        page = {"limit": PAGE, "before": before, "only": self._only()}
        self._questions.ask("audit", page, self._take)

    def _older(self) -> None:
        if self._rows:
            self._ask(self._rows[-1].sequence)

    def _take(self, answer: Answer) -> None:
        if not answer.ok:
            self.state.setText(self.tr("Only auditors read the audit log."))
            return
        came = audit_lines(answer.rows)
        self._rows += came
        self.table.show_rows([(str(row.sequence), _cells(row)) for row in self._rows])
        self.older.setEnabled(len(came) == PAGE)

    def _check_from(self, sequence: int) -> None:
        self.check.setEnabled(False)
        self._questions.ask("audit_check", {"sequence": sequence}, self._checked)

    def _checked(self, answer: Answer) -> None:
        if not answer.ok or not answer.rows:
            self.check.setEnabled(True)
            self.state.setText(self.tr("The hub could not check the log. Try again."))
            return
        found = decode(answer.rows[0], AuditChecked)
        self.state.setObjectName("hint")
        if found.fault or not found.anchor_met:
            words = self.tr(
                "Row {row} is not as it was written. Touch nothing, tell your superior."
            )
            self.state.setObjectName("fault")
            anchored = found.anchor.sequence if found.anchor else 0
            self.state.setText(words.format(row=found.fault or anchored))
        elif not found.done:
            words = self.tr("{count} of {all} rows checked …")
            self.state.setText(words.format(count=found.upto, all=found.last))
            self._check_from(found.upto)
            return
        else:
            self.state.setText(self._sound(found))
        self.state.style().polish(self.state)
        self.check.setEnabled(True)

    def _sound(self, found: AuditChecked) -> str:
        words = self.tr("{count} rows, the chain is intact.").format(count=found.last)
        if found.anchor is None:
            return words + " " + self.tr("There is no signed anchor yet.")
        at = found.anchor.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        anchored = self.tr("The signed anchor of {time} at row {row} is met.")
        return words + " " + anchored.format(time=at, row=found.anchor.sequence)

    def _enable(self) -> None:
        self.save.setEnabled(len(self.purpose.text().strip()) >= LEAST_WORDS)

    def _ask_export(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export"), "audit.csv", "CSV (*.csv)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, file: Path) -> None:
        """Have the hub write down who exports and why, then fetch the rows into `file`."""
        self._file, self._export = file, []
        args = {"purpose": self.purpose.text().strip(), "only": self._only()}
        self._questions.ask("audit_export", args, self._allowed)

    def _allowed(self, answer: Answer) -> None:
        if not answer.ok:
            self.state.setText(self.tr("The hub did not allow the export."))
            return
        self._fetch(0)

    def _fetch(self, before: int) -> None:
        page = {"limit": EXPORT_PAGE, "before": before, "only": self._only()}
        self._questions.ask("audit", page, self._fetched)

    def _fetched(self, answer: Answer) -> None:
        came = audit_lines(answer.rows)
        self._export += came
        if answer.ok and len(came) == EXPORT_PAGE:
            self._fetch(came[-1].sequence)
        elif self._file is not None:
            self._write(self._file)

    def _write(self, file: Path) -> None:
        try:
            with file.open("w", encoding="utf-8-sig", newline="") as target:
                writer = csv.writer(target)
                writer.writerow(_COLUMNS)
                writer.writerows(_line(row) for row in reversed(self._export))
        except OSError as error:
            self.state.setText(
                self.tr("{file} cannot be written: {why}").format(file=file, why=error.strerror)
            )
            return
        words = self.tr("{count} rows are in {file}; the export stands in the log.")
        self.state.setText(words.format(count=len(self._export), file=file))


def _cells(row: AuditRow) -> list[str]:
    at = row.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    detail = "  ".join(f"{name}={value}" for name, value in row.detail.items() if name != "cmd_id")
    role = next((role_words(role) for role in Role if role.value == row.role), row.role)
    who = (str(row.sequence), at, row.user, role, row.console)
    return [*who, row.action, row.entity, row.outcome, detail]


def _line(row: AuditRow) -> list[str]:
    detail = " ".join(f"{name}={value}" for name, value in row.detail.items())
    who = [str(row.sequence), row.at.isoformat(), row.user, row.role, row.console]
    return [*who, row.action, row.entity, row.outcome, detail, row.previous, row.sha256]
