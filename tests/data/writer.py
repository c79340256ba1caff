"""A child process that takes events until it is killed; prints what it acknowledged."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from data.opened_core import OpenedCore
from tests.data.conftest import RESOURCES
from tests.data.feeder import Feeder, Watch


def main() -> None:
    with OpenedCore(Path(sys.argv[1]), RESOURCES, lambda: datetime.now(UTC)) as opened:
        acked = opened.core.high_water("grid-app", 1, 0)
        feeder = Feeder(Watch(), first=acked + 1)
        while True:
            items = [feeder.level() for _ in range(20)]
            [intake], _ = opened.core.take([feeder.batch(*items)])
            sys.stdout.write(f"{intake.acked}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
