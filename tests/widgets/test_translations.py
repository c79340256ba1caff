"""Every string of the window has its Chinese, and no translation is left over."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from console.translations import read_ts

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ROOT / "resources" / "i18n" / "zh_CN"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    out = tmp_path_factory.mktemp("ts") / "all.ts"
    files = sorted(str(path) for path in (ROOT / "widgets").rglob("*.py"))
    subprocess.run(
        ["pyside6-lupdate", "-extensions", "py", *files, "-ts", str(out)],
        check=True,
        capture_output=True,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"},
    )
    text = out.read_text(encoding="utf-8").replace(
        ' type="unfinished"></translation>', ">?</translation>"
    )
    out.write_text(text, encoding="utf-8")
    return {key for key, _text in read_ts(out)}


def translated() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path in CHINESE.glob("*.ts"):
        if path.name != "console.ts":
            found.update(read_ts(path))
    return found


def test_every_string_has_its_chinese(sources: set[tuple[str, str]]) -> None:
    assert len(sources) > 250
    assert sorted(sources - set(translated())) == []


def test_no_translation_is_left_over(sources: set[tuple[str, str]]) -> None:
    assert sorted(set(translated()) - sources) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    for (context, source), text in translated().items():
        wanted = sorted(re.findall(r"\{\w*\}", source))
        assert sorted(re.findall(r"\{\w*\}", text)) == wanted, (context, source)
