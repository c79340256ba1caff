"""A source in another language, written from the manual's page, against the hub."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from console.bus.allow_list import PeerKind
from tests.hub.site import Site, wait_for

HERE = Path(__file__).parent / "node_source"
NODE, NPM = shutil.which("node"), shutil.which("npm")

pytestmark = pytest.mark.skipif(not NODE or not NPM, reason="Node.js with npm is not installed")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "source.mjs"):
        shutil.copy(HERE / name, folder)
    command = [str(NPM), "install", "--omit=dev", "--no-audit", "--no-fund", "--no-package-lock"]
    subprocess.run([*command, "--ignore-scripts"], cwd=folder, check=True, capture_output=True)
    return folder / "source.mjs"


@pytest.mark.parametrize("restart", [False, True], ids=["undisturbed", "hub restarted"])
def test_source_written_from_the_page_delivers(site: Site, program: Path, restart: bool) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    if restart:
        site.stop_hub()
    settings = {
        "endpoint": f"tcp://127.0.0.1:{site.ports[0]}",
        "server_key": site.keys.public,
        "public_key": pair.public,
        "secret_key": pair.secret,
        "src": "patrol",
        "count": 3000,
        "bad": 7,
    }
    pipe = subprocess.PIPE
    with subprocess.Popen([str(NODE), str(program)], stdin=pipe, stdout=pipe, text=True) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(settings) + "\n")
            process.stdin.flush()
            if restart:
                site.start_hub()
                wait_for(lambda: len(site.fake.events) > 300, "the first events", 20)
                site.stop_hub()
                site.start_hub()
            told = json.loads(process.stdout.readline())
        finally:
            process.kill()
    good = [one for n, one in enumerate(told["ids"]) if n != 7]
    assert [event.id for event in site.fake.events] == good
    assert site.fake.quarantine == [("patrol", 8, "BODY")]
    if not restart:
        assert told["quarantined"] == [{"seq": 8, "code": "BODY"}]
