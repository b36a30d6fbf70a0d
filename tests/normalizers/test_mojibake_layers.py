"""Several histories in one text: parts read wrongly in different ways, or twice. What comes out is not damaged again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import explain, mojibake

READINGS = (damage.gbk_as_latin1, damage.utf8_as_latin1, damage.big5_as_latin1, damage.utf8_as_gbk, str,
            lambda text: damage.utf8_as_latin1(text, "latin-1", damage.C1), lambda text: damage.gbk_as_latin1(text)[:-1],
            lambda text: damage.utf8_as_latin1(text)[1:])
WORDS = ("养护", "公路", "县区", "农村", "乡镇", "质量", "，", "。", "二〇一六年", "七月", "九日", "18", "2016年", "《", "》", "、", " ", "\n")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(READINGS)), max_size=7))
def test_parts_of_several_histories_are_settled_in_one_go(parts):
    once = mojibake("".join(reading("".join(words)) for words, reading in parts))
    assert mojibake(once) == once


@pytest.mark.parametrize("broken", [
    "2Å©´å¹«Â·鏁欒偛缕0",  # what the single bytes become looks like UTF-8 beside what was UTF-8
    "·¢Õ¹鍐滄宸ヤ綔鏀€", "ÎñÔºÅ©´å¸Ä¸ïÅ©´åã‡äºŒä¸‰å¡·¹úÎñÔº", "鍥藉姟闄�厩闆r-ldquo;", "藉疄銆�023骞�V年",
    "\x85pldquo;Ê®¶þÈÕ“",  # ldquo; stands behind a letter that is none
    "½ÌÓý二〇二三年五月十二日é¡¤¡", "æ•™è‚²\x80æ•™è‚²",
])
def test_what_was_left_is_not_taken_for_another_damage(broken):
    once = mojibake(broken)
    assert mojibake(once) == once


def test_good_chinese_is_no_letters_of_two_bytes():
    """农村公路 in GBK has the bytes of ũ; beside UTF-8 that was read as GBK it stays."""
    line = "农村公路养护" + damage.utf8_as_gbk("教育")
    assert "农村公路养护" in mojibake(line)


def test_what_is_under_the_first_layer_is_read_as_well():
    broken = damage.utf8_as_latin1(damage.utf8_as_gbk("要加强组织领导，落实工作责任。\n" * 4))
    assert mojibake(broken) == "要加强组织领导，落实工作责任。\n" * 4


def test_several_layers_can_be_taken_back():
    broken = "前言。\n" + damage.utf8_as_latin1(damage.utf8_as_gbk("要加强组织领导，落实工作责任。\n" * 4))
    document = explain(broken)
    assert document.text == "前言。\n" + "要加强组织领导，落实工作责任。\n" * 4
    assert document.revert(lambda change: True) == broken


def test_each_line_goes_under_the_rule_of_its_outermost_layer():
    certain, twice = "各学校要加强校园安全管理，保障师生安全。", "要加强组织领导，落实工作责任。"
    broken = damage.utf8_as_gbk(certain) + "\n" + damage.utf8_as_latin1(damage.utf8_as_gbk(f"{twice}\n" * 4))
    document = mojibake.run(broken)
    assert document.text == f"{certain}\n" + f"{twice}\n" * 4
    rules = {change.rules[0]: change.raw_start for change in reversed(document.changes)}
    assert rules.keys() == {"mojibake.utf8-as-gbk-lossy", "mojibake.as-latin1-lossy"}
    assert rules["mojibake.utf8-as-gbk-lossy"] < broken.index("\n") < rules["mojibake.as-latin1-lossy"]
