"""Retake the screenshots of docs/ from the running demo: `python -m tests.pictures`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.demo_process import ROOT, DemoProcess

SECONDS = 35
SHOTS = (("dark", "zh_CN"), ("light", "zh_CN"), ("dark", "en"))


def main() -> int:
    """One demo, one picture for each theme and language."""
    folder = Path(tempfile.mkdtemp(prefix="wangge-pictures-"))
    demo = DemoProcess(folder)
    try:
        for theme, language in SHOTS:
            name = f"main-{theme}-{language.split('_', maxsplit=1)[0]}.png"
            picture = ROOT / "docs" / "pictures" / name
            picture.parent.mkdir(exist_ok=True)
            demo.run(SECONDS, "--theme", theme, "--lang", language, "--screenshot", str(picture))
            print(picture.relative_to(ROOT))
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
