"""A case on paper: masked, dark on white whatever the theme, every page numbered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from console.client.store import Changes, Store
from tests.builders import NOW
from tests.widgets.shell_kit import ME, USER, Shell
from widgets.case.case_sheet import CaseSheet
from widgets.main_window import MainWindow
from widgets.theme import Theme


def test_a_long_case_fills_pages_and_hides_nobody_s_number(
    qapp: QApplication, small_store: Store, tmp_path: Path
) -> None:
    case = small_store.cases["XL20211128-0012"]
    entries = [replace(case.log[0], sequence=n, note=f"第 {n} 条记录") for n in range(1, 120)]
    sheet = CaseSheet(replace(case, log=tuple(entries)), small_store, "陈某", NOW)
    path = tmp_path / "case.pdf"
    writer = QPdfWriter(str(path))
    CaseSheet.prepare(writer)
    assert sheet.print_on(writer) >= 3
    assert path.read_bytes().startswith(b"%PDF")
    text = sheet.document().toPlainText()
    assert "第 119 条记录" in text
    assert "138****5678" in text
    assert "XL20211128-0012" in text


def test_markup_in_a_title_is_printed_as_it_stands(qapp: QApplication, small_store: Store) -> None:
    case = next(iter(small_store.cases.values()))
    opening = replace(case.opening, title="<b>A&B</b>")
    sheet = CaseSheet(replace(case, opening=opening), small_store, "陈某", NOW)
    assert "<b>A&B</b>" in sheet.document().toPlainText()


def test_a_sheet_names_who_sits_here_now(
    qapp: QApplication, small_store: Store, theme: Theme, tmp_path: Path
) -> None:
    shell = Shell(small_store, theme)
    window = shell.window(tmp_path)
    window.apply(Changes(reset=True))
    assert USER in shown(window)
    shell.actions.me.take(replace(ME, user="wu", name="吴某某"))
    assert "吴某某" in shown(window)
    assert USER not in shown(window)
    window.close()


def shown(window: MainWindow) -> str:
    sheet = window.parts.printing.sheet()
    assert sheet is not None
    return sheet.origin()
