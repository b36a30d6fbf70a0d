"""The passes that all gates share may see too much, never too little."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.hostile import KINDS, hostile
from zhpolicytext.core.profile import Profile
from zhpolicytext.entities.candidates import CANDIDATES, _candidate, may_hold_candidate
from zhpolicytext.entities.units import first_characters
from zhpolicytext.normalizers.ocr.digits import LOST_ONE, has_letters_in_numbers
from zhpolicytext.normalizers.ocr.marks import has_o
from zhpolicytext.normalizers.punctuation.stops import _FULL, _HALF
from zhpolicytext.normalizers.script import has_zhu
from zhpolicytext.normalizers.width import _WIDE
from zhpolicytext.normalizers.wrap.words import has_inner_spaces
from zhpolicytext.text import bitmap, gates
from zhpolicytext.text import sieve as sieves

#: Every character that a candidate of a number or date begins with, goes on with or looks at, one of each sort of
#: stranger, and characters that share a half of their code unit with one of these.
TELLING = ("零〇○一二三九两兩十百千万萬亿億OoＯｏ0０◯15９．.,/-–－～~﹣−—  \xa0\u2000\u2005\u200a\u3000年月日时時点點分号號底初〔〕（）()[］第至到余餘多个所元％%"
           "中教学業，。\n\U00020000\ud800丁兀")


def seen(text):
    """What both passes see: the search, and the rows that stand in for it where it was given up."""
    rows = bitmap.row(Profile(text)).kinds
    if rows & bitmap.NUMERALS:
        rows |= sieves.ONES
    found = sieves.finds(Profile(text))
    return rows & found


def assert_candidate_is_seen(text):
    assert CANDIDATES.shown(Profile(text)) >= may_hold_candidate(Profile(text)), text
    if not may_hold_candidate(Profile(text)):
        assert _candidate().search(text) is None, text
        assert "％" not in text and "百分之" not in text


@pytest.mark.parametrize("context", ["{}", "教{}", "{}教", "2023{}", "2023年{}5", "〕{}号", "三{}所", "第{}年"])
def test_no_candidate_of_two_characters_goes_unseen(context):
    before, after = context.split("{}")
    for first, second in product(TELLING, repeat=2):
        assert_candidate_is_seen(before + first + second + after)


@settings(max_examples=800, deadline=None)
@given(st.text(st.sampled_from(TELLING), max_size=8), st.text(st.sampled_from(TELLING), max_size=8))
def test_no_candidate_goes_unseen(one, other):
    assert_candidate_is_seen(f"推进{one}改革{other}")


@pytest.mark.parametrize("kind", KINDS)
def test_no_candidate_goes_unseen_on_hostile_text(kind):
    for length in (1, 2, 3, 30):
        assert_candidate_is_seen(f"教育{hostile(kind, length)}改革")


def test_each_wide_character_is_seen_wherever_it_stands():
    for code in range(0x10000):
        character = chr(code)
        if _WIDE.match(character):
            for text in (character, "教" + character, character + "育", "教" + character + "育"):
                assert seen(text) & bitmap.WIDE, text


def test_marks_and_quotes_side_by_side_are_seen():
    for first, second in product("，、。；：,;:？！?!“”《》（教", repeat=2):
        pair = "教" + first + second + "育"
        if any(pattern.search(pair) for pattern in (*_FULL, _HALF[0][1])):
            assert seen(pair) & bitmap.MARKS, pair
        if pair[1:3] in ("““", "《《") or first == "“" and second in "，、；,;":
            assert seen(pair) & bitmap.QUOTES, pair


CLOSE = "岚沅怡瞩教育，。—·〇、ab5 《А々〔é学"


def assert_the_search_agrees_with_the_encoder(text):
    profile = Profile(text)
    data = gates.gb2312(Profile(text))
    assert gates.beyond_gb2312(profile) == (data is None), text
    rows = data.translate(None, bytes(range(0x80)))[::2] if data is not None else b""
    rare = [row >= 0xD8 for row in rows]
    close = any(one and (two or three) for one, two, three in zip(rare, rare[1:] + [False], rare[2:] + [False] * 2, strict=False))
    if data is None or close or any(0xA4 <= row <= 0xA8 for row in rows):
        assert gates.foreign_letters(profile), text


def test_characters_outside_of_gb2312_and_rare_neighbours_are_seen():
    for code in range(0x10000):
        if chr(code) not in "\n":
            assert_the_search_agrees_with_the_encoder(f"教{chr(code)}育")
    for four in product(CLOSE, repeat=4):
        assert_the_search_agrees_with_the_encoder("教" + "".join(four))


def test_rare_characters_that_stand_alone_are_not_asked_about():
    for text in ("教岚育中沅教", "岚", "教育岚", "在岚皋、沅江和怡园，（含）育\n岚"):
        assert not gates.foreign_letters(Profile(text)), text


@given(st.text(st.sampled_from(CLOSE), max_size=40))
def test_rare_neighbours_are_seen_whatever_stands_between(text):
    assert_the_search_agrees_with_the_encoder(text)


def test_letters_that_look_like_digits_and_stops_are_seen():
    for three in product("LOIlo0５5.．%％月日（一第是、\n教Ｏ万 ", repeat=3):
        for text in ("".join(three), "教" + "".join(three) + "万"):
            found = sieves.finds(Profile(text))
            if has_letters_in_numbers(Profile(text)) or LOST_ONE.search(text):
                assert found & sieves.LETTERS, text
            if has_o(Profile(text)):
                assert found & sieves.STOPS, text


def test_numbers_of_chunks_are_seen_whatever_follows():
    for first, second in product("12９九教，", "，、。；：（“0〇教\u3000"):
        text = f"教育\n{first}、{second}改革"
        if first in "12":
            assert sieves.finds(Profile(text)) & sieves.LISTED, text


def test_no_unit_begins_as_what_is_taken_for_none():
    assert first_characters().isdisjoint(sieves.NO_UNITS)


def test_what_no_number_needs_is_not_asked():
    for text in ("落实“十四五”规划纲要，办好“百千万”工程和“十五五”开局。", "党的二十大和十九届三中全会以来，二十国集团峰会在亿万群众中反响热烈。",
                 "社会消费品零售总额增长5.3%，对食品安全零容忍。", "新增装机350万千瓦，投资4.5万亿元——这是第一次。", "占全国的三分之一，三分之二以上的县第一时间完成。", "2024年5月12日（国发〔2023〕5号）增长5.3%，其中3.5亿元。"):
        assert not CANDIDATES.shown(Profile(text)) and not may_hold_candidate(Profile(text)), text


def test_signs_beside_no_number_are_looked_at_one_by_one():
    for text in ("各县 (市、区) 的教育局", "A-B 类学校, 和 C/D 类", "Wi-Fi 覆盖 ~ 全部"):
        assert not may_hold_candidate(Profile(text)), text
    for text in ("招收 3-5 名", "共1,280册，在县 (市) 里", "投入 12 亿元", "2023/5/12", "约 ~二十人", "2023. 5月"):
        assert may_hold_candidate(Profile(text)), text


@pytest.mark.parametrize("text", ["二十三所", "三、2023. 5.12", "05月", "国发2020第5号", "1,280册", "零五年", "３所", "占百分之五"])
def test_what_numbers_need_is_asked(text):
    assert CANDIDATES.shown(Profile(text)) and may_hold_candidate(Profile(text))


@pytest.mark.parametrize("letter", "āǎēěōǒǖ")
def test_letters_with_tones_are_seen(letter):
    assert seen("教" + letter + "育") & bitmap.TONES


@given(st.text(max_size=20), st.sampled_from("０％ＡＺ"), st.text(max_size=20))
def test_a_single_character_is_seen_among_any_others(before, character, after):
    assert seen(before + character + after) & (bitmap.WIDE | bitmap.SHARES)


def test_ordinary_prose_shows_nothing():
    text = "2024年5月12日，全市召开会议（第3次），投入12.6亿元，增长5.3%；推进“一网通办”，落实《方案》提出改革。\n"
    assert seen(text) == 0
    assert seen("") == seen("教") == 0


SINGLE = "著显名看\N{IDEOGRAPHIC SPACE} \n〕5号教！关闭打印A。，"


@settings(max_examples=600, deadline=None)
@given(st.text(st.sampled_from(SINGLE), max_size=9))
def test_single_characters_are_seen_where_a_rule_looks_at_them(text):
    profile = Profile(text)
    found = sieves.finds(profile)
    assert not has_zhu(profile) or found & sieves.ZHU
    assert not has_inner_spaces(profile) or found & sieves.GAPS or " " in text
    assert not sieves.SERIAL.search(text) or found & sieves.SERIALS
    lines = [line.strip() for line in text.split("\n")]
    assert not any(line.endswith("！") for line in lines) or found & sieves.EXCLAIMED


@pytest.mark.parametrize(("text", "kinds"), [
    ("成效显著，著力", sieves.ZHU), ("成效显著", 0), ("教\N{IDEOGRAPHIC SPACE}育", sieves.GAPS), ("国发〔2023〕5号、12号", sieves.SERIALS),
    ("国发〔2023〕5号，第5次", 0), ("教\n\N{IDEOGRAPHIC SPACE}\N{IDEOGRAPHIC SPACE}育", 0), ("好！再好！ 教", 0), ("好！ \n教", sieves.EXCLAIMED)])
def test_single_characters_of_good_prose_show_nothing(text, kinds):
    assert sieves.finds(Profile(text)) == kinds
