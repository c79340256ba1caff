"""Start messages of the preparing children; light to import, because the window does it."""

from __future__ import annotations

import msgspec

from console.bootstrap.demo_template import DemoRecipe


class SiteStart(msgspec.Struct, frozen=True):
    """Import a district pack and make the first administrator; an empty name leaves that part."""

    data: str
    pack: str = ""
    datum: str = "wgs84"
    user: str = ""
    name: str = ""
    password: str = ""


class DemoStart(msgspec.Struct, frozen=True):
    """Make the demo's template below `data`."""

    data: str
    cache: str
    recipe: DemoRecipe
