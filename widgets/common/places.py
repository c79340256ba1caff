"""Where something is, in the words of the district."""

from __future__ import annotations

from console.client.store import Store


def grid_label(store: Store, code: str) -> str:
    """`g137`, or nothing where the grid is unknown."""
    grid = store.grids.get(code)
    return grid.label if grid else ""


def community_name(store: Store, grid_code: str) -> str:
    """Name of the community of a grid."""
    grid = store.grids.get(grid_code)
    community = store.communities.get(grid.community) if grid else None
    return community.name if community else ""


def street_name(store: Store, code: str) -> str:
    """Name of a street, or nothing."""
    street = store.streets.get(code)
    return street.name if street else ""


def short_place(store: Store, grid_code: str) -> str:
    """Community and grid: 柳园社区 g137."""
    return " ".join(
        part for part in (community_name(store, grid_code), grid_label(store, grid_code)) if part
    )


def full_place(store: Store, grid_code: str, street: str, address: str = "") -> str:
    """Street, community, grid and address, as far as they are known."""
    parts = (
        street_name(store, street),
        community_name(store, grid_code),
        grid_label(store, grid_code),
        address,
    )
    return " · ".join(part for part in parts if part)
