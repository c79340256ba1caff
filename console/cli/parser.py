"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from console.domain.access import Role
from console.domain.wall import LAYOUTS
from console.translations import LANGUAGES

DEMO_CAMERA_PORT = 8571
DEMO_SEED = 20211128
KINDS = ("source", "console")
KEY_ROLES = (*(role.value for role in Role), "status")
BRIDGES = ("mqtt", "nats", "webhook", "zmq-pub")
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
    demo.add_argument("--layout", choices=tuple(LAYOUTS), help=_("tiles of the video wall"))
    demo.add_argument("--seed", type=int, default=DEMO_SEED, help=_("another number, another day"))

    commands.add_parser("run", parents=[common, window], help=_("the console on your district"))
    hub = commands.add_parser(
        "hub", parents=[common], help=_("the hub alone, for several consoles")
    )
    hub.add_argument(
        "--standby", action="store_true", help=_("wait while another hub has the folder")
    )
    hub.add_argument("--active", metavar="tcp://HOST:PORT", help=_("feed of the other hub"))
    hub.add_argument("--ingest-port", type=int, help=_("port for sources"))
    hub.add_argument("--feed-port", type=int, help=_("port for consoles"))
    _add_district(
        commands.add_parser("district", help=_("import or make a district pack")), common, _
    )
    _add_user(commands.add_parser("user", help=_("accounts of the people here")), common, _)
    _add_keys(commands.add_parser("keys", help=_("who may connect to the hub")), common, _)
    _add_backup(commands, common, _)
    commands.add_parser("status", parents=[common], help=_("how the hub and its links are"))
    _add_audit(commands.add_parser("audit", help=_("check or export the audit log")), common, _)
    _add_bridge(
        commands.add_parser("bridge", parents=[common], help=_("take events from elsewhere")), _
    )
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


def _add_keys(keys: argparse.ArgumentParser, common: argparse.ArgumentParser, _: Text) -> None:
    actions = keys.add_subparsers(dest="action", required=True, metavar=_("COMMAND"))
    peer = argparse.ArgumentParser(add_help=False)
    peer.add_argument("name", metavar="ID", help=_("id of the source or console"))
    peer.add_argument("--kind", choices=KINDS, required=True, help=_("what the key opens"))
    peer.add_argument("--name", dest="shown", default="", help=_("the name as shown"))
    peer.add_argument(
        "--role", action="append", choices=KEY_ROLES, help=_("only these people at a console")
    )
    peer.add_argument(
        "--not-after", type=_end_of, metavar="YYYY-MM-DD", help=_("the last day it is valid")
    )
    actions.add_parser("new", parents=[common, peer], help=_("make a key pair and let it in"))
    key = argparse.ArgumentParser(add_help=False)
    key.add_argument("key", help=_("a key file, or a public key"))
    actions.add_parser(
        "allow", parents=[common, key, peer], help=_("let the key of somebody else in")
    )
    revoking = actions.add_parser("revoke", parents=[common], help=_("shut a key out"))
    revoking.add_argument("key", metavar="ID", help=_("id or public key"))
    revoking.add_argument("--kind", choices=KINDS, help=_("what the key opens"))
    actions.add_parser("list", parents=[common], help=_("everybody who is let in"))


def _end_of(day: str) -> datetime:
    """The moment after a local day."""
    return (datetime.strptime(day, "%Y-%m-%d") + timedelta(days=1)).astimezone()


def _add_backup(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    _: Text,
) -> None:
    copying = commands.add_parser("backup", parents=[common], help=_("copy the store now"))
    copying.add_argument("file", type=Path, nargs="?", help=_("where to; else among the others"))
    restoring = commands.add_parser(
        "restore", parents=[common], help=_("put a backup in the place of the store")
    )
    restoring.add_argument("file", type=Path, help=_("the backup"))
    checking = commands.add_parser("verify", parents=[common], help=_("check a backup"))
    checking.add_argument("file", type=Path, help=_("the backup"))


def _add_bridge(bridge: argparse.ArgumentParser, _: Text) -> None:
    bridge.add_argument("kind", choices=BRIDGES, help=_("what the events come from"))
    bridge.add_argument(
        "--config", type=Path, required=True, help=_("the configuration, or - for stdin")
    )


def _add_audit(audit: argparse.ArgumentParser, common: argparse.ArgumentParser, _: Text) -> None:
    actions = audit.add_subparsers(dest="action", required=True, metavar=_("COMMAND"))
    log = argparse.ArgumentParser(add_help=False)
    log.add_argument("--anchor", type=Path, help=_("an anchor kept elsewhere"))
    checking = actions.add_parser("verify", parents=[common, log], help=_("check chain and anchor"))
    checking.add_argument("--file", type=Path, help=_("a backup instead of the store"))
    exporting = actions.add_parser(
        "export", parents=[common, log], help=_("check it and write it out, signed")
    )
    exporting.add_argument("--to", type=Path, required=True, help=_("the file to write"))
    exporting.add_argument("--by", metavar="NAME", required=True, help=_("who takes the log"))
    exporting.add_argument(
        "--purpose", metavar="TEXT", required=True, help=_("what for, in 4 to 200 characters")
    )
    exporting.add_argument(
        "--format", choices=("jsonl", "csv"), default="jsonl", help=_("rows of JSON, or a table")
    )
