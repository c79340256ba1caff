"""`keys new|allow|revoke|list`: who may connect to the hub."""

from __future__ import annotations

import getpass
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.bootstrap.site_keys import SiteKeys
from console.bus.allow_list import AllowList, Peer, PeerKind
from console.bus.keys import ensure_keypair, is_public_key, public_key_in
from console.cli.folders import folders_for
from console.cli.parser import Text
from console.errors import FileThere, KeyUnknown, KeyUnusable

_SHOWN = 8


def keys(arguments: Namespace, _: Text) -> int:
    """Carry out a `keys` command; a running hub follows within a second and audits it."""
    return _ACTIONS[arguments.action](arguments, _)


def _new(arguments: Namespace, _: Text) -> int:
    site = SiteKeys(folders_for(arguments, "site").keys)
    kind = PeerKind(arguments.kind)
    path = site.file(arguments.name, kind)
    if path.exists():
        raise FileThere(path=path)
    _allow(AllowList(site.allow_list), ensure_keypair(path).public, arguments)
    print(
        _("The key pair is in {file}. Whoever has this file is {name}.").format(
            file=path, name=arguments.name
        )
    )
    print(_("The hub's public key is {key}").format(key=site.server.public))
    return 0


def _add(arguments: Namespace, _: Text) -> int:
    allow_list = AllowList(SiteKeys(folders_for(arguments, "site").keys).allow_list)
    public = _public_key(arguments.key)
    _allow(allow_list, public, arguments)
    print(
        _("{name} may connect with the key {key}…").format(name=arguments.name, key=public[:_SHOWN])
    )
    return 0


def _allow(allow_list: AllowList, public: str, arguments: Namespace) -> None:
    allow_list.add(
        public,
        arguments.name,
        PeerKind(arguments.kind),
        tuple(arguments.role or ()),
        not_after=arguments.not_after,
        name=arguments.shown,
        by=getpass.getuser(),
    )


def _public_key(text: str) -> str:
    if is_public_key(text):
        return text
    try:
        return public_key_in(Path(text))
    except (OSError, ValueError) as error:
        raise KeyUnusable(key=text) from error


def _revoke(arguments: Namespace, _: Text) -> int:
    allow_list = AllowList(SiteKeys(folders_for(arguments, "site").keys).allow_list)
    found = [
        key
        for key, peer in allow_list.peers().items()
        if arguments.key == key
        or (arguments.key == peer.id and arguments.kind in {None, peer.kind.value})
    ]
    if not found:
        raise KeyUnknown(key=arguments.key)
    for key in found:
        allow_list.remove(key)
        print(_("The key {key}… opens nothing any more.").format(key=key[:_SHOWN]))
    return 0


def _list(arguments: Namespace, _: Text) -> int:
    allow_list = AllowList(SiteKeys(folders_for(arguments, "site").keys).allow_list)
    now = datetime.now(UTC)
    peers = sorted(allow_list.peers().items(), key=lambda one: (one[1].kind, one[1].id))
    for key, peer in peers:
        print("  ".join(_columns(key, peer, now, _)))
    return 0


def _columns(key: str, peer: Peer, now: datetime, _: Text) -> list[str]:
    until = peer.not_after.astimezone().strftime("%Y-%m-%d %H:%M") if peer.not_after else "–"
    state = _("valid") if peer.valid(now) else _("expired or not yet valid")
    roles = ",".join(peer.roles) or "–"
    return [f"{peer.kind:8}{peer.id:24}{key}", f"{until:16}", roles, state, peer.name]


_ACTIONS: dict[str, Callable[[Namespace, Text], int]] = {
    "new": _new,
    "allow": _add,
    "revoke": _revoke,
    "list": _list,
}
