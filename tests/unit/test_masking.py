"""Nothing in clear leaves the hub."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.masking import mask_name, mask_person, mask_phone, mask_text


@pytest.mark.parametrize(
    ("clear", "masked"),
    [
        ("罗建国", "罗某某"),
        ("罗三", "罗某"),
        ("欧阳锋", "欧阳某"),
        ("欧阳建国", "欧阳某某"),
        ("罗某某", "罗某某"),
        ("John Smith", "J***"),
        ("", ""),
    ],
)
def test_names(clear: str, masked: str) -> None:
    assert mask_name(clear) == masked


@pytest.mark.parametrize(
    ("clear", "masked"),
    [
        ("13812345678", "138****5678"),
        ("138 1234 5678", "138****5678"),
        ("+86 138-1234-5678", "138****5678"),
        ("6351234", "***1234"),
        ("120", "***"),
        ("who@example.org", "w***"),
        ("", ""),
    ],
)
def test_phones(clear: str, masked: str) -> None:
    assert mask_phone(clear) == masked


@pytest.mark.parametrize(
    ("shown", "masked"),
    [
        ("李建国", "李某某"),
        ("网格员李建国", "网格员李某某"),
        ("值班长陈某", "值班长陈某"),
        ("巡逻2组", "巡逻2组"),
        ("高新派出所", "高新派出所"),
        ("社区呼叫中心", "社区呼叫中心"),
        ("消防一队 13812345678", "消防一队 138****5678"),
    ],
)
def test_people_are_masked_and_units_are_not(shown: str, masked: str) -> None:
    assert mask_person(shown) == masked


def test_free_text() -> None:
    text = "罗建国(420204199001011234)电话13812345678、0714-6351234，案号20211128001"
    masked = "罗某某(4202****1234)电话138****5678、0714-***1234，案号20211128001"
    assert mask_text(text, ("罗建国",)) == masked


@given(st.integers(130_0000_0000, 199_9999_9999), st.text("电话在家，。 ab", max_size=10))
def test_no_mobile_number_survives_in_text(number: int, around: str) -> None:
    assert str(number) not in mask_text(f"{around}{number}{around}")


@given(st.text(max_size=20))
def test_masks_are_stable(text: str) -> None:
    assert mask_text(mask_text(text)) == mask_text(text)
    assert mask_person(mask_person(text)) == mask_person(text)
