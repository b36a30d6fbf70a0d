"""Bracketed readings: injected ones go, an author's glosses stay."""

import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.corruptors.mirror import annotation_order, to_traditional
from tests.corruptors.pinyin import sampled, toned
from tests.strategies import hostile_texts, mixed_texts, policy_documents, policy_sentences
from zhpolicytext import pinyin
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile
from zhpolicytext.text import readings

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32).map(Random)
depths = st.integers(1, len(annotation_order()))


# -- what mirror sites do is undone


@law
@given(policy_documents(), depths)
def test_a_page_annotated_by_a_mirror_site_comes_back(document, depth):
    page = to_traditional(document)
    assert pinyin(toned(page, depth)) == page


@law
@given(policy_sentences(), depths)
def test_a_single_sentence_of_such_a_page_comes_back(sentence, depth):
    line = to_traditional(sentence)
    assert pinyin(toned(line, depth)) == line


@law
@given(policy_documents(), depths)
def test_the_page_comes_back_after_somebody_made_it_simplified(document, depth):
    from opencc import OpenCC

    damaged = OpenCC("t2s").convert(toned(to_traditional(document), depth))
    plain = OpenCC("t2s").convert(to_traditional(document))
    assume(len({edit.start for edit in toned_places(damaged)}) >= 8)
    assert pinyin(damaged) == plain


@law
@given(policy_documents(), depths)
def test_the_page_comes_back_after_somebody_widened_its_brackets(document, depth):
    page = to_traditional(document).translate(str.maketrans("（）", "()"))
    wide = str.maketrans("()", "（）")
    assert pinyin(toned(page, depth).translate(wide)) == page.translate(wide)


@law
@given(policy_documents(), seeds)
def test_a_page_with_plain_readings_at_sampled_places_comes_back(document, rng):
    assert pinyin(sampled(document, rng)) == document


@law
@given(policy_documents(), seeds, depths)
def test_edits_cover_the_brackets_alone(document, rng, depth):
    damaged = toned(to_traditional(document), depth)
    for step in pinyin.run(damaged).steps:
        for edit in step.edits:
            assert edit.new == "" and damaged[edit.start] == "(" and damaged[edit.end - 1] == ")"


@pytest.mark.parametrize(("damaged", "clean"), [
    ("教(jiao)育(yu)", "教育"),
    ("市(shi)(shi)县(xian)(xian)", "市县"),
    ("一批优质专业(群(qun))、实训基地", "一批优质专业(群)、实训基地"),
    ("一批优质专业（群（qun））", "一批优质专业（群）"),
    ("绿(lv)色、法律(lü)、战略(lve)", "绿色、法律、战略"),
    ("學(xué)校發（fā）展區（qū)域", "學校發展區域"),
    ("學(xue2)校發(fa1)展", "學校發展"),
    ("規( guī )劃", "規劃"),
    ("數(shu\N{COMBINING CARON})據", "數據"),  # decomposed: a collector normalised to NFD
    ("監(ji\N{LATIN SMALL LETTER ALPHA}n)督", "監督"),  # the phonetic letters of GBK
    ("提高质量(liang)", "提高质量"),
    ("各市(shi)、县(xian)、区(qu)", "各市、县、区"),
    ("各学(xué)校校长(zhǎng)参会", "各学校校长参会"),
    ("各縣、區(qū)、鄉(xiāng)", "各縣、區、鄉"),
])
def test_a_reading_of_any_shape_is_removed(damaged, clean):
    assert pinyin(damaged) == clean


def test_words_annotated_as_a_whole_are_cleaned_where_the_document_shows_the_pattern():
    damaged = "推进教育(jiaoyu)改革(gaige),完善制度(zhidu)体系(tixi),落实政策(zhèng cè)，加强管理(guǎn lǐ)。"
    assert pinyin(damaged + "推进教育(jiaoyu)。") == "推进教育改革,完善制度体系,落实政策(zhèng cè)，加强管理(guǎn lǐ)。推进教育。"


def test_touching_brackets_of_one_character_are_one_edit():
    (step,) = pinyin.run("力(li)(li)(li)度").steps
    assert step.edits == (Edit(1, 13, ""),)


def test_the_step_tells_how_many_characters_are_the_evidence():
    (step,) = pinyin.run("職業(yè)教育區(qū)域發(fā)展,數(shù)據").steps
    assert step.rule.id == "pinyin.inline"
    assert step.evidence == {"annotations": 4, "characters": 4}


def test_the_gloss_of_a_rare_character_survives_on_an_annotated_page():
    page = "硍(yín)鎮(zhèn)學(xué)校發(fā)展規(guī)劃、產(chǎn)業(yè)結(jié)構"
    assert pinyin(page) == "硍(yín)鎮學校發展規劃、產業結構"


# -- what an author wrote stays

GLOSSES = [
    "在硍(yín)镇设立监测站点",
    "由李赟（yūn）同志主持工作",
    "上圩(xū)村、下垸(yuàn)村并入新区",
    "前往涪陵(fú líng)区、綦江(qí jiāng)区调研",
    "地名用字“圩”念(wéi)还是念(xū)应以当地为准",
    "六(lù)安市、台(tāi)州市、蚌(bèng)埠市、乐(lào)亭县参加交流",
    "单(shàn)县、浚(xùn)县、铅(yán)山县、洪洞(tóng)县",
    "把“是(shi)”读成“四(si)”,属于平翘舌不分",
    "多音字“行(xíng)”“行(háng)”“重(zhòng)”“重(chóng)”的辨析",
    "京(jing)、津(jin)、冀(ji)、沪(hu)、渝(yu)是省级行政区的简称",
    "拼音教学从“春(chun)”“夏(xia)”“秋(qiu)”“冬(dong)”四字开始",
    "在北京(Beijing)和上海(Shanghai)设分中心",
    "制定五年计划(plan),坚持人(people)才优先",
    "选项为甲(a)、乙(b)、丙(c)",
    "管道全长(m)和日供水量(t)",
    "距离(km)、面积(mu)",
    "认养15亩(mu)地、每斤(jin)收购价",
    "(a)项、(an)项和(shi)项",
    "注册商标安(An)、联系人李(Li)先生",
    "变量中(x)、函数值(f(x))",
    "强(qiáng)制与勉强(qiǎng)",
    "姓氏覃(qín)、查(zhā)、仇(qiú)的读音",
    "学?zhèn)校的残片不归它管",
    "会(kuài)计(jì)证、传(zhuàn)记(jì)",
    "「臺(tái)」與「颱(tái)」",
    "长(zhǎng)子县、重(zhòng)点与重(chóng)复",
    "华(huà)姓、任(rén)姓、宁(nìng)姓",
    "小(xiǎo)朋(péng)友(yǒu)来(lái)上(shàng)学(xué)",
    "妈(mā)妈(ma)爱(ài)我(wǒ),我(wǒ)爱(ài)妈(mā)妈(ma)",
    "《平安经(anjing)》",
    "兑现(cash)、任务(task)、的(the)",
]


@pytest.mark.parametrize("text", GLOSSES)
def test_a_gloss_a_name_a_unit_or_a_lesson_stays(text):
    assert pinyin(text) is text
    line = "各单位要认真落实会议精神，确保取得实效。\n"
    assert pinyin(line + text + "。\n" + line).split("\n")[1] == text + "。"


@law
@given(policy_documents(), st.lists(st.sampled_from([gloss for gloss in GLOSSES if "拼音" not in gloss]), max_size=3))
def test_glosses_among_clean_sentences_stay(document, glosses):
    text = "。\n".join([document, *glosses])
    assert pinyin(text) is text


@law
@given(policy_documents(), st.sampled_from("硍赟圩涪垸泸邕儋郓兖綦亳歙黟盱眙郴崀岷岱峄溧濉漯灞璧甪"))
def test_a_rare_character_glossed_once_stays(document, char):
    from pypinyin.constants import PINYIN_DICT

    reading = PINYIN_DICT[ord(char)].split(",")[0]
    for text in (f"{document}\n{char}({reading})县", f"{char}（{reading}）镇\n{document}"):
        assert pinyin(text) is text


def test_a_second_reading_is_not_a_slip_of_the_first():
    assert pinyin("银行(hang)系统") == "银行(hang)系统"


def test_a_character_that_also_stands_without_a_reading_keeps_its_single_one():
    text = "“参(cān)加”的参，不是“人参”的参"
    assert pinyin(text) is text


def test_a_bracket_whose_reading_is_of_another_character_stays():
    assert pinyin("学(fa)校发(xue)展") == "学(fa)校发(xue)展"


# -- laws


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_finds_nothing(text):
    once = pinyin(text)
    assert pinyin(once) == once


@law
@given(policy_documents(), st.lists(st.sampled_from(GLOSSES + [
    "教(jiao)育(yu)", "學(xué)校", "发(fā)展", "业(yè)", "长(zhǎng)", "长(cháng)", "市(shi)(shi)", "职(zhi)", "行(xíng)(háng)",
]), max_size=12))
def test_a_second_run_finds_nothing_where_damage_and_glosses_mix(document, pieces):
    text = document + "".join(pieces)
    once = pinyin(text)
    assert pinyin(once) == once


@pytest.mark.parametrize("unit", ["(", "（", "学(", "学(xué", "学(xué)", "市(shi)(shi)", "教育(jiaoyu)", "(a)", ")"])
def test_the_work_grows_with_the_length_alone(unit, monkeypatch):
    calls = []
    spelled = readings.spelled
    monkeypatch.setattr(readings, "spelled", lambda content: calls.append(len(content)) or spelled(content))
    counts = []
    for times in (400, 800):
        calls.clear()
        pinyin(unit * times)
        counts.append(sum(calls))
    assert counts[1] <= 2 * counts[0] + 50


def test_hostile_text_does_not_raise():
    for text in ("\ud800(xué)", "(" * 5000, "学(\0)", "𠀀(hē)", "学(" + "xué" * 1000 + ")", "(xué)", "学(xué"):
        assert pinyin(text) is text


# -- the table


def test_the_table_is_what_the_generator_makes_of_the_pinned_pypinyin():
    assert version("pypinyin") == "0.55.0"
    script = Path(__file__).parents[2] / "tools" / "build_readings.py"
    made = subprocess.run([sys.executable, script], capture_output=True, check=True).stdout
    assert made == (files("zhpolicytext") / "data" / "readings.tsv").read_bytes()


def test_every_character_of_the_order_list_has_its_reading_in_the_table():
    for char, reading in annotation_order():
        syllable = readings.spelled(reading)
        assert syllable and char in readings.readings()[syllable.plain]


def test_no_reading_is_longer_than_the_finder_looks():
    assert max(map(len, readings.readings())) + 3 <= readings.LONGEST


def toned_places(text):
    return list(pinyin["pinyin.inline"].find(text, Profile(text)))


@pytest.mark.parametrize("text", [
    "请她(ta)们参加，让他(ta)们发言。", "八（bā）把（bǎ）百（bǎi）", "声母练习：八（bā）把（bǎ）百（bǎi）和班（bān）半（bàn）。",
    "主持人康(kāng)辉介绍情况", "读准平翘舌：四(sì)十(shí)、死(sǐ)史(shǐ)", "發[fā]展是大事", "见[a]、[b]两项",
    "這個字讀作會(huì)", "发音：學(xué)", "的(de)读作第",
])
def test_what_compares_or_teaches_sounds_stays_whole(text):
    assert pinyin(text) is text


def test_square_brackets_count_where_a_page_is_full_of_them():
    assert pinyin("學[xué]校發[fā]展，教[jiào]育改[gǎi]革（試行）") == "學校發展，教育改革（試行）"
