"""GBK that lost one byte and was read on by a plain decoder: what is no character there is shown, or is gone."""

from difflib import SequenceMatcher
from random import Random

import pytest

from tests.corruptors import mojibake as damage
from zhpolicytext import clean, explain, mojibake

#: Of our own.
LINES = (
    "各县区要加强中小学校舍安全检查，发现隐患及时整改，确保师生人身安全。",
    "全市要继续推进义务教育均衡发展，改善农村学校办学条件，缩小城乡之间的差距。",
    "要完善社会保障制度，扩大基本养老保险覆盖范围，提高城乡居民的生活水平。",
    "我们要坚持绿色发展，加强生态环境保护，推动经济社会持续健康发展。",
)
SIGNS = [("?", "?"), ("\N{REPLACEMENT CHARACTER}", "\N{REPLACEMENT CHARACTER}"), ("?", ""), ("", "?"), ("", "")]


def share_restored(sign, pair):
    """Of the characters that the damage took, across the lines and three places in each."""
    lost = still = 0
    for line in LINES:
        for at in (5, 7, 10):
            broken = damage.stream_out_of_step(line, sign, pair, 1, at)
            assert broken != line
            lost += wrong(line, broken)
            still += wrong(line, mojibake(broken))
    return 1 - still / lost


def wrong(right, text):
    """Characters of the right text that are not in the other one, in order."""
    return len(right) - sum(block.size for block in SequenceMatcher(None, right, text, autojunk=False).get_matching_blocks())


@pytest.mark.parametrize(("sign", "pair"), SIGNS)
def test_a_stream_that_lost_a_byte_comes_back(sign, pair):
    assert share_restored(sign, pair) > 0.8


def test_pairs_that_are_shown_are_told_from_pairs_that_vanished():
    line = LINES[3]
    assert mojibake(damage.stream_out_of_step(line, "?", "?", 1, 5)) == line


def test_a_stream_is_followed_to_the_end_of_a_long_line():
    line = "，".join(part.rstrip("。") for part in LINES * 3) + "。"
    broken = damage.stream_out_of_step(line, "\ufffd", "\ufffd", 1, 7)
    assert len(line) > 300
    assert wrong(line, mojibake(broken)) * 10 < wrong(line, broken)


def test_a_repair_of_a_stream_is_a_guess_or_sure_and_says_so():
    steps = explain(damage.stream_out_of_step(LINES[0], "?", "?", 1, 7)).steps
    assert {step.rule.id for step in steps} & {"mojibake.out-of-step", "mojibake.out-of-step-guess"}


@pytest.mark.parametrize(("sign", "pair"), SIGNS)
def test_a_second_run_finds_nothing_more_in_a_stream(sign, pair):
    for line in LINES:
        once = mojibake(damage.stream_out_of_step(line, sign, pair, 1, 8))
        assert mojibake(once) == once


@pytest.mark.parametrize("stray", ["?", "??", "???", "\ufffd", "岚犇頔", "喆垚翀", "?岚", "\ufffd赟"])
def test_signs_and_rare_characters_in_good_lines_are_no_stream(stray):
    rng = Random(stray)
    for line in LINES:
        at = rng.randrange(2, len(line) - 2)
        text = line[:at] + stray + line[at:]
        assert mojibake(text) is text


def test_a_list_of_rare_names_is_no_stream():
    text = "参加人员：王堃、李赟、张祎、陈翀、刘珺、赵玥、孙垚、周淼、吴犇、郑赑、冯喆、褚頔。"
    assert clean(text) is text


@pytest.mark.parametrize("pair", ["?", "\ufffd", ""])
def test_work_is_linear_in_the_length_of_a_stream(pair, states_of):
    broken = damage.stream_out_of_step("，".join(part.rstrip("。") for part in LINES) + "。", "?", pair, 1, 7)
    work = [states_of("\n".join([broken] * times)) for times in (1, 4, 8)]
    assert 0 < work[0] and work[2] < 2.5 * work[1]
