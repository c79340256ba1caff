"""`demo`: the console on a simulated district."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from dataclasses import asdict
from functools import partial
from pathlib import Path

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.cli.folders import folders_for
from console.cli.fonts import tell_missing_font
from console.cli.parser import Text
from console.cli.since_start import since_start
from console.cli.telling import Teller
from console.log import start_logging
from widgets.display import has_display
from widgets.seen import Seen

UNATTENDED_S = 60.0
"""How long the demo runs where nobody can see it."""


def demo(arguments: Namespace, _: Text) -> int:
    """Run the demo until its window is closed or its time is over.

    Returns 0 if, in a timed run, all sources were up and all tiles live at the end; else 1.
    """
    folders = folders_for(arguments, "demo")
    start_logging(folders.logs, "console")
    unattended = not has_display()
    if unattended:
        _go_offscreen(arguments, folders.data, _)
    surroundings = Demo(folders, DemoRecipe(arguments.seed, arguments.camera_port))
    try:
        if not surroundings.prepared:
            print(_("First start: inventing the district and drawing its streets …"), flush=True)
        surroundings.prepare(partial(_tell_progress, _))
        surroundings.start_hub()
        seen = _watch(arguments, surroundings, _)
    finally:
        surroundings.close()
    healthy = seen.figures is not None and seen.figures.healthy
    if arguments.report:
        text = json.dumps(_report(seen), ensure_ascii=False, indent=1)
        arguments.report.write_text(text + "\n", encoding="utf-8")
    if unattended:
        where = {"screenshot": arguments.screenshot, "report": arguments.report}
        print(_("The picture is {screenshot}, the report {report}.").format(**where))
    if healthy or arguments.seconds is None:
        return 0
    print(_unhealthy(seen, folders.logs, _), file=sys.stderr)
    return 1


def _tell_progress(_: Text, done: int, of: int) -> None:
    print(_("Scenes drawn: {done} of {of}").format(done=done, of=of), flush=True)


def _go_offscreen(arguments: Namespace, folder: Path, _: Text) -> None:
    """Nobody can see the window: run for a while and leave a picture and a report."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    arguments.seconds = arguments.seconds or UNATTENDED_S
    arguments.screenshot = arguments.screenshot or folder / "demo.png"
    arguments.report = arguments.report or folder / "demo.json"
    text = _("There is no display; running offscreen for {seconds:.0f} s.")
    print(text.format(seconds=arguments.seconds), flush=True)


def _report(seen: Seen) -> dict[str, object]:
    figures = asdict(seen.figures) if seen.figures else {}
    took = time.monotonic() - seen.closing
    return {"start_s": round(seen.start_s, 2), **figures, "close_s": round(took, 2)}


def _unhealthy(seen: Seen, logs: Path, _: Text) -> str:
    """What was missing at the end of a timed run."""
    if seen.figures is None:
        return _("The window closed before it could show the district.")
    text = _(
        "Not everything ran at the end: {sources_up} of {sources} sources were up, "
        "{tiles_live} of {tiles} tiles live. Give it more time, or look into {logs}."
    )
    return text.format(**asdict(seen.figures), logs=logs)


def _watch(arguments: Namespace, surroundings: Demo, _: Text) -> Seen:
    """Show the window until it is closed; what was seen of it."""
    # Loading Qt takes as long as the hub needs to start; both go on at the same time.
    from widgets.app import Console, run
    from widgets.timed_run import TimedRun

    surroundings.workstation.wait_for_hub()
    seen = Seen()

    def first_frame() -> None:
        seen.start_s = since_start()
        surroundings.start_district()

    def attend(console: Console) -> None:
        tell_missing_font(arguments.lang, _)
        TimedRun(console, seen, arguments.seconds, arguments.screenshot)

    setup = surroundings.console(
        language=arguments.lang,
        theme=arguments.theme or "dark",
        engine="ffmpeg" if arguments.player == "ffmpeg" else "vlc",
        wall_layout=arguments.layout or "",
        on_first_frame=first_frame,
    )
    run(setup, attend, Teller(arguments.lang).leave)
    return seen
