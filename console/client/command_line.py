"""What a line typed into the command bar means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from console.client.spelling import matches
from console.client.store import Store
from console.domain.facts import Kind

MOST = 12
"""Suggestions shown at once."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing a line may mean. `text` is what to type for it, `title` what it is."""

    kind: Kind
    key: str
    text: str
    title: str


def suggest(store: Store, line: str) -> list[Suggestion]:
    """What the line may mean, best first; at most `MOST`.

    `g137` is a grid, `c 0421` or `c0421` a camera, digits or a whole number a case, anything else
    words or pinyin initials in names of grids, cases, cameras, units and venues.
    """
    words = line.strip().lstrip("/").strip().lower()
    if not words:
        return []
    head, tail = words[0], words[1:].strip()
    if head == "g" and (tail.isdigit() or not tail):
        return _first(_grids(store, tail))
    if head == "c" and (tail.isdigit() or not tail):
        return _first(_cameras(store, tail))
    if words[-4:].isdigit() or words.isdigit():
        found = _first(_cases(store, words))
        if found:
            return found
    return _first(_by_words(store, words))


def spoken_names(store: Store) -> list[str]:
    """What words and initials are looked for in; call from the store's own thread."""
    return [name for each in _named(store) for name in (each.text, each.title)]


def _first(found: Iterator[Suggestion]) -> list[Suggestion]:
    return [each for each, _ in zip(found, range(MOST), strict=False)]


def _grids(store: Store, digits: str) -> Iterator[Suggestion]:
    wanted = digits.lstrip("0")
    exact = [grid for grid in store.grids.values() if str(grid.number) == wanted]
    rest = (
        grid
        for grid in store.grids.values()
        if str(grid.number).startswith(wanted) and grid not in exact
    )
    for grid in (*exact, *sorted(rest, key=lambda each: each.number)):
        yield Suggestion(Kind.GRID, grid.code, grid.label, _grid_title(store, grid.code))


def _grid_title(store: Store, code: str) -> str:
    grid = store.grids[code]
    community = store.communities.get(grid.community)
    return community.name if community else grid.name


def _cameras(store: Store, digits: str) -> Iterator[Suggestion]:
    for camera in store.cameras.values():
        number = camera.number.lower().removeprefix("c")
        if number.startswith(digits) or number.lstrip("0") == digits.lstrip("0"):
            yield Suggestion(Kind.CAMERA, camera.id, camera.number, camera.name)


def _cases(store: Store, words: str) -> Iterator[Suggestion]:
    for number, case in store.cases.items():
        if number.lower().endswith(words) or number.lower() == words:
            yield Suggestion(Kind.CASE, number, number, case.opening.title)


def _by_words(store: Store, words: str) -> Iterator[Suggestion]:
    for each in _named(store):
        if matches(words, each.text, each.title):
            yield each


def _named(store: Store) -> Iterator[Suggestion]:
    for number, case in store.cases.items():
        if case.open:
            yield Suggestion(Kind.CASE, number, number, case.opening.title)
    for street in store.streets.values():
        yield Suggestion(Kind.STREET, street.code, street.name, street.name)
    for unit in store.units.values():
        yield Suggestion(Kind.UNIT, unit.id, unit.name, unit.name)
    for grid in store.grids.values():
        yield Suggestion(Kind.GRID, grid.code, grid.label, _grid_title(store, grid.code))
    for camera in store.cameras.values():
        yield Suggestion(Kind.CAMERA, camera.id, camera.number, camera.name)
