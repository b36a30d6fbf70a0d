"""Pages that show ``?`` or U+FFFD where no character of the text is lost: emoji, ornaments, blanks that a database took."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.strategies import policy_documents


@settings(max_examples=60, deadline=None)
@given(policy_documents(), st.integers(0, 2**32).map(Random), st.sampled_from([0.02, 0.1, 0.4]))
def test_signs_for_emoji_are_no_lost_bytes(document, rng, share):
    shown = damage.signs_for_emoji(document, rng, share)
    assert mojibake(shown) is shown


@pytest.mark.parametrize("text", [
    # rare characters and ornaments that stand between two signs and stay are no evidence
    "◆ ?◆?◆??◆? 活动预告??◆?◆",
    "扫码关注??校园新鲜事??每天早上七点见~关注??翡翠湖畔??讲述身边的故事",
    "失实报道?? ??危害指数：★★? ?欺骗指数：★★★",
    "共设三处停车场。 ?  ▲一号停车场入口 2 实行人车分离 ?  二号停车场入口在北侧",
    "编辑丨周晓敏?“一件事”怎么办？蜗牛也能爬上坡！?大厅开设专窗",
    # nor are the rows of a page whose blanks were lost
    "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}　　各单位要高度重视。\n\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n",
    " \N{REPLACEMENT CHARACTER}Public \N{REPLACEMENT CHARACTER}domain?",
])
def test_what_stays_is_no_evidence_of_damage(text):
    assert mojibake(text) is text


def test_damage_beside_such_signs_is_still_repaired():
    line = "要加快农业科技进步，完善社会保障制度，扩大基本养老保险覆盖范围，提高城乡居民的生活水平。"
    broken = damage.stream_out_of_step(line, "?", "?", 1, 7)
    assert mojibake("关注?\n" + broken + "\n?▼往期").count("社会保障制度") == 1


@pytest.mark.parametrize("text", [
    "怎么又停电了?\n嗳嗳嗳嗳嗳，急死人了，作业还没有写完。", "同志们，??淦淦淦淦淦淦?同志们，", "要抓好?枋枋枋枋枋枋?要抓好", "今年以来�瘔瘔瘔瘔瘔，今年以来",
])
def test_a_row_of_one_character_is_no_row_of_bytes(text):
    assert mojibake(text) is text
