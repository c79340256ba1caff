"""A console in a process of its own, for tests that stop it: answers every line with a digest."""

from __future__ import annotations

import json
import sys
from hashlib import sha256

from console.bus.keys import KeyPair
from tests.hub.site import TOKEN, Console


def main() -> None:
    """Attach as the first line says; then tell how many events came and the digest of their ids."""
    start = json.loads(sys.stdin.readline())
    pair = KeyPair(start["public"], start["secret"])
    console = Console([start["endpoint"]], start["server"], pair, TOKEN, start["name"])
    for _line in sys.stdin:
        ids = [fact.origin.id for fact in list(console.stored) if fact.origin]
        digest = sha256("".join(ids).encode()).hexdigest()
        told = {"count": len(ids), "sha256": digest, "snapshots": len(console.snapshots)}
        print(json.dumps(told), flush=True)
    console.client.close()


if __name__ == "__main__":
    main()
