"""The allow-list as the services know it."""

from __future__ import annotations

from console.bus.allow_list import AllowList
from console.services.records import AllowedKey


def allowed_keys(allow_list: AllowList) -> list[AllowedKey]:
    """Everybody on the list."""
    return [
        AllowedKey(
            key=key,
            peer=peer.id,
            kind=peer.kind.value,
            name=peer.name,
            roles=peer.roles,
            not_after=peer.not_after,
            by=peer.by,
        )
        for key, peer in allow_list.peers().items()
    ]
