"""Control characters and foreign line ends go; white space that a writer may leave stays."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors.control import CONTROLS, LINE_ENDS, corrupt
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from zhpolicytext import REPAIR, control
from zhpolicytext.core.edits import Edit

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@law
@given(policy_documents(), st.integers(0, 2**32).map(Random))
def test_control_characters_and_foreign_line_ends_go(document, rng):
    assert control(corrupt(document, rng)) == document


@law
@given(st.one_of(hostile_texts(), mixed_texts(), st.text(st.sampled_from("教 \t\n\r\x00\x85\x0b\u3000\u2028"), max_size=30)))
def test_a_second_run_finds_nothing(text):
    once = control(text)
    assert control(once) == once


@law
@given(policy_documents(), st.sampled_from(("\n", "\n\n", "\n\n\n", " \n", "\n\u3000\u3000", "\t\n", " \n \n")))
def test_clean_paragraphs_apart_come_back_as_the_same_object(document, break_):
    text = break_.join(document.split("\n")) + "\n"
    assert control(text) is text


@pytest.mark.parametrize("char", CONTROLS)
def test_every_control_character_goes(char):
    assert control(f"教{char}育") == "教育"


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_line_end_becomes_a_newline(end):
    assert control(f"第一章{end}第二章") == "第一章\n第二章"
    assert control(f"第一章{end}{end}第二章") == "第一章\n\n第二章"


def test_a_return_and_a_newline_are_one_edit():
    (step,) = control.run("甲\r\n乙").steps
    assert step.rule.id == "control.foreign-line-end"
    assert step.edits == (Edit(1, 3, "\n"),)


@pytest.mark.parametrize(("raw", "text"), [
    ("标题\n\n\n\n正文", "标题\n\n正文"),
    ("标题\n \n\u3000\n\t\n正文", "标题\n\n正文"),
    ("\n\n\n\n标题", "标题"),
    ("\n \n\n标题", "标题"),
    ("正文\n\n\n\n", "正文\n"),
])
def test_fields_of_blank_lines_shrink(raw, text):
    assert control(raw) == text


def test_a_removed_control_character_does_not_leave_a_field_of_blank_lines():
    assert control("甲\n\x00\n\x00\n\x00\n乙") == "甲\n\n乙"


@pytest.mark.parametrize("text", [
    "甲 \n乙", "甲\n\n乙\n", "甲\n\n\n乙", "  甲", "甲\t乙", "\n甲", "甲\n\n", "", "\n", "　　甲\n　　乙", "甲\N{NO-BREAK SPACE}乙", "\ufeff甲",
])
def test_white_space_of_a_writer_stays(text):
    assert control(text) is text


def test_half_a_character_is_pointed_at_and_stays():
    document = control.run("教\ud800育")
    assert document.text == "教\ud800育"
    (suggestion,) = document.suggestions
    assert (suggestion.rule, suggestion.start, suggestion.end) == ("control.lone-surrogate", 1, 2)


def test_bytes_of_mojibake_are_no_line_ends_and_no_controls():
    text = "全市河湖长制工作电视电话会议强调，各级河湖长要认真履行巡河责任，及时发现和解决突出问题。"
    raw = text.encode().decode("latin-1")
    assert "\x85" in raw and "\x9c" in raw
    assert REPAIR(raw) == text


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_line_end_becomes_a_newline_in_a_whole_document(end):
    lines = ("关于开展巡河的通知", "各镇街：", "现将有关事项通知如下。", "一、提高认识", "二、落实责任")
    assert REPAIR(end.join(lines)) == "\n".join(lines)
