"""Columns are unwrapped and broken words joined; layouts that mean something stay."""

import re
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.corruptors import wrap as damage
from tests.strategies import hostile_texts, mixed_texts, policy_documents, policy_paragraphs
from zhpolicytext import wrap
from zhpolicytext.text.tables import rows

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

rngs = st.integers(0, 2**32).map(Random)
columns = st.integers(22, 44)
REPORT = (
    "一年来，全市上下同心协力，办好人民满意的教育，职业教育的规模和质量都有明显提高。各县区把学校建设列入民生工程，"
    "新建校舍八处，改造实训车间二十余间，购置设备一大批；教师队伍的结构更加合理，年轻教师的比例不断上升。企业参与办学的"
    "热情空前高涨，订单培养、现场教学、岗位实习等做法得到推广，毕业生就业去向更加稳定，家长和社会的评价越来越好。"
    "同时也要看到，城乡之间、学校之间的差距依然存在，投入保障机制还不健全，专业设置与产业需求脱节的问题仍然突出，"
    "必须采取有力措施加以解决，推动全市职业教育再上新的台阶。"
)


# -- columns


@law
@given(columns)
def test_a_report_set_in_a_column_comes_back(glyphs):
    assert "".join(wrap(damage.hard_wrapped(REPORT, glyphs)).split("\n")) == REPORT
    joined = wrap(damage.hard_wrapped(REPORT, glyphs))
    # A line that is full and ends a sentence may end a paragraph: only such line ends stay.
    assert all(line.endswith(("。", "；")) for line in joined.split("\n"))


@law
@given(columns)
def test_an_indented_report_comes_back_with_its_paragraphs(glyphs):
    text = "\n".join("\N{IDEOGRAPHIC SPACE}" * 2 + part for part in (REPORT, REPORT[:120] + "。", REPORT))
    damaged = damage.hard_wrapped(text, glyphs)
    joined = wrap(damaged).split("\n")
    assert "".join(joined) == text.replace("\n", "")
    assert sum(line.startswith("\N{IDEOGRAPHIC SPACE}") for line in joined) == 3


@law
@given(columns)
def test_blanks_that_stand_for_line_ends_go(glyphs):
    text = REPORT + REPORT
    assert wrap(damage.wrap_spaced(text, glyphs)) == text


@law
@given(st.lists(policy_paragraphs(), min_size=4, max_size=6).map("".join), columns)
def test_generated_prose_read_from_a_column_comes_back(text, glyphs):
    assume(len(text) > 10 * glyphs and " " not in text)
    assert wrap(damage.wrap_spaced(text, glyphs)) == text


def test_a_phrase_with_blanks_of_its_own_keeps_them_inside_of_a_column():
    text = REPORT.replace("订单培养、现场教学", "“提质 赋能 创新”的做法、“提质 赋能 创新”的经验", 1) + REPORT
    spaced = damage.wrap_spaced(text, 27)
    assert wrap(spaced).count("“提质 赋能 创新”") + wrap(spaced).count("“提质赋能 创新”") >= 1
    assert wrap(spaced).replace(" ", "") == text.replace(" ", "")


def test_the_blank_beside_a_quotation_goes_in_a_text_read_from_print():
    text = REPORT.replace("办好人民满意的教育", "办好了 “家门口” “好学校”", 1) + REPORT
    assert "办好了“家门口”“好学校”" in wrap(damage.wrap_spaced(text, 27))


@pytest.mark.parametrize("text", [
    # verse, a refrain, a song
    "春眠不觉晓，\n处处闻啼鸟。\n夜来风雨声，\n花落知多少。",
    "起来！\n不愿做奴隶的人们！\n把我们的血肉，\n筑成我们新的长城！",
    # a list of names of equal width
    "云泽市第一职业高级中学东校区实训中心\n云泽市第二职业高级中学西校区实训中心\n"
    "云泽市第三职业高级中学南校区实训中心\n云泽市第四职业高级中学北校区实训中心",
    # an address, a signature, a recipients line
    "地址：云泽市人民路18号教育大厦\n邮编：610000\n联系人：王老师\n电话：028-85056429",
    "各区县教育局，局属各单位：\n现将有关事项通知如下，请遵照执行。\n云泽市教育局\n2024年5月6日",
    # items without marks at their ends
    "一、加强组织领导，落实工作责任，明确任务分工\n二、完善配套政策，加大投入力度，保障项目实施\n"
    "三、强化督导检查，严格考核问效，兑现奖惩措施\n四、注重宣传引导，营造良好氛围，凝聚各方合力",
    # a table written line by line
    "序号\n学校\n人数\n1\n云泽一中\n1200\n2\n云泽二中\n980",
    # dialogue
    "问：什么时候报名？\n答：六月十五日至二十五日。\n问：在哪里报名？\n答：在户口所在地的学校报名。",
    # paragraphs of prose, each ended
    "全市教育工作会议召开，部署今年的重点任务和工作措施。\n会议要求各地各校提高认识，加强领导，抓好落实。\n"
    "会议强调要把安全工作放在首位，确保师生平安。",
])
def test_natural_layout_stays(text):
    assert wrap(text) is text


@pytest.mark.parametrize("text", [
    "主題為“轉型 質量 創新”的年度工作思路",  # format spaces in traditional text
    "《把脈職教高考 推進精準施教》為主題",
    "中華民國一百零五年 臺北市政府 教育局 函",
    "通訊員 王文瓊 記者 李林",
    "学校首页 学校概况 机构设置 教育教学 招生就业",
    "姓名  李  明  性别  男",
    "王 强  李 娜  张 伟",
    "甲 乙 丙 丁",
    "一 二 三 四 五 六 日",
    "东 南 西 北 中",
    "春 夏 秋 冬",
    "第一章 总则",
    "传承红色基因 争做时代新人",
    "感恩奋进新时代 同心共筑中国梦",
    "省 委 书 记",  # four single characters that end as no document and no body does
    "iPhone 手机 与 iPad 平板",
    "A 类 B 类 C 类",
])
def test_blanks_that_mean_something_stay(text):
    assert wrap(text) is text


# -- words


@law
@given(st.sampled_from(("通知", "公告", "关于开展安全检查的通知", "云泽市教育局", "国务院办公厅", "职业教育条例", "會議紀要")), rngs)
def test_a_spread_title_comes_back(title, rng):
    assert wrap(damage.spread(title, rng) + "\n各学校：") == title + "\n各学校："


@pytest.mark.parametrize("damaged, text", [
    ("深入贯 彻落实党的教育方针", "深入贯彻落实党的教育方针"),
    ("推进中国特 色社会主义建设", "推进中国特色社会主义建设"),
    ("中华人民共 和国职业教育法", "中华人民共和国职业教育法"),
    ("堅持以習近 平新時代中國特色社會主義思想為指導", "堅持以習近平新時代中國特色社會主義思想為指導"),
    # several in one document license the weaker ones
    ("深入贯 彻落实党的教育方针，全面推 进依法治教，不断提 高教育质量，办好人民 满意的教育。",
     "深入贯彻落实党的教育方针，全面推进依法治教，不断提高教育质量，办好人民满意的教育。"),
])
def test_a_blank_inside_of_a_word_goes(damaged, text):
    assert wrap(damaged) == text


# -- sentences


@pytest.mark.parametrize("damaged, text", [
    ("认真贯彻《\n职业教育法\n》，依法治教。", "认真贯彻《职业教育法》，依法治教。"),
    ("这些作品属于在规定期限内依法完成的，适用各地的\n法规\n，国家机关的决定除外。", "这些作品属于在规定期限内依法完成的，适用各地的法规，国家机关的决定除外。"),
    ("会议认为，过去一年成绩来之不易。今年要坚持稳中求\n\n进工作总基调，做好各项工作。",
     "会议认为，过去一年成绩来之不易。今年要坚持稳中求进工作总基调，做好各项工作。"),
    ("会议认为，过去一年成绩来之不易。今年要坚持稳中求进，\n抓好教育、卫生、文化和社会保障等方面的各项重点工作，办好民生实事。",
     "会议认为，过去一年成绩来之不易。今年要坚持稳中求进，抓好教育、卫生、文化和社会保障等方面的各项重点工作，办好民生实事。"),
])
def test_a_broken_sentence_is_joined(damaged, text):
    assert wrap(damaged) == text


@pytest.mark.parametrize("text", [
    "会议认为，过去一年成绩来之不易。今年的主要任务是以下几个方面\n一、抓好教育\n二、抓好卫生",
    "会议认为，过去一年成绩来之不易。今年的主要任务已经明确，请遵照执行\n　　附件：任务分工表",
    "会议认为，过去一年成绩来之不易。各单位要抓好贯彻落实\n云泽市教育局\n2024年5月6日",
    "会议认为，过去一年成绩来之不易。责任编辑：王某\n各单位要抓好贯彻落实。",
    "图为会议现场\n各单位要抓好贯彻落实。",
])
def test_a_line_that_is_no_broken_sentence_stays(text):
    assert wrap(text) is text


def test_paragraphs_run_together_are_pointed_out_and_not_split():
    text = REPORT + "一、加强领导。" + REPORT + "二、明确责任。" + REPORT
    document = wrap.run(text)
    assert document.text is text
    assert [found.rule for found in document.suggestions] == ["wrap.collapsed-paragraphs"] * 2


@law
@given(policy_documents())
def test_a_clean_document_is_the_same_object(document):
    assert wrap(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_changes_nothing(text):
    once = wrap(text)
    assert wrap(once) == once


def test_the_step_says_how_wide_the_column_was():
    document = wrap.run(damage.wrap_spaced(REPORT + REPORT, 30))
    evidence = {step.rule.id: step.evidence for step in document.steps}
    assert 28 <= evidence["wrap.wrap-space"]["glyphs"] <= 30.5


def test_every_word_of_the_table_comes_back():
    for word, place, _ in rows("spaced_words.tsv"):
        title = word if place == "alone" else "关于安全检查的" + word
        assert wrap("  ".join(title)) == title


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_line_ends_of_windows_make_no_difference(text):
    text = text.replace("\r", "")
    assert wrap(text.replace("\n", "\r\n")).replace("\r\n", "\n") == wrap(text)


def test_lines_with_one_end_are_not_a_column():
    line = "各级人民政府应当把职业教育纳入国民经济和社会发展规划统筹安排江城水利网"
    text = "\n".join([line] * 3 + ["各地要把资金投入和使用管理好，并及时解决存在的问题江城水利网"])
    assert wrap(text) is text


@given(st.text("中文a 　\t\N{NO-BREAK SPACE}\n。", max_size=16))
def test_a_blank_inside_is_seen_whichever_it_is(text):
    from zhpolicytext.core.profile import Profile
    from zhpolicytext.normalizers.wrap.words import has_inner_spaces

    inner = re.compile("[中文][ \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}]+[中文]")
    assert has_inner_spaces(Profile(text)) == any(inner.search(line.strip()) for line in text.split("\n"))


@given(st.text("教育通知 　\t\N{NO-BREAK SPACE}\n，a", max_size=20))
def test_a_text_that_may_not_be_spread_holds_no_spread_line(text):
    from zhpolicytext.normalizers.wrap.words import LONE, SPREAD, _may_be_spread

    if any(len(line) > 2 and SPREAD.fullmatch(line) or LONE.search(line) for line in text.split("\n")):
        assert _may_be_spread(text)


@pytest.mark.parametrize("text", [
    "化工厂仓库深夜突发火灾 现场浓烟滚滚\n昨夜十一时，消防员赶到现场，将火扑灭。",
    "新华社 记者 何一平 摄",
    "本报讯 记者王小红 今天上午，学校举行开学典礼。",
])
def test_a_blank_between_the_parts_of_a_headline_or_a_byline_stays(text):
    assert wrap(text) is text


def test_a_blank_inside_of_a_word_of_a_headline_goes():
    assert wrap("关于加强学校安全教 育工作的通知") == "关于加强学校安全教育工作的通知"


def test_the_number_of_an_article_with_blanks_begins_a_paragraph():
    first = "借用場館未能於約定期間內歸還者,管理單位得會同使用單位議定展延之日數;展延以一次為限,並由管理單位登錄。"
    second = "館舍設備之維護費用,由使用單位按借用日數分攤;因不可歸責於使用單位之事由而損壞者,由管理單位負擔,並應於當年度內修復完成後公告。"
    wrapped = ["\n".join(part[k : k + 26] for k in range(0, len(part), 26)) for part in (first, second)]
    text = f"某某市場館借用規則查詢\n\n{wrapped[0]}\n第 111 條\n{wrapped[1]}"
    assert wrap(text) == f"某某市場館借用規則查詢\n\n{first}\n第 111 條\n{second}"


def test_a_no_break_space_inside_of_a_word_goes_too():
    assert wrap("深入贯\N{NO-BREAK SPACE}彻落实会议精神") == "深入贯彻落实会议精神"
