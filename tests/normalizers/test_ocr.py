"""Misread characters are put right where one reading is left, and pointed out where two are."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors import ocr as damage
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from zhpolicytext import ocr
from zhpolicytext.text.tables import rows

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
rngs = st.integers(0, 2**32).map(Random)
HEADINGS = ("强基固本", "协同发力", "普惠共享", "数字赋能", "绿色转型", "开放合作")
THINGS = ("基层组织的全面加强", "公共服务的持续改善", "产业结构的优化升级", "校园环境的显著变化", "育人方式的深刻变革")


@law
@given(policy_documents(), rngs)
def test_letters_in_numbers_become_digits_again(document, rng):
    assert ocr(damage.letters_for_digits(document, rng)) == document


@law
@given(st.lists(st.tuples(st.integers(2, 99), st.integers(1, 9)), min_size=2, max_size=4))
def test_a_full_stop_between_items_comes_back(figures):
    items = "".join(f"{name}是完成年度任务的{whole}.{part}%。" for name, (whole, part) in zip("一二三四", figures))
    assert ocr(damage.o_for_stop(items)) == items


@law
@given(st.lists(st.tuples(st.sampled_from(HEADINGS), st.sampled_from(THINGS)), min_size=1, max_size=4))
def test_the_dash_of_a_heading_comes_back(pairs):
    text = "".join(f"{before}——{after}。各地抓好落实，取得明显成效。" for before, after in pairs)
    assert ocr(damage.ones_for_dash(text)) == text


@pytest.mark.parametrize("damaged, text", [
    ("占地IOO 多亩，绿化lO余亩", "占地100多亩，绿化10余亩"),
    ("2O23年l月，2OI9年Il月", "2023年1月，2019年11月"),
    ("增长1O.5%，其中3O%来自工业", "增长10.5%，其中30%来自工业"),
    ("新增幼儿园学位L 9万个", "新增幼儿园学位1.9万个"),
    ("投入资金L.2亿元", "投入资金1.2亿元"),
    ("每班3O-4O人，l5至2O名，占2O%—4O%", "每班30-40人，15至20名，占20%—40%"),
    ("20l7-2O19年，2O年至3O年", "2017-2019年，20年至30年"),
    ("面向2l世纪，每天6OO多车次，来自各地的1OO余支队伍", "面向21世纪，每天600多车次，来自各地的100余支队伍"),
    ("新建14O处水窖，人均3OOO美元，零下2O摄氏度，友谊路15O号", "新建140处水窖，人均3000美元，零下20摄氏度，友谊路150号"),
    ("流转土地l.5万亩，贷款O.8亿元", "流转土地1.5万亩，贷款0.8亿元"),
    ("总分7OO分，约l500字，修满l40学分，共l2页", "总分700分，约1500字，修满140学分，共12页"),
    ("完成任务的109.7%o(三)推进改革", "完成任务的109.7%。(三)推进改革"),
    ("完成任务的109.7%o\n下一段", "完成任务的109.7%。\n下一段"),
    ("要抓好落实o二是加强督查", "要抓好落实。二是加强督查"),
    ("聚力攻坚一一“1357”行动计划", "聚力攻坚——“1357”行动计划"),
    ("截至2020年8月3曰", "截至2020年8月3日"),
    ("l、加强领导\n2、明确责任", "1、加强领导\n2、明确责任"),
])
def test_one_reading_is_taken(damaged, text):
    assert ocr(damaged) == text
    assert ocr(text) is text


@pytest.mark.parametrize("text", [
    "IPV6部署率、PM2.5浓度、5G基站、AI大模型、ISO9001认证、H7N9防控",
    "II类企业3家，III级响应，IV级",
    "O2O平台，O型血2袋，B2B模式，CO2排放",
    "A级10个，L3级自动驾驶，L9车型",
    "Oil、Ill、loop等单词各2个",
    "型号为2O的零件",  # no unit
    "人口出生率为6.5%o，死亡率为7.1%o。",  # per mille as likely as a stop
    "死亡率为7.1%o\n二是发展教育", "自然增长率为-0.6%o（三）就业稳定", "婴儿死亡率4.5%o。",
    "IO分配、IO字段、IO页面和IO只读", "附件I.2个人信息表", "I.2万人参加", "表l.3名单", "见图I.3台设备",
    "I5处理器、I7双核、I3双通道，地月l2点，IO层，IO号", "I-2个部件", "型号2O-3O的零件",
    "对存在的问题一一列举、一一整改，与岗位一一对应，向群众一一说明。",
    "对意见建议，逐条梳理、一一回应。",
    "共建“一带一路”，十一一三工程，二〇一一年，一一九消防日",
    "各项任务一一落实到位。",
    "困难一一化解。问题一一得到解决。",
    "子曰：三月不知肉味",
    "I.总体要求\nII.主要任务",
    "l、只有一项",
    "见图l所示",
    "家校共育一家庭教育新样态的探索。",
])
def test_what_has_another_reading_stays(text):
    assert ocr(text) is text


@pytest.mark.parametrize("text, rule, candidates", [
    ("出生率为6.5%o，", "ocr.permille-or-stop", ("‰",)),
    ("完成118%o全市各地", "ocr.permille-or-stop", ("%。", "‰")),
    ("截至2020111日", "ocr.lost-month", ("2020年1月11", "2020年11月1")),
    ("全面推进乡村振兴一一产业先行，", "ocr.doubtful-double-one", ("——",)),
])
def test_what_has_two_readings_is_pointed_out(text, rule, candidates):
    document = ocr.run(text)
    assert document.text is text
    [found] = document.suggestions
    assert (found.rule, found.candidates) == (rule, candidates)


def test_a_single_one_is_pointed_out_beside_other_misread_dashes():
    page = "强基固本一一基层组织的加强。数字赋能一一公共服务的改善。家校共育一家庭教育的探索。"
    document = ocr.run(page)
    assert document.text == page.replace("一一", "——")
    assert [(found.rule, found.text) for found in document.suggestions] == [("ocr.single-one", "一")]


@law
@given(policy_documents())
def test_a_clean_document_is_the_same_object(document):
    assert ocr(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_changes_nothing(text):
    once = ocr(text)
    assert ocr(once) == once


def test_every_verb_of_the_table_keeps_its_adverb():
    for word, *_ in rows("one_by_one.tsv"):
        assert ocr(f"对有关事项一一{word}。") == f"对有关事项一一{word}。"


def test_before_every_unit_of_the_table_letters_are_digits():
    for unit, *_ in rows("ocr_units.tsv"):
        assert ocr(f"共2O{unit}") == f"共20{unit}"


@pytest.mark.parametrize(("raw", "text"), [
    ("同比增长7. 4%o进出口总额稳步回升。", "同比增长7. 4%。进出口总额稳步回升。"),
    ("村集体经济发展之路一一青石村蹲点侧记\n本报讯", "村集体经济发展之路——青石村蹲点侧记\n本报讯"),
    ("三十年守在大山里一一记乡村医生陈桂兰", "三十年守在大山里——记乡村医生陈桂兰"),
    ("流转土地IOOO余亩", "流转土地1000余亩"),
    ("将课堂搬进车间一一记青石职校的实践\n正文。", "将课堂搬进车间——记青石职校的实践\n正文。"),
    ("学校发展之路一 一青石村侧记\n正文", "学校发展之路——青石村侧记\n正文"),
])
def test_what_only_the_sentence_or_the_title_shows(raw, text):
    assert ocr(raw) == text


@pytest.mark.parametrize("text", [
    "人口自然增长率为5.2%o比上年略有下降。", "人口自然增长率增长5.2%o全市人口保持稳定。", "增长7.4%o的势头", "提高3%o左右",
    "把老人的话一一记在本子上", "群众的诉求一一记得清楚", "把问题一一列入清单的做法", "各项任务一一落实到位", "对来信一一答复",
])
def test_what_has_a_second_reading_stays(text):
    assert ocr(text) is text


@pytest.mark.parametrize("text", ["该市是唯一一家入选的城市。", "说明。统一一套标准的办法。", "之一一直在建的项目。"])
def test_a_word_that_ends_in_one_and_another_one_are_no_dash(text):
    assert ocr(text) is text
