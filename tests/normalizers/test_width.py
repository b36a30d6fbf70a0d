"""Letters and digits of full width become half width; marks that are wide by nature do not."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors.width import corrupt, wide
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from zhpolicytext import width
from zhpolicytext.core.edits import Edit

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%"


@law
@given(policy_documents(), st.integers(0, 2**32).map(Random))
def test_widened_letters_and_digits_come_back(document, rng):
    assert width(corrupt(document, rng)) == document


@law
@given(policy_documents())
def test_a_clean_document_comes_back_as_the_same_object(document):
    assert width(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_finds_nothing(text):
    once = width(text)
    assert width(once) == once


@pytest.mark.parametrize("char", ALPHANUMERIC)
def test_every_letter_and_digit_alone_is_found(char):
    text = "推进改革，完善制度（试行）：" + wide(char) + "；落实！"
    assert width(text) == "推进改革，完善制度（试行）：" + char + "；落实！"


@pytest.mark.parametrize("text", [
    "，。、：；！？（）《》“”‘’【】〔〕…—～·",
    "｜￥．－／",
    "ｶﾀｶﾅ ﾊﾝｶｸ",
    "　　首行缩进两格",
    "①②③ⅠⅡⅢ㎡㎞℃",
    "︰﹏﹐﹑",
    "𝟘𝟙",
])
def test_wide_marks_half_width_katakana_indents_and_compatibility_signs_stay(text):
    assert width(text) is text


def test_a_run_is_one_edit():
    (step,) = width.run("在２０２３年ＧＤＰ").steps
    assert step.edits == (Edit(1, 5, "2023"), Edit(6, 9, "GDP"))


def test_a_per_cent_sign_follows_its_number():
    assert width("增长５．５％、占比８％") == "增长5.5%、占比8%"


@given(st.text("０５．％Ａｚ＋.5a中", max_size=16))
def test_runs_of_full_width_are_those_that_a_search_at_every_place_finds(text):
    import re

    from zhpolicytext.normalizers.width import _WIDE

    everywhere = re.compile("(?:[０-９Ａ-Ｚａ-ｚ％＋＝＆＠＃]|(?<=[０-９])．(?=[０-９]))+")
    assert [match.span() for match in _WIDE.finditer(text)] == [match.span() for match in everywhere.finditer(text)]
