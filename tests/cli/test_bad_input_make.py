"""`make` on a machine that lacks something: packages, rights, or the right Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Machine:
    """A folder of commands that is the whole PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def command(self, name: str, script: str) -> Path:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    def packages(self, room: str, *, root: bool) -> subprocess.CompletedProcess[str]:
        user = "0" if root else "1000"
        code = (
            f"import os, sys; os.geteuid = lambda: {user}\n"
            "from console.packages import main; sys.exit(main(sys.argv[1:]))"
        )
        return subprocess.run(
            [sys.executable, "-c", code, room],
            cwd=ROOT,
            env={"PATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Everything is installed but libVLC."""
    made = Machine(tmp_path / "bin")
    made.command("dpkg-query", 'case "$*" in *libvlc5*) exit 1;; esac; printf installed')
    return made


def test_without_rights_the_command_is_named_and_the_program_goes_on(machine: Machine) -> None:
    machine.command("apt-get", "echo apt was run; exit 1")
    done = machine.packages("run", root=False)
    assert done.returncode == 0, done.stderr
    assert "libvlc5: plays the camera pictures (without it the FFmpeg player" in done.stdout
    assert "apt-get install -y --no-install-recommends libvlc5\n" in done.stdout
    assert "apt was run" not in done.stdout + done.stderr
    assert not done.stderr


def test_with_rights_what_is_missing_is_installed(machine: Machine) -> None:
    asked = machine.folder.parent / "asked"
    machine.command("apt-get", f'echo "$@" >> {asked}')
    for name in ("env", "sh"):
        (machine.folder / name).symlink_to(str(shutil.which(name)))
    done = machine.packages("run", root=True)
    assert done.returncode == 0
    assert "Installed." in done.stdout
    assert asked.read_text().splitlines() == [
        "update -q",
        "install -y --no-install-recommends libvlc5",
    ]


def test_a_failing_apt_fails_tests_but_not_the_program(machine: Machine) -> None:
    machine.command("apt-get", "echo 'no network' >&2; exit 100")
    (machine.folder / "env").symlink_to(str(shutil.which("env")))
    for room, code in (("run", 0), ("test", 1)):
        done = machine.packages(room, root=True)
        assert done.returncode == code
        assert "apt could not install all of them" in done.stdout
        assert "Traceback" not in done.stderr


def test_another_linux_is_left_alone(tmp_path: Path) -> None:
    done = Machine(tmp_path / "bin").packages("run", root=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _make(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """`make demo` in a folder that has nothing but the Makefile and the locks."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    return subprocess.run(
        ["make", "demo", f"PYTHON={python}"],
        cwd=folder,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_python_that_is_too_old(tmp_path: Path) -> None:
    old = Machine(tmp_path / "bin").command(
        "python", 'case "$1" in -c) exit 1;; --version) echo Python 3.9.2;; esac'
    )
    done = _make(tmp_path, str(old))
    assert done.returncode == 2
    assert "Python 3.11, 3.12 or 3.13 is needed; found Python 3.9.2." in done.stdout
    assert "PYTHON=/path/to/python3.11" in done.stdout


def test_a_python_that_is_not_there(tmp_path: Path) -> None:
    done = _make(tmp_path, "/nowhere/python3.11")
    assert done.returncode == 2
    assert "Python 3.11, 3.12 or 3.13 is needed; found none" in done.stdout


def test_a_python_without_venv(tmp_path: Path) -> None:
    bare = Machine(tmp_path / "bin").command("python", 'case "$1" in -m) exit 1;; esac')
    done = _make(tmp_path, str(bare))
    assert done.returncode == 2
    assert "Install python3-venv and try again." in done.stdout
