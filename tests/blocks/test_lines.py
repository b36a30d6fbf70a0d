"""What is said of a line as it stands is what would be said of the folded line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zhpolicytext.blocks.context import removals
from zhpolicytext.blocks.lines import (
    GLUED_BYLINE, GLUED_END, HAN_RUN, ORDINAL, SENTENCE_END, Line, _is_sentence, _opens, _seams, begins_with, lines_of)
from zhpolicytext.blocks.shape import Shape
from zhpolicytext.blocks.shapes import shape_of
from zhpolicytext.blocks.suffix import SITE_SUFFIX
from zhpolicytext.core.profile import Profile
from zhpolicytext.text.fold import folded

LINES = st.text("教育局，,。.．；;！!？?…：:“”\"'（()）[【】]-－—_｜|一二第十1１①條问答QＡ 　·责编辑来源作者发布时间声明：", min_size=1, max_size=60).filter(
    lambda text: text.strip() == text)


def is_sentence(text):
    """Prose, told by the folded line."""
    size = len(text)
    if size < 10:
        return False
    if "。" in text:
        return not text.endswith("。。。") or size >= 24
    if SENTENCE_END.search(text[-4:]) and not text.endswith(("...", "…")) and text[0] != "[":
        return size >= 24 or (size >= 14 and "," in text) or (size >= 14 and text[-1] == "?")
    return size >= 40 and "," in text or (size >= 16 and text[-1] == ":" and text[-2] != ":")


@settings(max_examples=300)
@given(LINES)
def test_prose_is_told_by_the_ends_of_a_line(text):
    assert _is_sentence(text) == is_sentence(folded(text))


@settings(max_examples=300)
@given(LINES)
def test_ordinals_and_first_characters_are_those_of_the_folded_line(text):
    line = Line(text)
    assert line.is_ordinal == (ORDINAL.match(folded(text)) is not None)
    assert (text[0] in begins_with("受正速密主承")) == (folded(text)[0] in "受正速密主承")


def seams(text, number, raw):
    """As `_seams`, of the line folded as a whole; quotation marks open or close as they did before."""
    size = len(text)
    if number < 6 and size <= 200:
        names = []
        rest = text
        while size <= 120 and ("-" in rest or "_" in rest or rest.count("|") == 1) and (
                match := SITE_SUFFIX.search(rest)) and match.start() >= 4:
            rest = rest[: match.start()]
            names.insert(0, (len(rest), len(rest)))
        if names:
            return tuple(names)
        match = GLUED_BYLINE.search(text, 6)
        if match and ":" not in text[: match.start()] and "," not in text[: match.start()] and HAN_RUN.search(text[: match.start()]):
            return (match.span(),)
    match = GLUED_END.search(text, max(10, size - 400)) if size >= 20 else None
    return (match.span(),) if match and not _opens(raw, match.start()) else ()


@settings(max_examples=400)
@given(LINES, st.integers(0, 8), st.sampled_from(("", "会议强调要抓好各项工作的落实" * 40)))
def test_a_line_is_parted_where_the_folded_line_would_be(text, number, before):
    text = before + text
    assert _seams(Line(text), number) == seams(folded(text), number, text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(("一、工作目标", "　　会议强调，要抓好各项工作的落实，完善制度，健全机制，强化监督检查，推动全县职业教育高质量发展。", "", "  ",
                                 "会议结束，各单位分组进行了讨论。责任编辑：周启明", "教育局举办培训班 发布时间：2015-04-02", "相关阅读", "来源：青石晚报")),
                max_size=9))
def test_every_line_stands_where_it_says_and_only_prose_is_not_looked_at(parts):
    text = "\n".join(parts)
    sheet = lines_of(Profile(text))
    assert [text[line.start : line.end] for line in sheet.lines] == [line.raw for line in sheet.lines]
    assert "".join("".join(line.raw.split()) for line in sheet.lines) == "".join(text.split())
    assert all(line.is_piece == (line.start > 0 and text[: line.start].rpartition("\n")[2].strip() != "" or (
        line.host == line.start)) for line in sheet.lines)
    for k in {*range(len(sheet.lines))}.difference(sheet.looked):
        assert sheet.lines[k].is_sentence and sheet.lines[k].size > 40 and shape_of(sheet.lines[k]) is Shape.NONE


def test_nothing_goes_of_a_text_of_one_line():
    assert removals(lines_of(Profile("版权所有：某某水务 湘ICP备10000001号"))) == {}


def test_shapes_are_different_and_have_names():
    shapes = [getattr(Shape, name) for name in Shape.__annotations__]
    assert len(set(shapes)) == len(shapes) == 30
    assert repr(Shape.MENU) == "Shape.MENU" and [shape for shape in shapes if not shape] == [Shape.NONE]
