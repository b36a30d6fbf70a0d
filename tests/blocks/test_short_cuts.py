"""What says no without a pattern never says no where the pattern is found."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhpolicytext.blocks import context, lines, page, phrases, tables, widgets
from zhpolicytext.blocks.above import ORIGIN
from zhpolicytext.blocks.fields import LONGEST, _fields_of, names_of_fields
from zhpolicytext.core.profile import Profile
from zhpolicytext.normalizers.furniture import marks, pages
from zhpolicytext.normalizers.mojibake import windows
from zhpolicytext.normalizers.watermark import addresses, inserts
from zhpolicytext.text.match import _alternatives

HAN = "教育局关于开展工作的通知网报。，"


def found_by(pattern):
    """Texts in which the pattern is found, on one line."""
    return st.from_regex(re.compile(pattern.pattern, pattern.flags & ~re.U)).filter(lambda text: "\n" not in text and text.strip() == text != "")


@pytest.mark.parametrize(("pattern", "told"), [
    (page.SITE_NAME, page.ends_as_a_site),
    (page.STAFF_LIST, page.is_staff_list),
    (context.STATEMENT, lambda text: text[-1] in context._STATEMENT_ENDS),
    (page.NOTICE_TITLE, page.is_notice_title),
    (widgets.DATA_TEXT, lambda text: not widgets.DATA_TEXT.match(text) or widgets.is_data(text)),
    (widgets.PLACE, lambda text: not widgets.PLACE.match(text) or widgets.is_crumb(text) or "。" in text or len(text) > 160),
    (ORIGIN, lambda text: text[0] in "以功"),
    (page.SUMMARY, lambda text: not page.SUMMARY.match(text) or text[0] in "[(·内摘提导核简概" and page.SUMMARY.match(text[:12])),
], ids=["site", "staff", "statement", "notice", "data", "place", "origin", "summary"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_title_is_told_by_its_edges(pattern, told, data):
    assert told(data.draw(found_by(pattern)))


@pytest.mark.parametrize(("all_of", "any_of"), [(phrases.PROMOTES, phrases.ANY_PROMOTES), (phrases.DISCLAIMER_SAYS, phrases.ANY_SAYS)])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_one_of_the_phrases_says_the_phrase_for_all_finds(all_of, any_of, data):
    text = data.draw(found_by(data.draw(st.sampled_from(all_of))) | st.text(HAN, max_size=8))
    assert (any_of.search(text) is not None) == any(pattern.search(text) for pattern in all_of)


@pytest.mark.parametrize(("all_of", "hint"), [
    (widgets.SCAN.pattern.partition(")(?:")[2][:-1], widgets.SCAN_HINT), (widgets.DOWNLOAD.pattern, widgets.DOWNLOAD_HINT)], ids=["scan", "download"])
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_alternative_holds_a_word_of_the_hint(all_of, hint, data):
    one_of = st.sampled_from([*_alternatives(all_of)])
    assert hint.search(data.draw(one_of.flatmap(lambda source: st.from_regex(source)).filter(lambda text: "\n" not in text)))


@given(st.text("教，、。；！？!;,? \N{IDEOGRAPHIC SPACE}\ufffd\n", max_size=5))
def test_two_marks_are_found_by_the_first_of_them(text):
    assert any(pair.search(text) for _, pair in windows._PAIRS) == (windows._TWO_MARKS.search(text) is not None)


def test_every_word_that_is_glued_to_a_sentence_is_known_by_its_beginning():
    words = tuple(lines.GLUED_SIGNS[1].split())
    assert all(word.startswith(words) for word in re.findall("[\u4e00-\u9fff]{2,}|notice", lines.GLUED_END.pattern))


@given(st.sampled_from(sorted(tables.names_in_tables())), st.sampled_from(("", ":", " :", "|")))
def test_a_field_of_a_table_is_known_by_its_end(name, end):
    row = lines.Line(name + end)
    assert tables._is_field_name(page.Page([row], [page.Shape.NONE]), 0) == (2 <= len(name) and row.size <= 30)


@given(st.text("来源作者发布时间年月局教育一二三", min_size=LONGEST + 1, max_size=40), st.sampled_from(sorted(names_of_fields())))
def test_no_field_stands_where_no_mark_ends_its_name(text, name):
    assert _fields_of(text + name, ("byline", "table", "contact")) == ()


@pytest.mark.parametrize("pattern", [pages.BARE, pages.DRESSED])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_page_number_is_known_by_its_first_character(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern.pattern), fullmatch=True))
    assert text.strip()[0] in pages._HEADS and text.strip()[-1] in pages.PAGE_ENDS


@pytest.mark.parametrize("pattern", [marks.IMAGE, marks.IMAGE_LINE])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_line_with_a_placeholder_is_looked_at(pattern, data):
    line = data.draw(st.from_regex(re.compile(pattern.pattern), fullmatch=True)).replace("\n", " ")
    if pattern.fullmatch(line):
        assert marks.image_lines(Profile(f"正文。\n{line}\n正文。")) == [1]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_marks_inside_of_a_text_are_looked_for_where_they_are(data):
    source = data.draw(st.from_regex(re.compile(inserts.SOURCE.pattern), fullmatch=True))
    assert inserts._has_bracketed_source(source) or source[0] == "［" or not source[1:3] in ("来源", "來源", "出处")
    address = data.draw(st.from_regex(re.compile(addresses.ADDRESS.pattern, re.A)))
    assert (b"www" in Profile(address).latin1.replace(b" ", b"").lower()) or "ｗ" in address or "Ｗ" in address
