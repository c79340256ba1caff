"""`main.py bridge`: its own process, its secrets, and a real hub that is killed meanwhile."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from console.bridges.config import load_config
from console.bus.allow_list import PeerKind
from console.cli.main import main
from console.errors import BridgeConfigBroken, SecretsOpen
from tests.bridges.running import payload
from tests.bridges.servers import free_port
from tests.hub.site import wait_for
from tests.reliability.real_hub import ROOT, RealHub

TOKEN = "a-token-for-tests"  # noqa: S105 nobody's
FULL = """\
mapping = "level"

[hub]
endpoints = ["{endpoint}"]
server_key = "{server_key}"
key_file = "{key_file}"
source = "door"
spool = "{spool}"

[webhook]
port = {port}
token = "{token}"
answer_s = 0.5
"""


def _write(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "bridge.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def _text(folder: Path, hub: RealHub, port: int) -> str:
    pair = hub.allow("door", PeerKind.SOURCE)
    (folder / "key.json").write_bytes(msgspec.json.encode(pair))
    return FULL.format(
        endpoint=f"tcp://127.0.0.1:{hub.ports[0]}",
        server_key=hub.server_key,
        key_file=folder / "key.json",
        spool=folder / "spool.db",
        port=port,
        token=TOKEN,
    )


@contextlib.contextmanager
def _process(
    words: Sequence[str], stdin: bytes = b"", *, number: int = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "main.py", "bridge", *words, "--lang", "en"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdin is not None
    process.stdin.write(stdin)
    process.stdin.close()
    try:
        yield process
    finally:
        process.send_signal(number)
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()


def _post(port: int, body: bytes) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/events", body, {"Authorization": f"Bearer {TOKEN}"})
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def test_events_survive_both_being_killed(tmp_path: Path) -> None:
    """The hub and then the bridge go by -9; the spool has what was taken, once."""
    port = free_port()
    with RealHub(tmp_path / "hub") as hub:
        (tmp_path / "hub").mkdir(exist_ok=True)
        hub.start()
        words = ("webhook", "--config", str(_write(tmp_path, _text(tmp_path, hub, port))))
        words += ("--data", str(tmp_path / "data"))
        with _process(words, number=signal.SIGKILL):
            wait_for(lambda: _post(port, payload(1)) == 200, "the first event", 15)
            hub.kill()
            assert _post(port, payload(2)) == 503
        hub.start()
        with _process(words) as process:
            wait_for(lambda: _post(port, payload(2)) == 200, "the event repeated", 15)
            assert _post(port, payload(1)) == 200
            assert len(hub.stored("door")) == 2
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
            assert process.stdout is not None
            said = process.stdout.read().decode()
    assert "no gap detection" in said
    logs = "".join(file.read_text() for file in (tmp_path / "data" / "logs").iterdir())
    assert TOKEN not in said + logs


def test_the_configuration_comes_by_stdin_and_its_secrets_go_nowhere(tmp_path: Path) -> None:
    port = free_port()
    hub = RealHub(tmp_path)
    words = ("webhook", "--config", "-", "--data", str(tmp_path / "data"))
    with _process(words, _text(tmp_path, hub, port).encode()) as process:
        # The hub has never been there: taken, and not acknowledged.
        wait_for(lambda: _post(port, payload(1)) == 503, "the bridge", 15)
        shown = Path(f"/proc/{process.pid}")
        for part in ("cmdline", "environ"):
            assert TOKEN.encode() not in (shown / part).read_bytes()


def test_a_broker_that_never_came_is_in_the_exit_message(tmp_path: Path) -> None:
    text = re.sub(r"\[webhook\][^[]*", "", _text(tmp_path, RealHub(tmp_path), 0))
    section = f'[mqtt]\nclient_id = "c"\ntopics = ["a"]\nport = {free_port()}\n'
    words = ("mqtt", "--config", str(_write(tmp_path, text + section)))
    with _process((*words, "--data", str(tmp_path / "data"))) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode() for _ in range(3)]
        assert "no connection, trying again: Connection refused" in lines[2]
        process.terminate()
        assert process.wait(10) == 1
        assert "E-BRIDGE-UPSTREAM" in process.stdout.read().decode()


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretsOpen, match="chmod 600"):
        load_config(_write(tmp_path, "", 0o640))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("mapping = \n\n", "line 1"),
        ("mapping = 3", "mapping"),
        ('mapping = "level"\ncolour = 1', "colour"),
        ('mapping = "level"', "hub"),
        ('mapping = "level"\n[webhook]\ntoken = 12345', "token"),
    ],
)
def test_a_wrong_configuration_is_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BridgeConfigBroken, match=says) as told:
        load_config(_write(tmp_path, text))
    assert "12345" not in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (f'token = "{TOKEN}"', "", "needs a token"),
        ("[webhook]", "[zmq]\nendpoints = ['a']\n[mqtt]\nclient_id='c'\ntopics=['a']\n#", ""),
        ('mapping = "level"', 'mapping = "nothing"', "E-BRIDGE-MAPPING"),
        ("key.json", "other.json", "is not there"),
    ],
)
def test_the_command_says_what_is_missing(
    tmp_path: Path, old: str, new: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    text = _text(tmp_path, RealHub(tmp_path), 0)
    assert old in text
    file = _write(tmp_path, text.replace(old, new))
    words = ["bridge", "webhook", "--config", str(file), "--data", str(tmp_path), "--lang", "en"]
    assert main(words) == 1
    told = capfd.readouterr().err
    assert told.startswith("E-BRIDGE")
    assert says in told
    assert len(told.splitlines()) == 1
    assert os.fspath(tmp_path) in told or "mapping" in told
