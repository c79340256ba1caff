"""A hub killed in the middle of a message does not take its peers with it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PEER = """
import sys, zmq
socket = zmq.Context().socket(zmq.ROUTER)
socket.curve_server = 1
socket.curve_secretkey = sys.stdin.readline().strip().encode()
print(socket.bind_to_random_port("tcp://127.0.0.1"), flush=True)
route = socket.recv_multipart()[0]
while True:
    socket.send_multipart([route] + [b"x" * 20] * 37)
"""

READER = """
import subprocess, sys, time, zmq
from console.bus.keys import new_keypair
from console.bus.source import dealer
immediate = sys.argv[1] == "immediate"
for turn in range(25):
    server, own = new_keypair(), new_keypair()
    peer = subprocess.Popen([sys.executable, "-c", sys.argv[2]], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    peer.stdin.write(server.secret + "\\n")
    peer.stdin.flush()
    context = zmq.Context()
    endpoint = "tcp://127.0.0.1:" + peer.stdout.readline().strip()
    socket = dealer(context, endpoint, server.public, own.public, own.secret)
    if immediate:
        socket.disconnect(endpoint)
        socket.immediate = 1
        socket.connect(endpoint)
    socket.send(b"begin")
    kill_at = time.monotonic() + 0.1 + 0.002 * turn
    end_at = kill_at + 0.15
    while (now := time.monotonic()) < end_at:
        try:
            assert len(socket.recv_multipart(zmq.NOBLOCK)) == 37
        except zmq.Again:
            time.sleep(0.0005)
        if now > kill_at:
            peer.kill()
    socket.close()
    context.term()
    peer.communicate()
"""


def _read(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", READER, how, PEER],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Error" not in done.stderr, done.stderr
    return done.returncode


def test_reading_from_a_killed_peer_goes_on() -> None:
    assert _read("as it is") == 0


def test_negative_control_with_immediate_the_process_aborts() -> None:
    assert _read("immediate") == -signal.SIGABRT
