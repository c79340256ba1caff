"""Filter, search and order over columns give what a naive look at every case gives."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from console.client.case_filter import CaseFilter
from console.client.case_listing import CaseListing, CaseOrder
from console.client.case_search import CaseSearch
from console.client.case_table import CaseTable, Rows
from console.client.deadlines import NEVER, next_clock, next_due
from console.client.search_texts import SearchTexts
from console.client.spelled_block import Mask, SpelledBlock
from console.client.spelling import matches
from console.domain.case import Case, CaseSource, CaseState
from console.domain.sla import ClockKind, Light
from tests.builders import NOW, build_case, build_clocks, build_grids, build_store

USER = "陈某"
STREETS = ("420299001", "420299002", "420299003")
TITLES = ("长江边有人落水", "新下陆噪声", "乐声扰民 g12", "ABC厂-气味", "石榴园 12 栋", "重复来电")
HOLDERS = ("值班员", "值班长", USER, "巡逻 2 队")
GRIDS = build_grids(4, random.Random(1))  # noqa: S311  # repeatable, not secret
BASE = build_case(0, NOW, GRIDS, [])


def case_of(number: int, title: str, level: int, left: int | None, more: dict[str, str]) -> Case:
    opening = replace(
        BASE.opening,
        number=f"XL20211128-{number:04d}",
        title=title,
        street=more["street"],
        case_type=more["type"],
        source=CaseSource(more["source"]),
    )
    clocks = () if left is None else build_clocks(NOW, ClockKind.HANDLED, left, 1000)
    return replace(
        BASE,
        opening=opening,
        level=level,
        state=CaseState(more["state"]),
        holder=more["holder"],
        clocks=clocks,
        reported_at=NOW - timedelta(minutes=number * 7 % 11),
        log=BASE.log if number % 3 == 0 else (),
    )


cases = st.builds(
    case_of,
    st.integers(0, 24),
    st.sampled_from(TITLES),
    st.integers(1, 4),
    st.none() | st.integers(-900, 900),
    st.fixed_dictionaries(
        {
            "street": st.sampled_from(STREETS),
            "type": st.sampled_from(("A01", "E01", "E04", "F01")),
            "source": st.sampled_from(("grid_app", "window", "police_110")),
            "state": st.sampled_from(("reported", "filed", "closed", "handling")),
            "holder": st.sampled_from(HOLDERS),
        }
    ),
)
filters = st.builds(
    CaseFilter,
    streets=st.sampled_from(((), STREETS[:1], STREETS[1:])),
    types=st.sampled_from(((), ("E",), ("E04", "F01"))),
    levels=st.sampled_from(((), (1, 2))),
    states=st.sampled_from(((), (CaseState.FILED,))),
    sources=st.sampled_from(((), (CaseSource.WINDOW,))),
    lights=st.sampled_from(((), (Light.RED,), (Light.AMBER, Light.GREEN))),
    holder=st.sampled_from(("", "值班员", "没有")),
    mine=st.booleans(),
)
WORDS = ("", "cj", "zj", "xxl", "0012", "g12", "有人", "ABC", "c-q", "2", "xl2021 slx", "sdy", "无")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(cases, min_size=1, max_size=6)),
        st.tuples(st.just("drop"), st.integers(0, 24)),
        st.tuples(st.just("words"), st.sampled_from(WORDS)),
        st.tuples(st.just("filter"), filters),
        st.tuples(st.just("order"), st.sampled_from(list(CaseOrder))),
        st.tuples(st.just("time"), st.integers(1, 400)),
    ),
    max_size=14,
)


def fields(case: Case) -> tuple[str, ...]:
    return (case.opening.title, case.number, case.opening.address, case.holder)


class Desk:
    """The listing beside a plain dictionary of cases."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.now = NOW
        self.order = CaseOrder.LEVEL
        self.table = CaseTable(USER)
        texts = SearchTexts(lambda slot: fields(self.last[self.table.key(slot)]))
        self.last: dict[str, Case] = {}
        self.search = CaseSearch(self.table, texts, self.seconds)
        self.listing = CaseListing(self.table, self.search, self.late, lambda: self.order)
        self.overdue_only = False

    def seconds(self) -> float:
        return self.now.timestamp()

    def late(self, rows: Rows) -> Mask:
        mask: Mask = (rows["due"] < self.now.timestamp()) | (not self.overdue_only)
        return mask

    def follow(self, keys: list[str]) -> None:
        self.last.update(self.cases)
        self.search.follow(self.table.update(self.cases, keys))
        self.step(keys)

    def step(self, keys: list[str]) -> None:
        for key in keys:
            before, after = self.listing.place(key)
            if before != -1:
                assert self.listing[before] == key
                self.listing.remove(key)
            if after != -1:
                self.listing.insert(key)
                assert self.listing[after] == key

    def naive(self) -> set[str]:
        wanted, words = self.search.filter, self.search.words
        return {
            key
            for key, case in self.cases.items()
            if case.open
            and matches(words, *fields(case))
            and passes(case, wanted, self)
            and (not self.overdue_only or next_due(case) < self.now)
        }

    def rank(self, key: str) -> tuple[object, object]:
        case = self.cases[key]
        if self.order is CaseOrder.LEVEL:
            return case.level, next_due(case)
        if self.order is CaseOrder.DEADLINE:
            return next_due(case), case.level
        at = case.reported_at if self.order is CaseOrder.NEWEST else case.updated_at
        return -at.timestamp(), case.level


def passes(case: Case, wanted: CaseFilter, desk: Desk) -> bool:
    clock = next_clock(case)
    light = clock.light(desk.now) if clock else None
    mine = case.holder == USER or any(entry.by == USER for entry in case.log)
    return (
        (not wanted.streets or case.opening.street in wanted.streets)
        and (not wanted.types or case.opening.case_type.startswith(wanted.types))
        and (not wanted.levels or case.level in wanted.levels)
        and (not wanted.states or case.state in wanted.states)
        and (not wanted.sources or case.opening.source in wanted.sources)
        and (not wanted.lights or light in wanted.lights)
        and (not wanted.holder or case.holder == wanted.holder)
        and (not wanted.mine or mine)
    )


@settings(max_examples=120, deadline=None)
@given(steps, st.booleans(), st.lists(cases, max_size=12))
def test_the_list_is_what_a_naive_look_finds(
    history: list[tuple[str, object]], overdue_only: bool, first: list[Case]
) -> None:
    desk = Desk()
    desk.overdue_only = overdue_only
    desk.cases = {case.number: case for case in first}
    desk.last.update(desk.cases)
    desk.table.rebuild(desk.cases)
    desk.search.restart()
    desk.listing.rebuild()
    for what, value in history:
        if what == "put":
            assert isinstance(value, list)
            desk.cases.update({case.number: case for case in value})
            desk.follow([case.number for case in value])
        elif what == "drop":
            key = f"XL20211128-{value:04d}"
            desk.cases.pop(key, None)
            desk.follow([key])
        elif what == "time":
            assert isinstance(value, int)
            desk.now += timedelta(seconds=value)
            desk.step(desk.listing.drifted())
        else:
            target = desk if what == "order" else desk.search
            setattr(target, what, value)
            desk.listing.rebuild()
        listed = [desk.listing[row] for row in range(len(desk.listing))]
        assert set(listed) == desk.naive()
        assert len(set(listed)) == len(listed)
        ordered = [desk.rank(key) for key in listed]
        assert ordered == sorted(ordered)
        assert [desk.listing.index_of(key) for key in listed] == list(range(len(listed)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("长乐重行石大区abg12-园 ", max_size=9), min_size=1, max_size=20),
    st.text("abcdghjlrsxyz12-", min_size=1, max_size=4),
)
def test_letters_of_many_texts_find_what_single_looks_find(texts: list[str], word: str) -> None:
    search = SearchTexts(lambda slot: (texts[slot],))
    search.reset(len(texts))
    found = search.found(word).tolist()
    assert found == [matches(word, text) for text in texts]


def test_xxl_finds_xinxialu() -> None:
    assert SpelledBlock(["新下陆街道", "柳园社区"]).found("xxl").tolist() == [True, False]


def test_preparing_ahead_changes_nothing_but_the_time() -> None:
    store = build_store(grids=20, cameras=2, cases=300, alarms=0, units=0)
    cases = list(store.cases.values())
    cold = SearchTexts(lambda slot: fields(cases[slot]))
    warm = SearchTexts(lambda slot: fields(cases[slot]))
    for texts in (cold, warm):
        texts.reset(len(cases))
    while not warm.prepare(0.001):
        pass
    for words in ("clwg", "0112", "社区 g", "x"):
        assert (cold.found(words) == warm.found(words)).all()


def test_cases_without_a_clock_stand_last() -> None:
    table = CaseTable(USER)
    case = replace(BASE, clocks=())
    table.rebuild({case.number: case})
    assert next_due(case) == NEVER
    assert table.rows["due"].tolist() == [float("inf")]
