"""The architecture as contracts, and rules that no tool knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    return [ROOT / name for name in listed if (ROOT / name).exists()]


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_top_level_is_fixed() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in _tracked() if path.parent != ROOT}
    assert folders <= {"console", "widgets", "data", "resources", "tests", "docs", ".ci"}


def test_no_machine_path_and_no_registry_is_named() -> None:
    forbidden = re.compile(r"/work/main|/opt/wc|/root/|pypi\.org|pythonhosted|registry\.npmjs")
    own = Path(__file__).name
    found = []
    for path in _tracked():
        if path.suffix in {".png", ".wav", ".ogg"} or path.name == own:
            continue
        if forbidden.search(path.read_text(encoding="utf-8")):
            found.append(str(path.relative_to(ROOT)))
    assert not found


def test_lock_has_hashes_and_no_index_lines() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--index-url" not in text
        assert "--hash=sha256:" in text


@pytest.mark.timeout(300)
def test_unit_tests_pass_without_qt() -> None:
    """The rules of the house run where no Qt is installed (blocked here as if it were missing)."""
    block = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph', 'qtawesome'): sys.modules[name] = None\n"
        "import pytest\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:pytest-qt', "
        # Without the plugin its settings in pyproject.toml are unknown words.
        "'-W', 'ignore::pytest.PytestConfigWarning', 'tests/unit', '-x']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
