"""Entering a file: the hub keeps its name, size and digest, the file stays where it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from console.domain.attachment import PhotoGroup
from console.domain.case import Case
from console.domain.case_commands import AttachFile
from widgets.case.dialog_frame import DialogFrame
from widgets.case.line_words import LineWords
from widgets.common.choice_box import ChoiceBox

LARGEST = 64_000_000
"""Bytes; larger files would hold up the window while they are read."""


class AttachDialog(DialogFrame):
    """What it shows, and which file."""

    asked = Signal(object)
    """Carries an `AttachFile`."""

    def __init__(
        self, case: Case, words: LineWords, group: PhotoGroup, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("File for {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Enter file"))
        self._number = case.number
        self.group = ChoiceBox()
        for each in PhotoGroup:
            self.group.addItem(words.group(each), each)
        self.group.setCurrentIndex(self.group.findData(group))
        self.path = QLineEdit()
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Shows"), self.group)
        form.addRow(self.tr("File"), row)
        hint = QLabel(self.tr("Name, size and SHA-256 go to the case; the file stays here."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.fault = QLabel()
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.body.addWidget(self.fault)
        self.path.textChanged.connect(self._enable)
        self._enable()
        self.path.setFocus()

    def _browse(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, self.tr("Choose a file"))
        if name:
            self.path.setText(name)

    def _enable(self) -> None:
        self.fault.hide()
        self.accept_button.setEnabled(bool(self.path.text().strip()))

    def accept(self) -> None:
        """Seal the file and tell; stay open where it cannot be read."""
        path = Path(self.path.text().strip()).expanduser()
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= LARGEST else b""
        except OSError:
            self._refuse(self.tr("This file cannot be read. Choose another one."))
            return
        if size > LARGEST:
            self._refuse(self.tr("This file is larger than 64 MB. Choose a smaller one."))
            return
        group, digest = PhotoGroup(self.group.currentData()), hashlib.sha256(data).hexdigest()
        self.asked.emit(AttachFile(self._number, group, path.name, digest, size))
        super().accept()

    def _refuse(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()
