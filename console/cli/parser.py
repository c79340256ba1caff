"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from console.domain.access import Role
from console.translations import LANGUAGES

DEMO_CAMERA_PORT = 8571
DEMO_SEED = 20211128
DATUMS = ("wgs84", "cgcs2000", "gcj02", "bd09")

Text = Callable[[str], str]


def build_parser(_: Text) -> argparse.ArgumentParser:
    """The parser of the whole command line; `arguments.command` names what was asked for."""
    parser = argparse.ArgumentParser(prog="main.py", description=_("Wangge Console"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, help=_("keep everything below this folder"))
    common.add_argument("--lang", choices=LANGUAGES, help=_("language of the window"))
    window = argparse.ArgumentParser(add_help=False)
    window.add_argument("--theme", choices=("dark", "light"), help=_("colours of the window"))
    window.add_argument(
        "--player", choices=("auto", "vlc", "ffmpeg"), help=_("what plays the cameras")
    )

    demo = commands.add_parser(
        "demo", parents=[common, window], help=_("the console on a simulated district")
    )
    demo.add_argument("--for", dest="seconds", type=float, help=_("close after so many seconds"))
    demo.add_argument("--screenshot", type=Path, help=_("write a picture of the window here"))
    demo.add_argument("--report", type=Path, help=_("write the measured figures here"))
    demo.add_argument(
        "--camera-port", type=int, default=DEMO_CAMERA_PORT, help=_("port of the simulated cameras")
    )
    demo.add_argument("--seed", type=int, default=DEMO_SEED, help=_("another number, another day"))

    commands.add_parser("run", parents=[common, window], help=_("the console on your district"))
    commands.add_parser("hub", parents=[common], help=_("the hub alone, for several consoles"))
    _add_district(
        commands.add_parser("district", help=_("import or make a district pack")), common, _
    )
    _add_user(commands.add_parser("user", help=_("accounts of the people here")), common, _)
    commands.add_parser("schema", help=_("print the JSON Schemas of ECP/1"))
    commands.add_parser("child").add_argument("name")
    return parser


def _add_district(
    district: argparse.ArgumentParser, common: argparse.ArgumentParser, _: Text
) -> None:
    actions = district.add_subparsers(dest="action", required=True, metavar=_("COMMAND"))
    importing = actions.add_parser("import", parents=[common], help=_("import a district pack"))
    importing.add_argument("folder", type=Path, help=_("the folder of the pack"))
    importing.add_argument("--datum", choices=DATUMS, default="wgs84", help=_("datum of its data"))
    generating = actions.add_parser(
        "generate", parents=[common], help=_("write an invented district to start from")
    )
    generating.add_argument("folder", type=Path, help=_("the folder of the pack"))
    generating.add_argument(
        "--seed", type=int, default=DEMO_SEED, help=_("another number, another day")
    )


def _add_user(user: argparse.ArgumentParser, common: argparse.ArgumentParser, _: Text) -> None:
    actions = user.add_subparsers(dest="action", required=True, metavar=_("COMMAND"))
    adding = actions.add_parser("add", parents=[common], help=_("add an account"))
    adding.add_argument("user", help=_("the name to sign in with"))
    adding.add_argument("--name", default="", help=_("the name as shown"))
    adding.add_argument("--role", choices=[role.value for role in Role], default="operator")
    adding.add_argument("--street", default="", help=_("code of the street of a street seat"))
