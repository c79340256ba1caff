"""The district as a source needs it: quickly. A pack is checked once, not in nine processes."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import cast

import msgspec

from console.domain.district import District

NAME = "district.json"

_DECODER = msgspec.json.Decoder(District)


def load_district(pack: Path, cache_folder: Path) -> District:
    """The district in `pack`, from the copy in `cache_folder` where that is newer.

    Raises `PackBroken` where the pack has faults.
    """
    copy = cache_folder / NAME
    try:
        newest = max(file.stat().st_mtime_ns for file in pack.iterdir())
        if copy.stat().st_mtime_ns >= newest:
            return _DECODER.decode(copy.read_bytes())
    except (OSError, ValueError):
        pass  # no copy, or one of another version: the pack itself is the truth
    district = _read(pack)
    keep_district(district, cache_folder)
    return district


def keep_district(district: District, cache_folder: Path) -> None:
    """Write the copy that `load_district` looks for, whole or not at all."""
    cache_folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=cache_folder, prefix=NAME)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(district))
    Path(name).replace(cache_folder / NAME)


def _read(pack: Path) -> District:
    # The pack's checks bring in shapely and numpy, a quarter of a second that a start with a copy
    # at hand does not need.
    reader = import_module("console.maps.district_pack")
    return cast(District, reader.read(pack))
