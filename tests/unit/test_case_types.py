"""The shipped tree of case types."""

from __future__ import annotations

import pytest

from console.domain.case_types import CaseTypes


def test_every_field_of_the_guide_is_there(case_types: CaseTypes) -> None:
    groups = {each.group for each in case_types}
    assert groups == set("ABCDEFGHIJKZ")
    names = {each.name for each in case_types}
    assert {"走失寻人", "火情", "内涝", "井盖", "独居老人", "铁路沿线"} <= names
    assert all(each.name_en.isascii() and each.name_en for each in case_types)
    assert all(each.checklist and each.lead for each in case_types)
    assert all(each.code.startswith(each.group) for each in case_types)


def test_unknown_codes_are_treated_as_other(case_types: CaseTypes) -> None:
    assert case_types.get("X99").code == "Z01"
    assert "X99" not in case_types


def test_a_code_used_twice_is_refused() -> None:
    leaf = {"code": "Z01", "name": "n", "name_en": "n"}
    group = {"code": "Z", "name": "n", "name_en": "n", "level": 4, "lead": "l"}
    with pytest.raises(ValueError, match="used twice"):
        CaseTypes.from_table({"group": [{**group, "leaf": [leaf, leaf]}]})
