"""Every string the user sees has its Chinese, and no Chinese is left over."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from console import errors
from console.errors import ConsoleError
from console.translations import Translations, read_ts

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
_PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")
_CLI_TEXT = re.compile(r"_\(\s*((?:\"[^\"]*\"\s*)+)\)")


def _extracted(tmp_path: Path) -> set[tuple[str, str]]:
    """What the widgets say, by Qt's own extractor."""
    target = tmp_path / "all.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path) for path in (ROOT / "widgets").rglob("*.py"))
    subprocess.run(
        [lupdate, *sources, "-ts", target],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    text = target.read_text(encoding="utf-8").replace(' type="unfinished"', "")
    target.write_text(text.replace("<translation></translation>", "<translation>x</translation>"))
    return {key for key, _ in read_ts(target)}


def _plain() -> set[tuple[str, str]]:
    """What the processes without Qt say: error sentences and command line texts."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    said = {("errors", kind.sentence) for kind in kinds if issubclass(kind, ConsoleError)}
    for path in sorted((ROOT / "console" / "cli").glob("*.py")):
        for match in _CLI_TEXT.finditer(path.read_text(encoding="utf-8")):
            said.add(("cli", "".join(re.findall(r"\"([^\"]*)\"", match.group(1)))))
    return said


def test_chinese_is_complete_and_nothing_is_left_over(tmp_path: Path) -> None:
    wanted = _extracted(tmp_path) | _plain()
    translated = Translations(I18N, "zh_CN").keys()
    missing = wanted - translated
    assert not missing, f"untranslated: {sorted(missing)}"
    unused = translated - wanted
    assert not unused, f"translations of nothing: {sorted(unused)}"


def test_nothing_is_translated_twice() -> None:
    read = [key for path in (I18N / "zh_CN").glob("*.ts") for key, _ in read_ts(path)]
    twice = [key for key, times in Counter(read).items() if times > 1]
    assert not twice, f"the file read last decides about: {twice}"


def test_placeholders_survive_translation() -> None:
    for path in sorted((I18N / "zh_CN").glob("*.ts")):
        for (context, source), text in read_ts(path):
            assert sorted(_PLACEHOLDER.findall(source)) == sorted(_PLACEHOLDER.findall(text)), (
                f"{path.name} {context}: {source!r} → {text!r}"
            )
