"""Marks: damage undone, one width in Chinese, nothing touched in numbers, addresses, Latin text and code."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors import punctuation as damage
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from zhpolicytext import CANONICAL, Kind, punctuation
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32).map(Random)


# -- what spinners, editors and width folders do is undone


@law
@given(policy_documents(), seeds)
def test_folded_marks_come_back(document, rng):
    assert punctuation(damage.folded(document, rng)) == document


@law
@given(policy_documents(), seeds, st.sampled_from(",，"))
def test_commas_before_other_marks_go(document, rng, comma):
    assert punctuation(damage.doubled_commas(document, rng, comma)) == document


@pytest.mark.parametrize(("text", "right"), [
    ("增长２０２３，，完成", "增长２０２３，完成"),  # as with 2023: `width` runs later, and must not make the difference
    ("方案Ａ，，完成", "方案Ａ，完成"),
    ("１,,２", "１,,２"),  # cells
])
def test_digits_and_letters_of_full_width_count_as_those_of_half_width(text, right):
    assert punctuation(text).replace("，", ",") == right.replace("，", ",")


@law
@given(policy_documents(), seeds)
def test_doubled_quotation_marks_are_single_again(document, rng):
    assert punctuation(damage.doubled_quotes(document, rng)) == document


@law
@given(policy_documents(), seeds)
def test_swapped_quotation_marks_come_back(document, rng):
    assert punctuation(damage.swapped_quotes(document, rng)) == document


@law
@given(policy_documents(), seeds)
def test_turned_quotation_marks_come_back(document, rng):
    assert punctuation(damage.reversed_quotes(document, rng)) == document


@law
@given(policy_documents(), seeds)
def test_straight_quotation_marks_become_curly(document, rng):
    assert punctuation(damage.straight_quotes(document, rng)) == document


@law
@given(policy_documents(), seeds)
def test_a_fold_after_another_damage_comes_back_too(document, rng):
    for one in (damage.doubled_commas, damage.doubled_quotes, damage.reversed_quotes):
        assert punctuation(damage.folded(one(document, rng), rng)) == document


# -- laws


@law
@given(policy_documents())
def test_a_clean_document_comes_back_as_the_same_object(document):
    assert punctuation(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts(), st.text(st.sampled_from("教育“”‘’\"'，,。、：:（）()《》a1 \n?？!;；%"), max_size=40)))
def test_a_second_run_finds_nothing(text):
    once = punctuation(text)
    assert punctuation(once) == once


# -- repairs

REPAIRS = punctuation.only(*(rule.id for rule in punctuation.rules if rule.kind is Kind.REPAIR))


@pytest.mark.parametrize(("raw", "text"), [
    ("加强领导,,落实责任,、完善制度,。", "加强领导,落实责任、完善制度。"),
    ("加强领导，，落实责任，、完善制度，。", "加强领导，落实责任、完善制度。"),
    ("怎么办,?就这样办,!", "怎么办?就这样办!"),
    ("投入98%,,建成12所,。", "投入98%,建成12所。"),
    ("总结经验。。部署任务", "总结经验。部署任务"),
    ("数学、、物理", "数学、物理"),
    ("要求:：加强领导；;落实责任;;严格考核", "要求：加强领导;落实责任;严格考核"),
    ("《办法》,,《细则》,。", "《办法》,《细则》。"),
    ("落实““双减””政策", "落实“双减”政策"),
    ("印发《《管理办法》》", "印发《管理办法》"),
    ("紧扣主题“,一老一小”服务", "紧扣主题,“一老一小”服务"),
    ("现代治理体系”横向到边”基本形成", "现代治理体系“横向到边”基本形成"),
    ("打造“一站式“服务平台", "打造“一站式”服务平台"),
    ("弘扬”三牛“精神，争当”四有“教师", "弘扬“三牛”精神，争当“四有”教师"),
    ("”十一五“时期。\n推进”村村通“工程", "“十一五”时期。\n推进“村村通”工程"),
])
def test_damage_is_undone(raw, text):
    assert REPAIRS(raw) == text


def test_the_inserted_comma_is_what_goes():
    (step,) = REPAIRS.run("领导,、责任").steps
    assert step.rule.id == "punctuation.doubled-mark"
    assert step.edits == (Edit(2, 3, ""),)


CLEAN = [
    "推进……工作——即改革",
    "真的吗？？？太好了！！！是吗？！",
    "等等。。。。。。",
    "姓名,,电话,地址",
    "a,,b和1,,2",
    "for(;;)和a;;b和std::教育",
    "““一网通办”改革”",
    "会议指出，“要落实“双减”政策。",
    "“第一段开始没有结束。\n“第二段也是。\n“第三段结束。”",
    "尺寸5\"屏幕和6'长",
    "“，”是逗号，“。”是句号，“、”是顿号",
    "他说：“好。”“行。”",
    "“A”和“B”",
    "‘三名工程’项目",
    "引号“”里没有内容",
    "水平”以及“质量",
    "“各位代表，\n从”要我干“变成”我要干“",  # a quotation goes on from the line before
    "落实”双减，双增“", "他走了”，她说：“好", "”我“", "一”二三“四”五六",
    "工作。”又说”散会",
    "了”，要”落实",
    "“近年来“工作",
    "《〈条例〉实施办法》",
]


@pytest.mark.parametrize("text", CLEAN)
def test_marks_that_an_author_may_write_are_not_repaired(text):
    assert REPAIRS(text) is text


# -- one width


@pytest.mark.parametrize(("raw", "text"), [
    ("会议强调,要统筹;要落实:抓好!行吗?", "会议强调，要统筹；要落实：抓好！行吗？"),
    ("实施办法(试行)", "实施办法（试行）"),
    ("上学远不远?食堂好吗???都要问", "上学远不远？食堂好吗？？？都要问"),
    ("“条件具备?”", "“条件具备？”"),
    ("(一)总体要求", "（一）总体要求"),
    ("五年规划(2021—2025年)", "五年规划（2021—2025年）"),
    ("纲要(2024-2035)印发", "纲要（2024-2035）印发"),
    ("专业(群(类))", "专业（群（类））"),
    ("办法(试行）、细则（试行)", "办法（试行）、细则（试行）"),
    ("增长12.5%,达到3.2亿元,其中AI项目5个,占比高", "增长12.5%，达到3.2亿元，其中AI项目5个，占比高"),
    ("时间: 2024年5月", "时间：2024年5月"),
    ("来源: 教育局", "来源：教育局"),
    ("《办法》(教职成〔2023〕2号)", "《办法》（教职成〔2023〕2号）"),
    ('落实"双减"政策,推进"1+X"证书', "落实“双减”政策，推进“1+X”证书"),
    ("教育部等九部门,人社部等", "教育部等九部门，人社部等"),
    ("北京(京)、(沪)上海", "北京（京）、（沪）上海"),
])
def test_marks_between_chinese_are_full_width(raw, text):
    assert punctuation(raw) == text


KEPT = [
    # what is left of emoji and lost characters asks nothing
    "谁都可以报名????名额有限",
    "报名须知；?请问如何缴费",
    "报名须知。?如何缴费",
    "有什么要求：“?请自带材料”",
    "比例3:1、时间10:30、金额1,234,567元",
    "网址http://www.edu.cn/a?b=1,2;c(3)和邮箱a.b@c.cn",
    "Notice: The content above (including pictures) is uploaded, e.g. here!",
    'const x = {"name": "教育", "items": ["a", "b"]};',
    '{"题目": "教育, 改革", "内容": "总结(一)"}',
    "姓名,性别,单位\n张三,男,教育局\n李四,女,卫健局",
    "<p>教育,改革</p>",
    "<a href=\"a.html\" title=\"教育\">通知</a>",
    "(1)加强领导(2)落实责任",
    "1.加强领导;",
    "f(x)=2、长度(m)、面积(km2)",
    "print(教育)",
    "附件(终稿).docx",
    "世界卫生组织(WTO)",
    "计划(plan)、北京(Beijing)",
    "![图片](a.png)",
    "::::",
    "()()",
    ":-) ;-)",
    "A, B, C; D",
    "Windows 10, 版本",
    "key: 值",
    "作者张伟?李敏",
]
KEPT.remove("1.加强领导;")
KEPT.remove("(1)加强领导(2)落实责任")


@pytest.mark.parametrize("text", KEPT)
def test_marks_in_numbers_addresses_latin_text_and_code_stay(text):
    assert punctuation(text) is text


@pytest.mark.parametrize("text", ["(1)加强领导(2)落实责任", "图(3)所示", "公式(12)成立"])
def test_numbers_in_brackets_keep_their_width(text):
    assert punctuation(text) is text


@pytest.mark.parametrize(("raw", "text"), [
    ("((((中))))", "（（（（中））））"), ("会议((a)(中))", "会议（(a)（中））"), ("会((中))议", "会（（中））议"),
    ("f((x))", "f((x))"), ("a((中))b", "a((中))b"), ("((1))加强", "((1))加强"),
])
def test_brackets_around_brackets_become_wide_in_one_pass_or_not_at_all(raw, text):
    assert punctuation(raw) == text
    assert punctuation(text) == text


@settings(max_examples=400)
@given(st.text("中国吗1a,:;!?()（），\n \"<。%", max_size=30))
def test_the_text_that_marks_lead_to_is_that_of_their_edits(text):
    from zhpolicytext.core.edits import apply, checked
    from zhpolicytext.normalizers.punctuation.marks import halfwidth_mark

    found = halfwidth_mark(text, Profile(text))
    assert found.text == apply(text, checked(text, found))


@settings(max_examples=300)
@given(st.text("中a,", min_size=8, max_size=120))
def test_a_line_so_long_for_its_commas_has_a_long_piece(line):
    from zhpolicytext.normalizers.punctuation.marks import _SENTENCE

    commas = line.count(",")
    if len(line) - commas > 15 * (commas + 1):
        assert _SENTENCE.search(line)


@given(st.lists(st.text("甲a1,,，。;\" ", max_size=12), min_size=1, max_size=5))
def test_the_search_for_rows_misses_no_row(lines):
    from zhpolicytext.normalizers.punctuation import marks

    text = "\n".join(lines)
    row = any(line.count(",") >= 2 and not any(mark in line for mark in "。；：、！？;:!?“”") for line in lines)
    assert (marks._ROW.search("\n" + text) is not None) == row
    assert row or '"' in text or marks._foreign_lines(text) == []


@given(st.text("“”《》，,、；;。中", max_size=12))
def test_a_gate_of_quotes_is_open_where_its_finder_finds(text):
    from zhpolicytext.normalizers.punctuation import quotes

    profile = Profile(text)
    assert quotes.has_doubled_quote(profile) or not [*quotes.doubled_quote(text, profile)]
    assert quotes.has_swapped_quote(profile) or not [*quotes.swapped_quote(text, profile)]


@given(st.text("()（）中一1a%\n ", max_size=16))
def test_brackets_that_are_not_nested_are_those_that_the_general_way_finds(text):
    from zhpolicytext.normalizers.punctuation import marks

    assert marks._brackets(text) == {at - 3 for at in marks._brackets("（）\n" + text)}


@pytest.mark.parametrize(("text", "right"), [
    ('各校(以下简称"双减")的工作', "各校（以下简称“双减”）的工作"),
    ('推行("一网通办")服务', "推行（“一网通办”）服务"),
    ("为什么要整改?(附清单)\n第一项", "为什么要整改？（附清单）\n第一项"),
    ("会议圆满结束!(完)\n", "会议圆满结束！（完）\n"),
    ("一定要按时完成!!!(含附件)\n", "一定要按时完成！！！（含附件）\n"),
    ("安装Office(办公软件),并登记", "安装Office（办公软件），并登记"),
])
def test_what_stands_beside_a_mark_that_becomes_wide_becomes_wide_at_one_go(text, right):
    assert CANONICAL(text) == right
    assert CANONICAL(right) is right


@pytest.mark.parametrize("text", ['print("教育")', '{"name": "教育(以下简称"双减")"}', 'call(a, "教育")'])
def test_quotes_in_the_brackets_of_code_stay_straight(text):
    assert CANONICAL(text) is text


@pytest.mark.parametrize("text", ["值得学习吧? ? ?下一节", "多少人? ? ? ? 王 明", "还有什么?? ? 点这里"])
def test_question_marks_apart_are_lost_blanks(text):
    assert CANONICAL(text) is text


def test_a_quotation_from_the_line_before_turns_no_mark_of_this_one_round():
    text = '坚持"减负\n提质",落实"双减\n增效"。'
    assert punctuation(text) is text
    assert punctuation('句号"。"和逗号"，"不同') == "句号“。”和逗号“，”不同"


def test_a_comma_twice_goes_at_one_go_but_for_rows_of_a_table():
    assert punctuation("教室太小,光线太暗,,学生看不清黑板,桌椅也旧了") == "教室太小，光线太暗，学生看不清黑板，桌椅也旧了"
    table = "姓名,年龄,,电话,地址\n周启明,三十,,无,青石县\n"
    assert punctuation(table) is table
    once = punctuation("姓名,,电话,地址")
    assert punctuation(once) is once
