"""Whole texts in one double-byte encoding or in UTF-8, read by the decoder of another: each decoder loses its own bytes."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.strategies import policy_sentences

PAGE = (
    "关于做好秋冬季农田水利建设的通知\n"
    "各县（市、区）人民政府，市政府各部门：\n"
    "　　为进一步加强农田水利基础设施建设，提高农业综合生产能力，现就有关工作通知如下。\n"
    "　　一、提高认识。各级各部门要坚持把农田水利作为保障粮食安全的重要措施，加大投入，落实责任。\n"
    "　　二、强化监督。对工作不力的单位，要及时督促整改；对成绩突出的，要给予表扬。\n"
)
TRADITIONAL = (
    "關於做好秋冬季農田水利建設的通知\n"
    "　　為進一步加強農田水利基礎設施建設，提高農業綜合生產能力，現就有關工作通知如下。\n"
    "　　一、提高認識。各級各部門要堅持把農田水利作為保障糧食安全的重要措施，加大投入，落實責任。\n"
)
KEEPING = [damage.read_as_browsers, damage.read_as_windows]  # every pair is a character, a private one if need be
SHOWING = {
    "browsers": damage.read_as_browsers,
    "Java": damage.read_as_java,
    "Python gbk": damage.read_as_python,
    "Python gb18030": lambda data: damage.read_as_python(data, "gb18030"),
    "a table of GBK": lambda data: damage.read_as_iconv(data, "\ufffd"),
    "cp936 with user-defined areas": damage.read_as_gbk,
}
SILENT = {
    "Python gbk": lambda data: damage.read_as_python(data, "gbk", "ignore"),
    "Python gb18030": lambda data: damage.read_as_python(data, "gb18030", "ignore"),
    "cp936 with user-defined areas": lambda data: damage.read_as_gbk(data, ""),
}
FEW = settings(max_examples=25, deadline=None)


def _ids(decoder):
    return decoder.__name__


@pytest.mark.parametrize("page", [PAGE, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize("decoder", SHOWING.values(), ids=SHOWING.keys())
def test_utf8_comes_back_whichever_decoder_read_it(page, decoder):
    broken = damage.utf8_read_by(page, decoder)
    assert "\ufffd" in broken
    assert mojibake(broken) == page


@pytest.mark.parametrize("decoder", SILENT.values(), ids=SILENT.keys())
def test_utf8_comes_back_where_a_decoder_drops_what_it_does_not_know(decoder):
    assert mojibake(damage.utf8_read_by(PAGE, decoder)) == PAGE


@pytest.mark.parametrize("decoder", KEEPING, ids=_ids)
def test_big5_comes_back_exactly_where_every_pair_is_a_character(decoder):
    assert mojibake(damage.big5_read_by(TRADITIONAL, decoder)) == TRADITIONAL


@pytest.mark.parametrize("decoder", [damage.read_as_gbk, damage.read_as_java, damage.read_as_python], ids=_ids)
def test_big5_whose_losses_show_comes_back_or_stays_lost_in_a_few_places(decoder):
    broken = damage.big5_read_by(TRADITIONAL, decoder)
    assert "\ufffd" in broken
    new = mojibake(broken)
    assert len(new) == len(TRADITIONAL)
    assert sum(one != other for one, other in zip(new, TRADITIONAL, strict=True)) < 0.05 * len(TRADITIONAL)


@FEW
@given(policy_sentences(), st.sampled_from(KEEPING))
def test_law_utf8_that_lost_no_byte_comes_back_exactly(sentence, decoder):
    text = PAGE.split("\n")[0] + re.sub("[\0-\x7f]", "", sentence)
    for _ in range(3):  # until the last byte has a partner
        broken = damage.utf8_read_by(text, decoder)
        if "\ufffd" not in broken and "?" not in broken:
            assert mojibake(broken) == text
            return
        text += "。"


def _meeting(lead, trail):
    """A frequent character whose last byte in UTF-8 is the one, and one whose first byte is the other."""
    first = next((char for char in "展部政工要会的和是有年发大作经区企学革制度产党全民科技服地设力加市场教建议开家社高生公路法动实务能基理安全主本增体水共同组织结农村资金"
                  if char.encode()[2] == lead), None)
    second = next(char for char in "中国教设需部革" if char.encode()[0] == trail)
    return first and first + second


AREAS = [(lead, trail) for lead in (*range(0xA1, 0xA8), *range(0xAA, 0xB0)) for trail in (0xE4, 0xE5, 0xE6, 0xE8, 0xE9)]


@pytest.mark.parametrize("decoder", KEEPING, ids=_ids)
def test_pairs_of_the_user_defined_areas_and_of_free_cells_are_bytes_like_others(decoder):
    pairs = [pair for lead, trail in AREAS if (pair := _meeting(lead, trail))]
    assert len(pairs) > 30
    for pair in pairs:
        for text in (f"教育部门要落实{pair}工作会议精神", f"1教育部门要落实{pair}工作会议精神"):
            broken = damage.utf8_read_by(text, decoder)
            if "\ufffd" not in broken and "?" not in broken:
                assert mojibake(broken) == text


def test_private_characters_of_windows_stand_for_the_cells_that_gbk_leaves_free():
    broken = damage.big5_read_by("協助企業取得水利工程之全部資金", damage.read_as_windows)
    assert re.search("[\ue766-\ue864]", broken)
    assert mojibake(broken) == "協助企業取得水利工程之全部資金"


def test_a_euro_sign_is_byte_80_or_the_pair_that_gb18030_has_for_it():
    text = "一是改善各个方面。\n二是推进农村改革的各项工作。\n"
    assert "靀" not in mojibake(damage.utf8_read_by(text, damage.read_as_browsers))
    assert mojibake(damage.utf8_read_by(text, damage.read_as_browsers)) == text
    assert mojibake(damage.utf8_read_by(text, SHOWING["Python gb18030"])) == text


@pytest.mark.parametrize(("number", "left"), [
    ("０．５％", "\ufffd．５％"),  # ０ or １: nobody knows
    ("１．５％", "\ufffd．５％"),
    ("１項", "\ufffd項"),
    ("１０％", "\ufffd\ufffd％"),
    ("１２％", "１２％"),  # no number begins with ０
])
def test_a_digit_that_is_lost_may_be_the_zero_before_a_point(number, left):
    text = TRADITIONAL + f"　　二、全年增長{number}，加快推進水庫建設。\n"
    assert mojibake(damage.big5_as_gbk(text)) == text.replace(number, left)


def test_a_digit_that_is_lost_is_not_guessed_but_for_the_first_of_a_number():
    text = TRADITIONAL + "　　二、１９８０年前後完成各項投資，加快推進水庫建設。\n"
    assert mojibake(damage.big5_as_gbk(text)) == text.replace("１９８０年", "１９８\ufffd年")


def test_quotes_and_brackets_have_their_partners():
    text = "要认真实施《\n全国水利发展规划\n》，加快推进农村改革和农田水利建设。\n"
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_big5_of_which_every_third_character_is_gone_without_a_trace_is_left():
    broken = damage.big5_as_gbk(TRADITIONAL, "", False)
    assert mojibake(broken) == broken


def test_a_line_of_addressees_ends_with_a_colon():
    text = PAGE.split("\n")[0] + "\n各省、自治区、直辖市人民政府：\n" + PAGE.split("\n")[2] + "\n"
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_hearers_in_the_middle_of_a_speech_are_exclaimed_to():
    text = PAGE.replace("：\n", "。\n") + "　　各位代表！\n　　我们要继续加快推进农村改革，落实各项政策措施。\n"
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_gbk_that_python_read_as_big5_comes_back():
    text = PAGE.split("\n")[0] + "\n"
    assert mojibake(damage.gbk_read_by(text, "big5")) == text


def test_utf8_that_was_read_twice_comes_back_with_what_the_second_round_lost():
    text = PAGE.replace("：\n", "。\n")
    broken = damage.utf8_as_gbk(text, rounds=2)
    assert "\ufffd" in broken
    assert mojibake(broken) == text


@pytest.mark.parametrize("unit", ["銆\ufffd", "銆\ufffd\n", "鏁欒\ufffd", "€", "銆€", "靀€", "毙▅\ufffd场A", "毙▅场\ue058\n", "鏁?欒?", "\ue000\ue101"])
def test_many_gaps_cost_what_they_are(unit, states_of):
    """Twice the text, twice the work."""
    work = [states_of(unit * (size // len(unit))) for size in (400, 800)]
    assert work[1] <= 2.5 * work[0] + 1000


def test_guesses_do_not_depend_on_the_order_of_sets():
    rng = random.Random(5)
    lines = TRADITIONAL.split("\n")
    rng.shuffle(lines)
    broken = damage.big5_as_gbk("\n".join(lines))
    assert mojibake(broken) == mojibake(broken[:]) == "\n".join(lines)


@pytest.mark.parametrize("line", ["2023한の", "전국の人民代表大会", "教育😀怘瘥", "ภาษาの怘瘥"])
def test_a_line_with_characters_that_no_decoder_has_is_no_double_byte_text(line):
    assert mojibake(line) is line
