"""A second person gives one command at somebody else's console, with a password of their own."""

from __future__ import annotations

import json

from console.bus.ids import uuid7
from console.bus.link import FeedState
from console.services.core import ResultCode
from tests.hub.fakes import PASSWORD
from tests.hub.site import Console, Site, wait_for


def countersigned(console: Console, user: str, password: str, kind: str = "SignHandover") -> None:
    args = {"user": user, "password": password, "type": kind, "args": {"entity": "h"}}
    console.client.submit(uuid7(), "Countersign", json.dumps(args).encode())


def test_the_second_signature_is_the_second_persons(site: Site) -> None:
    console = site.console()
    wait_for(lambda: console.state is FeedState.UP, "the link")
    countersigned(console, "wu", "wrong")
    wait_for(lambda: len(console.results) == 1, "the first answer")
    assert (console.results[0].code, console.results[0].reason) == (
        ResultCode.NOT_ALLOWED,
        "E-SIGN-IN",
    )
    assert site.fake.commands == []
    countersigned(console, "wu", PASSWORD)
    wait_for(lambda: len(console.results) == 2, "the second answer")
    assert console.results[1].data["by"] == "wu"
    assert site.fake.commands == ["SignHandover"]
    wait_for(lambda: bool(console.stored), "the fact")
    # The console stays with whoever sits there.
    console.client.submit(uuid7(), "AddNote", b"{}")
    wait_for(lambda: len(console.results) == 3, "the third answer")
    assert console.results[2].data["by"] != "wu"
    assert "MainThread" not in site.fake.checked_in


def test_only_what_two_people_sign_can_be_given_like_that(site: Site) -> None:
    console = site.console()
    wait_for(lambda: console.state is FeedState.UP, "the link")
    countersigned(console, "wu", PASSWORD, "AddNote")
    wait_for(lambda: len(console.results) == 1, "the answer")
    assert console.results[0].code is ResultCode.NOT_ALLOWED
    console.client.submit(uuid7(), "Countersign", b'{"user": "wu"}')
    wait_for(lambda: len(console.results) == 2, "the answer")
    assert console.results[1].code is ResultCode.INVALID
    assert site.fake.commands == []
