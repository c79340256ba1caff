"""Search by words and pinyin initials."""

from __future__ import annotations

import subprocess
import sys

import pytest

from console.client.spelling import learn, matches


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("xxl", True),
        ("XXL", True),
        ("xl jd", True),
        ("下陆", True),
        ("c12", True),
        ("lc", False),
        ("xlx", False),
        ("12c", False),
    ],
)
def test_words_and_initials_find_a_name(needle: str, found: bool) -> None:
    assert matches(needle, "新下陆街道 C12") is found


@pytest.mark.parametrize("needle", ["cj", "zj"])
def test_every_reading_of_a_character_finds_it(needle: str) -> None:
    assert matches(needle, "长江路")


def test_learned_names_are_spelled_without_the_large_phrase_book() -> None:
    learn(["柳园街道", "C0421"])
    code = (
        "import os; from console.client.spelling import matches;"
        "assert matches('lyjd', '柳园街道');"
        "import sys; assert 'pypinyin.phrases_dict' not in sys.modules;"
        "assert 'PYPINYIN_NO_PHRASES' not in os.environ"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)
