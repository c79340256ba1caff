from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHOOSE = """
from console.video.host import choose_engine
from console.video.types import Engine
engine, reason, _ = choose_engine(Engine.VLC)
print(engine.value, reason)
"""
NO_MODULE = "import sys; sys.modules['vlc'] = None\n"
NO_LIBRARY = """
import ctypes, ctypes.util
real = ctypes.CDLL
class Missing(real):
    def __init__(self, name, *rest, **named):
        if name is None or "vlc" in str(name):
            raise OSError(name)
        super().__init__(name, *rest, **named)
import uuid, msgspec, av
ctypes.CDLL = Missing
ctypes.util.find_library = lambda name: None
"""
NO_PLUGINS = "import vlc; vlc.Instance = lambda *_: None\n"


def chosen(before: str) -> str:
    command = [sys.executable, "-c", before + CHOOSE]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_libvlc_plays_where_it_is_installed():
    assert chosen("").split() == ["vlc"]


@pytest.mark.parametrize("trouble", [NO_MODULE, NO_LIBRARY, NO_PLUGINS])
def test_without_libvlc_ffmpeg_plays_and_it_is_said(trouble: str):
    assert chosen(trouble).split() == ["ffmpeg", "libvlc_missing"]
