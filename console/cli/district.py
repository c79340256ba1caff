"""`district import` and `district generate`."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from console.cli.folders import folders_for
from console.cli.parser import DEMO_CAMERA_PORT, Text
from console.config import RESOURCES, load_settings
from console.maps import district_pack
from console.maps.datum import Datum
from console.sim.district.generator import generate
from data.opened_core import OpenedCore


def district(arguments: Namespace, _: Text) -> int:
    """Import a pack into the site, or write an invented one; the exit code."""
    if arguments.action == "generate":
        invented = generate(arguments.seed, f"http://127.0.0.1:{DEMO_CAMERA_PORT}")
        arguments.folder.mkdir(parents=True, exist_ok=True)
        district_pack.write(invented, arguments.folder)
        print(_("Wrote the district pack {folder}.").format(folder=arguments.folder))
        return 0
    folders = folders_for(arguments, "site")
    pack = district_pack.read(arguments.folder, Datum(arguments.datum))
    server = load_settings(folders.settings).database
    with OpenedCore(folders.data, RESOURCES, lambda: datetime.now(UTC), server=server) as opened:
        opened.core.import_district(pack)
    print(_("Imported the district pack {folder}.").format(folder=arguments.folder))
    return 0
