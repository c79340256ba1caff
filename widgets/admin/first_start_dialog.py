"""The first start: who administers, and which district this is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from console.domain.password_rules import MLPS, PasswordRules
from widgets.admin.credentials import FirstStart
from widgets.admin.password_line import PasswordLine
from widgets.case.dialog_frame import DialogFrame
from widgets.common.choice_box import ChoiceBox
from widgets.notifications.wording import Wording


class FirstStartDialog(DialogFrame):
    """Asks for the first administrator and the folder of the district pack."""

    def __init__(
        self,
        datums: tuple[str, ...],
        rules: PasswordRules = MLPS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("First start"), self.tr("Set up"))
        self.setMinimumWidth(560)
        self._rules = rules
        self.user = QLineEdit()
        self.name = QLineEdit()
        self.password = PasswordLine()
        self.again = PasswordLine()
        self.folder = QLineEdit()
        self.datum = ChoiceBox()
        self.datum.addItems(list(datums))
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._arrange()
        for line in (self.user, self.name, self.password, self.again, self.folder):
            line.textChanged.connect(self._check)
        self._check()
        self.user.setFocus()

    def _arrange(self) -> None:
        hint = QLabel(
            self.tr(
                "There is no default account. Name the first administrator, and the folder of "
                "your district pack (GeoJSON and CSV files); both can be changed later."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self.folder, 1)
        folder.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Name as shown"), self.name)
        form.addRow(self.tr("Password"), self.password)
        form.addRow(self.tr("Password again"), self.again)
        form.addRow(self.tr("District pack"), folder)
        form.addRow(self.tr("Datum of the pack"), self.datum)
        self.body.addWidget(hint)
        self.body.addLayout(form)
        self.body.addWidget(self._fault)

    def first_start(self) -> FirstStart:
        """What was entered."""
        return FirstStart(
            user=self.user.text().strip(),
            name=self.name.text().strip(),
            pack=Path(self.folder.text().strip()),
            datum=self.datum.currentText(),
            password=self.password.text(),
        )

    def fault(self) -> str:
        """What is still missing, empty when all is well."""
        return self._fault.text()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("District pack"))
        if folder:
            self.folder.setText(folder)

    def _check(self) -> None:
        fault = self._missing()
        self._fault.setText(fault)
        self.accept_button.setEnabled(not fault)

    def _missing(self) -> str:
        folder = self.folder.text().strip()
        wrong = self._rules.fault(self.user.text().strip(), self.password.text())
        checks = (
            (bool(self.user.text().strip()), self.tr("Enter a user name.")),
            (bool(self.name.text().strip()), self.tr("Enter the name as it is to be shown.")),
            (wrong is None, Wording.refusal(wrong) if wrong else ""),
            (
                self.password.text() == self.again.text(),
                self.tr("The two passwords are not the same."),
            ),
            (bool(folder) and Path(folder).is_dir(), self.tr("Choose the district pack's folder.")),
        )
        return next((words for fine, words in checks if not fine), "")
