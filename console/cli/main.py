"""Carries out a command line and turns errors into sentences."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from console.cli.parser import Text, build_parser
from console.cli.telling import Teller
from console.config import RESOURCES, standard_folders
from console.translations import LANGUAGES, Translations, system_language


def main(argv: Sequence[str]) -> int:
    """The exit code of a command line; an error is one translated sentence and 1."""
    language = _language(argv)
    translations = Translations(RESOURCES / "i18n", language)

    def _(source: str) -> str:
        return translations.text("cli", source)

    arguments = build_parser(_).parse_args(argv)
    arguments.lang = language
    try:
        return _COMMANDS[arguments.command](arguments, _)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read this has gone; what is still in the buffer must not raise at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # the last resort: a sentence, never a traceback
        return _told(Teller(language), error, arguments)


def _told(teller: Teller, error: Exception, arguments: Namespace) -> int:
    known = teller.told(error, _place(arguments))
    teller.tell(known)
    if _attended(arguments):
        teller.show(known)
    return 1


def _place(arguments: Namespace) -> Path:
    """Where the command writes."""
    if getattr(arguments, "action", "") == "generate":
        return Path(arguments.folder)
    data = getattr(arguments, "data", None)
    return data or standard_folders("demo" if arguments.command == "demo" else "site").data


def _attended(arguments: Namespace) -> bool:
    """Whether the command opens a window for somebody who may not see the terminal."""
    timed = getattr(arguments, "seconds", None) is not None
    return arguments.command in {"demo", "run"} and not timed


def _language(argv: Sequence[str]) -> str:
    """The language asked for, known before anything is parsed; the demo's default is Chinese."""
    for at, word in enumerate(argv):
        asked = argv[at + 1 : at + 2] if word == "--lang" else word.split("--lang=")[1:]
        if asked and asked[0] in LANGUAGES:
            return str(asked[0])
    return "zh_CN" if argv[:1] == ["demo"] else system_language()


def _demo(arguments: Namespace, _: Text) -> int:
    from console.cli.demo import demo

    return demo(arguments, _)


def _run(arguments: Namespace, _: Text) -> int:
    from console.cli.run import run

    return run(arguments, _)


def _hub(arguments: Namespace, _: Text) -> int:
    from console.cli.hub import hub

    return hub(arguments, _)


def _district(arguments: Namespace, _: Text) -> int:
    from console.cli.district import district

    return district(arguments, _)


def _user(arguments: Namespace, _: Text) -> int:
    from console.cli.user import user

    return user(arguments, _)


def _keys(arguments: Namespace, _: Text) -> int:
    from console.cli.keys import keys

    return keys(arguments, _)


def _backup(arguments: Namespace, _: Text) -> int:
    from console.cli.backup import backup

    return backup(arguments, _)


def _restore(arguments: Namespace, _: Text) -> int:
    from console.cli.backup import restore

    return restore(arguments, _)


def _verify(arguments: Namespace, _: Text) -> int:
    from console.cli.backup import verify

    return verify(arguments, _)


def _status(arguments: Namespace, _: Text) -> int:
    from console.cli.status import status

    return status(arguments, _)


def _audit(arguments: Namespace, _: Text) -> int:
    from console.cli.audit import audit

    return audit(arguments, _)


def _bridge(arguments: Namespace, _: Text) -> int:
    from console.cli.bridge import bridge

    return bridge(arguments, _)


def _schema(arguments: Namespace, _: Text) -> int:
    from console.cli.schema import schema

    return schema(arguments)


def _child(arguments: Namespace, _: Text) -> int:
    from console.cli.child import child

    return child(arguments)


# Each command imports only its own rooms.
_COMMANDS = {
    "demo": _demo,
    "run": _run,
    "hub": _hub,
    "district": _district,
    "user": _user,
    "keys": _keys,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "status": _status,
    "audit": _audit,
    "bridge": _bridge,
    "schema": _schema,
    "child": _child,
}
