"""Children start, speak, come back when they die and end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psutil
import pytest

from console.errors import ChildFailed, PortTaken, ReportedError
from console.process import ChildSpec
from console.supervisor import Supervisor

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import threading
from console.child import say, start_message, stop_with_parent
start = start_message(dict)
end = threading.Event()
stop_with_parent(end.set)
say({"ready": start["name"], "seen": start["secret"]})
end.wait()
"""


def _until(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    return condition()


def _spec(name: str, program: str = CHILD, **options: object) -> ChildSpec:
    start = {"name": name, "secret": "canary-5f1e"}
    return ChildSpec(name, ("-c", program), start, **options)


class Heard:
    """What the children said, for the tests to wait on."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, Mapping[str, object]]] = []

    def __call__(self, name: str, message: Mapping[str, object]) -> None:
        self.messages.append((name, message))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def supervisor(
    tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Supervisor]:
    monkeypatch.chdir(ROOT)
    one = Supervisor(tmp_path, heard)
    yield one
    one.close()


def test_a_child_gets_its_start_message_and_answers(supervisor: Supervisor) -> None:
    supervisor.start(_spec("one"))
    assert supervisor.wait_ready("one", 5) == {"ready": "one", "seen": "canary-5f1e"}


def test_secrets_of_the_start_message_are_in_no_argv_or_environment(supervisor: Supervisor) -> None:
    supervisor.start(_spec("one"))
    supervisor.wait_ready("one", 5)
    process = psutil.Process(supervisor.pids()["one"])
    seen = " ".join(process.cmdline()) + " ".join(process.environ().values())
    assert "canary-5f1e" not in seen


@pytest.mark.expects_log("ended with")
def test_a_killed_child_comes_back(supervisor: Supervisor) -> None:
    supervisor.start(_spec("one"))
    supervisor.wait_ready("one", 5)
    first = supervisor.pids()["one"]
    os.kill(first, signal.SIGKILL)
    assert _until(lambda: supervisor.pids().get("one", first) != first)
    assert supervisor.wait_ready("one", 5)["ready"] == "one"
    assert supervisor.restarts() == {"one": 1}


def test_a_child_that_is_not_to_be_restarted_stays_dead(
    supervisor: Supervisor, heard: Heard
) -> None:
    supervisor.start(_spec("one", restart=False))
    os.kill(supervisor.pids()["one"], signal.SIGKILL)
    assert _until(lambda: ("one", {"ended": -signal.SIGKILL}) in heard.messages)
    assert supervisor.pids() == {}


@pytest.mark.expects_log("ended with")
def test_a_crash_loop_is_slowed_down(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.start(_spec("one", "raise SystemExit(3)"))
    assert _until(lambda: len([m for _, m in heard.messages if "ended" in m]) >= 3, 8)
    began = time.monotonic()
    deaths = len([m for _, m in heard.messages if "ended" in m])
    assert _until(lambda: len([m for _, m in heard.messages if "ended" in m]) > deaths, 8)
    assert time.monotonic() - began > 1.0, "the third pause is at least a second"


def test_what_a_child_says_on_failure_reaches_the_user(supervisor: Supervisor) -> None:
    failing = (
        "from console.child import tell_error\nfrom console.errors import PortTaken\n"
        "tell_error(PortTaken(port=5771, where='settings.toml'))"
    )
    supervisor.start(_spec("one", failing, restart=False))
    with pytest.raises(ReportedError, match="Port 5771 is taken") as caught:
        supervisor.wait_ready("one", 5)
    assert caught.value.code == PortTaken.code
    assert caught.value.sentence == PortTaken.sentence


def test_a_child_that_says_nothing_is_named_with_its_log(supervisor: Supervisor) -> None:
    supervisor.start(_spec("one", "raise SystemExit(3)", restart=False))
    with pytest.raises(ChildFailed, match="exit code 3"):
        supervisor.wait_ready("one", 5)


@pytest.mark.expects_log("does not end")
def test_a_child_that_ignores_the_end_is_killed(tmp_path: Path) -> None:
    stubborn = (
        "import signal, time\nfrom console.child import say\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nsay({'ready': 1})\ntime.sleep(60)\n"
    )
    supervisor = Supervisor(tmp_path, Heard())
    supervisor.start(_spec("one", stubborn))
    supervisor.wait_ready("one", 5)
    pid = supervisor.pids()["one"]
    began = time.monotonic()
    supervisor.close()
    assert time.monotonic() - began < 4
    assert not psutil.pid_exists(pid)


STUCK = CHILD.replace("end.wait()", "while True: end.wait(60)")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("program", [CHILD, STUCK], ids=["willing", "stuck"])
def test_children_end_when_their_parent_dies(
    tmp_path: Path, how: signal.Signals, program: str
) -> None:
    parent = (
        "import sys, time\nfrom pathlib import Path\n"
        "from console.process import ChildSpec\nfrom console.supervisor import Supervisor\n"
        f"s = Supervisor(Path({str(tmp_path)!r}), lambda *_: None)\n"
        f"s.start(ChildSpec('one', ('-c', {program!r}), {{'name': 'one', 'secret': ''}}))\n"
        "s.wait_ready('one', 5)\nprint(s.pids()['one'], flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    process.send_signal(how)
    process.wait(5)
    process.stdout.close()
    assert _until(lambda: not psutil.pid_exists(pid), 8)
