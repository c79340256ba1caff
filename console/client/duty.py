"""Who leads the shift."""

from __future__ import annotations

from console.client.store import Store


def duty_leader(store: Store) -> str:
    """Who took the shift over last, empty where no handover was signed yet."""
    signed = [one.incoming for one in store.handovers.values() if one.incoming is not None]
    last = max(signed, key=lambda one: one.at, default=None)
    return last.name if last else ""
