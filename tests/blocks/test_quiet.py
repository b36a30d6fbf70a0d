"""A line that is told by one look to be the author's is one that no hypothesis fits."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhpolicytext.blocks import bylines, names, phrases, quiet, shapes, statements, widgets
from zhpolicytext.blocks.fields import names_of_fields
from zhpolicytext.blocks.lines import Line
from zhpolicytext.blocks.quiet import is_quiet
from zhpolicytext.blocks.shape import Shape
from zhpolicytext.blocks.terms import controls, words
from zhpolicytext.text.match import _alternatives, sought

#: What finds a shape in lines of Han, digits and the marks of prose; of the first the alternatives are drawn one by one.
PATTERNS = [
    *_alternatives(widgets.SCAN.pattern.partition(")(?:")[2][:-1]), *_alternatives(widgets.DOWNLOAD.pattern),
    *_alternatives(phrases.IMPRINT.pattern), *_alternatives(statements.TOUTING.pattern), *_alternatives(phrases.OPERATOR.pattern),
    *_alternatives(bylines.FROM.pattern[4:-2]), *_alternatives(widgets.WELCOME.pattern),
    *(pattern.pattern for pattern in (widgets.FOOT_LINK, widgets.END, widgets.PLACE, widgets.SHEET, phrases.SIDE_HEAD, phrases.SIDE_LINE,
                                      phrases.DISCLAIMER_TITLE, phrases.BAN, phrases.SHARING, phrases.SITE_SPEAKS, phrases.ANY_SAYS,
                                      bylines.CALL, bylines.PERIODICAL, names.ROLE)),
]
NOT_PLAIN = re.compile("[^\u4e00-\u9fff0-9、，。；《》“”（）()%]")
MENTIONED = sorted({*words("ui", "ui-weak", "nav"), *names_of_fields(), *quiet._SAYS, *quiet._COUNTED.pattern.split("|")})
BEFORE = st.sampled_from(("", "", "", "一、", "（三）", "2.", "12、", "· ", "第一章", "附件", "王", "关于", "附件：", "附件2：1."))


def shape(line):
    text = line.text
    bare = text.lstrip("· ")
    return widgets.widget_in(line, text, bare) or statements.statement_in(line, text, bare) or bylines.named_in(line, text, bare)


def mistaken(text):
    """The line, where it is told to be the author's and a hypothesis fits it."""
    line = Line(text.strip())
    return text if line.size and is_quiet(line) and shape(line) else None


@pytest.mark.parametrize("source", PATTERNS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_pattern_finds_a_line_that_is_quiet(source, data):
    found = data.draw(st.from_regex(re.compile(source)))
    plain = NOT_PLAIN.sub("", found)
    for text in (plain, NOT_PLAIN.sub("教", found), f"教育{plain}", f"{data.draw(BEFORE)}{plain}"):
        assert mistaken(text) is None


@settings(max_examples=300, deadline=None)
@given(BEFORE, st.lists(st.sampled_from(MENTIONED) | st.text("教育局关于开展工作，。《》20年月日", max_size=6), min_size=1, max_size=4))
def test_no_words_of_a_page_are_quiet_where_a_hypothesis_fits_them(before, parts):
    assert mistaken(before + "".join(parts)) is None


@pytest.mark.parametrize("text", [
    "相关阅读推荐", "打印本页关闭窗口", "· 打印本页关闭窗口", "发布机构", "通讯员王建平", "全国服务热线4001234567", "未完待续", "转第三版", "接4版下方",
    "版权归原作者所有，侵权请联系本站删除", "免费官网平台注册入口", "提示请输入验证码", "某某市大数据中心主办", "（三）打开公众号", "某某学刊2020年第3期", "郑重声明",
    "下一篇(清源县志愿者行动)", "· 上一页（清源）", "电话(传真)", "全文完）", "· 完）））", "附件：下载全文", "来源：清源日报", "附件：表格：样式"])
def test_is_not_quiet_about_what_a_page_says(text):
    assert not is_quiet(Line(text))


@pytest.mark.parametrize("text", [
    "三、健全投入保障机制，压实各方责任", "（二）化解困难群体急难愁盼问题", "清源县召开春季植树动员会", "1.由市教育局牵头，商务局配合，按月通报。", "· 校园合唱节落幕",
    "清源县志愿服务办法（试行）", "附件：志愿服务任务分工表", "附件1：1.志愿服务任务分工表"])
def test_is_quiet_about_headings_titles_and_items(text):
    assert is_quiet(Line(text)) and not shape(Line(text))


def test_a_date_alone_is_told_before_anything_else_is_asked():
    padded = [f"{number:0{width}d}" for width in (1, 2) for number in range(40)]
    for year in ("1900", "1999", "2005", "2024", "2099"):
        for month in [month for month in padded if month < "2" or len(month) == 1]:
            for day in padded:
                line = Line(f"{year}年{month}月{day}日")
                assert shapes.DAY.fullmatch(line.text) and shape(line) is Shape.DATE
    assert not [text for text in ("1800年1月1日", "2024年5月日", "2024年5月6日讯", "24年5月6日") if shapes.DAY.fullmatch(text)]


def test_no_row_of_controls_begins_with_the_number_of_a_heading():
    assert not [numeral for numeral in "一二三四五六七八九十" for mark in "、）" if controls().fullmatch(f"({numeral}){mark}打印") or controls().fullmatch(f"{numeral}、打印")]


@given(st.text("打开印下载页赞群众体验步", max_size=12))
def test_words_are_found_by_their_first_two_characters_where_they_are(text):
    alike = re.compile("打印|下载页|赞|群(?!众|体(?!验))")
    assert bool(re.search(sought(["打印", "下载页"], "赞", "群(?!众|体(?!验))"), text)) == bool(alike.search(text))
