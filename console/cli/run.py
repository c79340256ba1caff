"""`run`: the console on a real district."""

from __future__ import annotations

from argparse import Namespace

from console.bootstrap.door import Door, Entry
from console.bootstrap.site import CONSOLE, Site
from console.cli.folders import folders_for
from console.cli.fonts import tell_missing_font
from console.cli.parser import DATUMS, Text
from console.cli.telling import Teller
from console.client.setup import ConsoleSetup
from console.config import RESOURCES, Settings, load_settings
from console.domain.refusal import Refusal
from console.errors import ConsoleError
from console.log import start_logging
from widgets.admin.credentials import Credentials
from widgets.admin.first_start import Questions
from widgets.app import run as run_window
from widgets.qt_log import log_qt_messages


def run(arguments: Namespace, _: Text) -> int:
    """Ask what has to be asked, then run until the window is closed; the exit code."""
    folders = folders_for(arguments, "site")
    start_logging(folders.logs, "console")
    settings = load_settings(folders.settings)
    theme = arguments.theme or settings.window.theme
    language = settings.window.language or arguments.lang
    site = Site(folders, settings.hub, settings.store, settings.database, settings.access)
    teller = Teller(arguments.lang)
    log_qt_messages(teller.leave)
    questions = Questions(RESOURCES, language, theme, settings.access.rules)
    try:
        if not site.prepared and not _first_start(site, questions, teller):
            return 0
        entry = _sign_in(site.start_hub(), questions, _)
        questions.close()
        if entry is None:
            return 0
        setup = _setup(site, entry, settings, (language, theme, arguments.player))
        return run_window(setup, lambda _console: tell_missing_font(language, _), teller.leave)
    finally:
        site.close()


def _first_start(site: Site, questions: Questions, teller: Teller) -> bool:
    """Prepare the site, asking again where that fails; False where the user gave up."""
    while (wanted := questions.first_start(DATUMS)) is not None:
        try:
            site.prepare(wanted.pack, wanted.datum, wanted.user, wanted.name, wanted.password)
        except ConsoleError as error:
            teller.tell(error)
            questions.tell(*teller.words(error))
        else:
            return True
    return False


def _sign_in(door: Door, questions: Questions, _: Text) -> Entry | None:
    """Ask until somebody is known; None where the user gave up."""
    user = fault = ""
    while True:
        given = questions.sign_in(user, fault)
        if given is None:
            return None
        entry = door.sign_in(given.user, given.password)
        if entry is None and door.refusal is Refusal.CHANGE_DUE:
            entry = _after_change(door, questions, given)
        if entry is not None:
            return entry
        user = given.user
        fault = _("Name or password is wrong, or the account is locked for 15 minutes.")


def _after_change(door: Door, questions: Questions, given: Credentials) -> Entry | None:
    """Let whoever has to change the password do it; None where they gave up."""
    while (new := questions.new_password(given.user, door.refusal)) is not None:
        if door.change_password(given.user, given.password, new):
            return door.sign_in(given.user, new)
    return None


def _setup(
    site: Site, entry: Entry, settings: Settings, look: tuple[str, str, str | None]
) -> ConsoleSetup:
    station = site.workstation
    pair = station.keys.console(CONSOLE)
    language, theme, player = look
    return ConsoleSetup(
        endpoints=(station.feed,),
        server_key=station.keys.server.public,
        public_key=pair.public,
        secret_key=pair.secret,
        token=entry.token,
        console_id=CONSOLE,
        state_folder=site.folders.window,
        log_folder=site.folders.logs,
        resources=RESOURCES,
        user_name=entry.name,
        user=entry.user,
        role=entry.role,
        street=entry.street,
        language=language,
        theme=theme,
        lock_minutes=settings.access.lock_minutes,
        rules=settings.access.rules,
        engine="ffmpeg" if (player or settings.video.player) == "ffmpeg" else "vlc",
    )
