"""What the parent tells a simulator process on its standard input."""

from __future__ import annotations

import msgspec

SCENARIOS = (
    *("S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09"),
    *("S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18", "S20"),
)
"""Ids of the scenarios that come with the program."""


class Seat(msgspec.Struct, frozen=True):
    """A signed-in session at the simulated desk: one role, in `street` for a street seat.

    `console` is the id that the hub's allow-list binds to the key pair (Z85); every seat needs its
    own, because the hub attaches a console once.
    """

    role: str
    token: str
    console: str
    public_key: str
    secret_key: str
    street: str = ""


class SourceStart(msgspec.Struct, frozen=True):
    """How one source is to run.

    `endpoint` is the hub's INGEST address, the keys are Z85 CURVE keys; `spool_folder` holds the
    source's outbox, `district_folder` the district pack. `started_at` (POSIX seconds) is the
    instant from which all processes of one demo count; `seed` makes their plans agree. `scenarios`
    names the scenario ids to play, `scenario_folder` where their files are. On `first_run` the
    sources hand over the cases that were open before. With `feed` (the hub's FEED address) and
    `seat` the units of patrol-gps go where the hub's cases send them, besides the stories.
    """

    source: str
    endpoint: str
    server_key: str
    public_key: str
    secret_key: str
    spool_folder: str
    district_folder: str
    scenario_folder: str
    started_at: float
    seed: int = 20211128
    speed: float = 1.0
    scenarios: tuple[str, ...] = SCENARIOS
    reports_per_minute: float = 1.0
    first_run: bool = False
    feed: str = ""
    seat: Seat | None = None


class DeskStart(msgspec.Struct, frozen=True):
    """How the scripted desk is to run; what is not said here is as in `SourceStart`.

    `endpoint` is the hub's FEED address. The first seat reads for all. Seats that are wanted but
    not there are stood in for: street seats by the operator, the others by the shift leader.
    """

    endpoint: str
    server_key: str
    seats: tuple[Seat, ...]
    spool_folder: str
    district_folder: str
    scenario_folder: str
    started_at: float
    seed: int = 20211128
    speed: float = 1.0
    scenarios: tuple[str, ...] = SCENARIOS
