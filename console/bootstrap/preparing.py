"""What is done before a hub starts, in a short-lived child so that the window loads no store."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from console.bootstrap.demo_template import DemoTemplate
from console.bootstrap.starts import DemoStart, SiteStart
from console.child import say, start_message, stop_with_parent, tell_error
from console.config import RESOURCES, Folders, Settings, load_settings
from console.domain.access import Role
from console.errors import ConsoleError, told_os_error
from console.maps import district_pack
from console.maps.datum import Datum
from console.sim.camera_parts import camera_parts
from console.sim.district.generator import generate
from console.sim.pack_cache import keep_district
from console.sim.repertoire import Repertoire
from console.sim.start import SCENARIOS
from data.opened_core import OpenedCore


def prepare_site() -> int:
    """Carry out a `SiteStart`; all of the pack is imported or nothing."""
    start = start_message(SiteStart)

    def work() -> None:
        folder = Path(start.data)
        settings = load_settings(Folders(folder, folder).settings)
        district = district_pack.read(Path(start.pack), Datum(start.datum)) if start.pack else None
        with _core(folder, settings) as opened:
            if district is not None:
                opened.core.import_district(district)
            if start.user:
                opened.core.add_user(
                    start.user, start.name, role=Role.ADMINISTRATOR, password=start.password
                )

    return _told(work, start.data)


def prepare_demo() -> int:
    """Carry out a `DemoStart`."""
    start = start_message(DemoStart)
    folders = Folders(Path(start.data), Path(start.cache))

    def work() -> None:
        template = DemoTemplate(folders, start.recipe)
        shutil.rmtree(template.folder, ignore_errors=True)
        shutil.rmtree(folders.district, ignore_errors=True)
        folders.district.mkdir(parents=True)
        district = generate(start.recipe.seed, start.recipe.camera_url)
        district_pack.write(district, folders.district)
        with _core(template.folder) as opened:
            # Read back: the demo lives on the same format a user brings.
            opened.core.import_district(district_pack.read(folders.district, Datum.WGS84))
        keep_district(district, template.folder)
        repertoire = Repertoire(RESOURCES / "scenarios", SCENARIOS, district)
        template.keep_cameras(camera_parts(district, repertoire, start.recipe.seed))
        template.finish()

    return _told(work, start.data)


def _core(folder: Path, settings: Settings | None = None) -> OpenedCore:
    settings = settings or Settings()
    return OpenedCore(
        folder,
        RESOURCES,
        lambda: datetime.now(UTC),
        server=settings.database,
        password_rules=settings.access.rules,
    )


def _told(work: Callable[[], None], folder: str) -> int:
    # Half of it is nothing: the store rolls back, and a demo without its recipe is made again.
    stop_with_parent(partial(os._exit, 1))
    try:
        work()
    except ConsoleError as error:
        tell_error(error)
        return 1
    except OSError as error:
        tell_error(told_os_error(error, folder))
        return 1
    say({"ready": True})
    return 0
