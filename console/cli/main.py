"""Carries out a command line and turns errors into sentences."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from console.cli.parser import Text, build_parser
from console.config import RESOURCES
from console.errors import ConsoleError, PackBroken
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
        return _command(arguments.command, _)(arguments)
    except ConsoleError as error:
        sentence = translations.text("errors", error.sentence).format_map(error.values)
        print(f"{error.code}  {sentence}", file=sys.stderr)
        if isinstance(error, PackBroken):
            print("\n".join(error.findings), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _language(argv: Sequence[str]) -> str:
    """The language asked for, known before anything is parsed; the demo's default is Chinese."""
    for at, word in enumerate(argv):
        asked = argv[at + 1 : at + 2] if word == "--lang" else word.split("--lang=")[1:]
        if asked and asked[0] in LANGUAGES:
            return str(asked[0])
    return "zh_CN" if argv[:1] == ["demo"] else system_language()


def _command(name: str, _: Text) -> Callable[[Namespace], int]:
    """What carries out a command; only its own rooms are imported."""
    if name == "demo":
        from console.cli.demo import demo

        return lambda arguments: demo(arguments, _)
    if name == "run":
        from console.cli.run import run

        return lambda arguments: run(arguments, _)
    if name == "hub":
        from console.cli.hub import hub

        return lambda arguments: hub(arguments, _)
    if name == "district":
        from console.cli.district import district

        return lambda arguments: district(arguments, _)
    if name == "schema":
        from console.cli.schema import schema

        return schema
    from console.cli.child import child

    return child
