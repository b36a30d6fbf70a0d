"""Numbers in their canonical form: what changes, and above all what does not."""

import pickle
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zhpolicytext as zh
from tests.corruptors.number import corrupt, han
from zhpolicytext.core.document import Document
from zhpolicytext.entities.changes import changes
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile
from zhpolicytext.normalizers import number as module
from zhpolicytext.strategies import policy_documents, policy_sentences

both = zh.number | zh.date
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32).map(Random)


@law
@given(policy_documents(), seeds)
def test_every_spelling_of_the_world_becomes_the_canonical_one(document: str, rng: Random) -> None:
    assert both(corrupt(document, rng)) == document


@law
@given(policy_sentences())
def test_a_clean_sentence_comes_back_as_the_same_object(sentence: str) -> None:
    assert both(sentence) is sentence


@law
@given(policy_documents(), seeds)
def test_numbers_and_dates_alone_are_idempotent_on_damaged_text(document: str, rng: Random) -> None:
    damaged = corrupt(document, rng)
    for pipeline in (zh.number, zh.date, both):
        once = pipeline(damaged)
        assert pipeline(once) == once


@law
@given(st.text("0123456789０５一二三十百千万亿两〇零年月日时点分个名元人％% .,．-—～至到第〔〕()几余多近约以上内。\n、“”《》", max_size=40))
def test_any_salad_of_numerals_is_idempotent(salad: str) -> None:
    once = both(salad)
    assert both(once) == once


@given(st.integers(10, 9999))
def test_every_han_number_below_ten_thousand_is_read_exactly(value: int) -> None:
    if len(han(value)) > 1:
        assert zh.number(f"共有{han(value)}名教师") == f"共有{value}名教师"


@pytest.mark.parametrize(("text", "canonical"), [
    ("新建四万八千平方米校舍", "新建48000平方米校舍"),
    ("安排资金七亿二千万元", "安排资金7.2亿元"),
    ("藏书二百四十万册", "藏书240万册"),
    ("经济总量一点三万亿元", "经济总量1.3万亿元"),
    ("灌溉面积一亿三千多万亩", "灌溉面积1.3亿多亩"),
    ("补助6千余户", "补助6000余户"),
    ("产值2亿5千万元", "产值2.5亿元"),
    ("投资1万8千元", "投资1.8万元"),
    ("降低百分之四点五左右", "降低4.5%左右"),
    ("费率为千分之六", "费率为6‰"),
    ("在校生2,345人", "在校生2345人"),
    ("教职工1 860名", "教职工1860名"),
    ("财政拨款5. 4亿元", "财政拨款5.4亿元"),
    ("年级组织4～6次活动", "年级组织4—6次活动"),
    ("总户数十二万户", "总户数12万户"),
    ("栽种果树十余万株", "栽种果树10余万株"),
    ("核减费用十多亿元", "核减费用10多亿元"),
    ("车上十二名乘客", "车上12名乘客"),
    ("平均一点一个孩子", "平均1.1个孩子"),
    ("招收四十至五十名学员", "招收40至50名学员"),
    ("罚款二千元以上二万元以下", "罚款2000元以上2万元以下"),
    ("見滬府發(2021)第６號", "見滬府發〔2021〕6號"),
    ("（教基厅函201833号）", "（教基厅函〔2018〕33号）"),
    ("粵府〔一九九八〕四十二號", "粵府〔1998〕42號"),
    # brackets of two shapes, spaces before them, issuers without a type
    ("见市水规[2018〕4号", "见市水规〔2018〕4号"),
    ("见省财农（2019〕31号", "见省财农〔2019〕31号"),
    ("见国办函 〔2019〕31号", "见国办函〔2019〕31号"),
    ("见国办函〖2019〗31号", "见国办函〔2019〕31号"),
    ("见国办函<2019>31号", "见国办函〔2019〕31号"),
    ("见人社部函2018 16号", "见人社部函〔2018〕16号"),
    ("（湘教职成201916号）", "（湘教职成〔2019〕16号）"),
    ("（财社20187号）", "（财社〔2018〕7号）"),
    # units whose first character is a multiplier too
    ("年发电四十亿千瓦时", "年发电40亿千瓦时"),
    ("配套六十六千伏线路", "配套66千伏线路"),
    ("总长五千米", "总长5000米"),
    ("收到来信三百多封", "收到来信300多封"),
    # ranges of shares, amounts behind amounts
    ("60分-80分为合格", "60分—80分为合格"),
    ("占百分之二十五—三十五", "占25%—35%"),
    ("投入3. 5亿元、1. 8亿元", "投入3.5亿元、1.8亿元"),
    # days of a month; days before words that begin with 出 and 报
    ("每月十八日前报送", "每月18日前报送"),
    ("于次月二十六日缴清", "于次月26日缴清"),
    ("据新华社十三日报道，将于十八日出席", "据新华社13日报道，将于18日出席"),
    # 余 and 多 say that it is a count, also where the unit alone could number something
    ("全书二十余万字，共三十多层、二十多期", "全书20余万字，共30多层、20多期"),
    ("近十万字的书稿", "近10万字的书稿"),
    # traditional script: what converts in the other one
    ("有着四百多年曆史的古城", "有着400多年曆史的古城"),
    ("厚五十釐米，行程三十華里", "厚50釐米，行程30華里"),
    ("約三萬字，共十八條措施", "約3萬字，共18條措施"),
])
def test_is_written_canonically(text: str, canonical: str) -> None:
    assert both(text) == canonical
    assert both(canonical) is canonical


@pytest.mark.parametrize("damaged", ["国办函[2019〕31号", "国办函 〔2019〕31号", "国办函〖2019〗31号", "人社部函2019 31号"])
def test_a_document_number_is_found_in_the_middle_of_a_long_clean_text(damaged: str) -> None:
    filler = "各地要结合实际认真抓好落实，及时总结经验。" * 80
    issuer = "人社部函" if damaged[0] == "人" else "国办函"
    assert both(f"{filler}见{damaged}。{filler}") == f"{filler}见{issuer}〔2019〕31号。{filler}"


@pytest.mark.parametrize("text", [
    # one numeral, estimates, bare multipliers
    "四所学校、两个批次", "五六百名群众", "十几家单位", "上千名游客", "百家企业、千亿产业", "数十场活动", "一百几十户",
    "数十亿元投资", "惠及数十万户", "一百几十万元", "百儿八十人", "上十万游客", "数十到一百万元", "数十万元至二百万元", "早一点一个人来",
    "四、五十名代表", "百分之三、四的农户",
    # names and labels
    "十二年级", "三十五中学", "第四十二条、四十三条", "五十家子镇", "十八里铺", "二十国集团", "八十一集团军", "一百周年",
    "二十二号楼十五栋三单元", "科创三十条", "七十二家房客", "两个一百年", "十五年一贯制", "二十名师工程",
    # sessions, enumerators
    "十一届四次全会", "省政府二十六次常务会议", "（十四）规范管理", "二十一、附则",
    # quoted terms and titles
    "“二十四字”要求", "《五十年回顾》", "“三十人论坛”",
    # capital numerals, other calendars, fractions
    "贰拾伍万元整", "民国三十一年", "农历八月十五", "三分之一以上", "百分之百落实",
    # identifiers
    "GB/T 19001-2016", "（2022）苏02民终345号", "电话0512-68880000", "K35+200", "3+2贯通", "v2.10.3", "第3-5页", "1:500",
    "编号1,234", "CRH380", "12345热线", "7*24小时", "国务院令第711号", "学籍号20190123号", "合同编号：川采(2023)12号",
    # lists and tables
    "十二层、二十期", "三十多级台阶", "二十多届", "文号 〔2019〕31号", "军校201916号学员", "不动产权字201916号", "五千瓦", "每月四十五日", "每月九日", "十三日报", "三十日出生率",
    "安全生产十五条硬措施", "三十亩村小学", "十八间房社区",
    "十二年規劃", "三十年校慶", "十四分會場", "十二年曆法", "十五年一貫制",
    "1. 5个方面", "表2 30名", "2019 2020 2021年", "附件1 名单",
    # other languages
    "3,000 students in 12-15 cities", "二十一日以内に届け出る",
])
def test_stays_as_it_is(text: str) -> None:
    assert both(text) is text


def test_each_edit_is_as_small_as_it_can_be() -> None:
    (step,) = zh.number.run("近三万名考生").steps
    assert step.rule.id == "number.quantity" and step.edits == (Edit(1, 2, "3"),)


def test_a_range_is_a_finding_of_its_own() -> None:
    assert set(zh.number.run("每班30-35人，共二十四个班").counts) == {"number.range", "number.quantity"}


def test_protected_phrases_of_the_user_stay() -> None:
    assert zh.number.protecting("十五分钟便民圈")("建设十五分钟便民圈，覆盖二十个社区") == "建设十五分钟便民圈，覆盖20个社区"


def test_expanding_writes_wan_and_yi_out() -> None:
    expanding = zh.number.replace(module.quantities(expand_wan=True), module.amounts(expand_wan=True))
    assert expanding("三万名学生，投入1.25亿元，3万多户") == "30000名学生，投入125000000元，30000多户"


def test_a_range_takes_the_dash_that_is_asked_for() -> None:
    assert zh.number.replace(module.ranges(dash="-"))("每班30—35人，5～8名") == "每班30-35人，5-8名"


def test_a_pipeline_with_factories_is_a_value() -> None:
    pipeline = zh.number.replace(module.quantities(expand_wan=True))
    assert pickle.loads(pickle.dumps(pipeline))("三万名") == pipeline("三万名") == "30000名"
    assert pipeline.fingerprint != zh.number.fingerprint


def test_number_and_date_share_one_recognition() -> None:
    profile = Profile("二〇二三年建成二十三所学校")
    assert set(profile.fact(changes)) == {"date.date", "number.quantity"}
    assert {rule.stage for rule in both.rules} == {"entities"}


def test_the_document_knows_its_entities_in_raw_and_clean_text() -> None:
    document: Document = zh.number.run("今年新建二十三所学校，投入3. 2亿元。")
    quantity, money = document.entities
    assert (document.text[quantity.start : quantity.end], document.raw[quantity.raw_start : quantity.raw_end]) == ("23所", "二十三所")
    assert (document.text[money.start : money.end], document.raw[money.raw_start : money.raw_end]) == ("3.2亿元", "3. 2亿元")


def test_low_quotation_marks_around_the_year_of_a_document_number_are_its_brackets():
    assert module.number("根据国办发„2009‟3号") == "根据国办发〔2009〕3号"
    assert module.number("他„2009‟说3号") == "他„2009‟说3号"


def test_a_slogan_keeps_its_numerals_in_both_scripts():
    assert module.number("兩個一百年奮鬥目標、两个一百年奋斗目标") == "兩個一百年奮鬥目標、两个一百年奋斗目标"


def test_a_number_before_a_surname_counts_nothing():
    text = "出席：5 张一民议员、6 项一民同志"
    assert module.number(text) is text
    assert module.number("发放 5 张票证、3 项工作") == "发放 5张票证、3项工作"


@pytest.mark.parametrize("line", ["3.1 字 word", "　　3.1.2 条 term", "5.10 段 paragraph"])
def test_the_number_of_a_heading_counts_nothing(line):
    text = f"3 术语\n{line}\n指公文中的单位。"
    assert module.number(text) is text


def test_the_number_of_an_item_before_a_year_is_no_whole_number():
    text = "事实：2．2018年2月中旬，完成全部工程。"
    assert module.number(text) is text


def test_a_range_of_numbers_takes_the_dash_that_is_asked_for_and_no_date_does() -> None:
    from zhpolicytext.normalizers.number import ranges

    assert zh.number.replace(ranges(dash="-"))("每班30～35人，2021—2025年") == "每班30-35人，2021—2025年"
    assert zh.number.replace(ranges(dash="-"))("每班30—35人") == "每班30-35人"
