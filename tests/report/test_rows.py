"""Rows and cells: the page shows the whole raw text and the whole clean text, and nothing else."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.dom import Tree
from tests.report.sample import BODY, TEXT
from zhpolicytext import Edit, Kind, Pipeline, Rule, Safety
from zhpolicytext.report.cells import Cells
from zhpolicytext.report.journal import Lines, deleters, findings
from zhpolicytext.report.rows import Folding, rows
from zhpolicytext.report.visible import unseen

PIECES = ("會(huì)議", "學!窞轭}", "开wm1站\n", "声明:甲\n", "声明:乙", "\n", "\n\n", "。", "O个", "2023年", "<b>", "&", "字" * 40, "。" * 30,
          "(a)", " ", "\u3000", "\u202e", "\ud800", "\0")
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
few = settings(max_examples=60, deadline=None)


def everything(text, profile):
    """The whole text."""
    yield Edit(0, len(text), "x" if text else "")


def shown(cell):
    """The text of a cell, with line ends for their symbols."""
    return cell.text(lambda element: "n" in element.classes)


def plain(text):
    """A text with its unseen characters left out, as it can be compared with what is shown."""
    return unseen().sub("", text)


def cells_of(document):
    cells = Cells(document, tuple(findings(document)), "d0")
    return [(row, Tree(cells.raw(row)).root, Tree(cells.clean(row)).root) for row in rows(document)]


def without_symbols(root):
    return root.text(lambda element: "n" in element.classes or "title" in element.attributes)


@few
@given(texts)
def test_rows_are_the_whole_of_both_texts(text):
    document = BODY.run(text)
    cut = list(rows(document))
    assert "".join(text[row.raw_start : row.raw_end] for row in cut) == document.raw
    assert "".join(document.text[row.start : row.end] for row in cut) == document.text
    assert [k for row in cut for k in range(row.first, row.last)] == list(range(len(document.changes)))


@few
@given(texts)
def test_cells_show_every_character_once(text):
    document = BODY.run(text)
    found = cells_of(document)
    undo = str.maketrans({"␣": " ", "□": "\u3000", "⏎": ""})
    raw = "".join(without_symbols(cell) for _, cell, _ in found).translate(undo)
    clean = "".join(without_symbols(cell) for _, _, cell in found).translate(undo)
    assert raw == plain(document.raw)
    assert clean == plain(document.text)


@few
@given(texts)
def test_folding_keeps_every_row_in_order_and_loses_no_text(text):
    document = BODY.run(text)
    cut = list(rows(document))
    groups = list(Folding(document).groups(cut))
    assert [row for _, group in groups for row in group] == cut
    for rule, group in groups:
        if rule:
            assert not "".join(document.text[row.start : row.end] for row in group).strip()


def test_a_long_line_is_cut_at_sentences_so_that_both_sides_stay_level():
    document = BODY.run("會(huì)議開了。" * 400)
    cut = list(rows(document))
    assert len(cut) > 10
    assert all(document.raw[row.raw_start : row.raw_end].endswith("。") for row in cut)
    assert max(row.raw_end - row.raw_start for row in cut) < 400


def test_a_line_without_sentences_is_cut_all_the_same():
    for text in ("字" * 20_000, "會" * 20_000, "字會" * 10_000):
        cut = list(rows(BODY.run(text)))
        assert "".join(text[row.raw_start : row.raw_end] for row in cut) == text
        assert len(cut) > 5 or text == "會" * 20_000


def test_one_change_of_everything_is_one_row():
    pipeline = Pipeline((Rule("all.text", Kind.NORMALIZE, Safety.SAFE, everything),))
    assert len(list(rows(pipeline.run("字\n" * 500)))) == 1


def test_neighbouring_blocks_of_one_rule_are_folded_together():
    document = BODY.run("一\n声明:甲\n\n声明:乙\n二\n")
    groups = [(rule, len(group)) for rule, group in Folding(document).groups(rows(document))]
    assert groups == [("", 1), ("boilerplate.notice", 3), ("", 1)]


def test_lines_that_hold_only_a_watermark_are_folded_as_what_they_are():
    document = BODY.run("一wm1站\nwm1站\n\nwm1站\n二\n")
    assert [rule for rule, _ in Folding(document).groups(rows(document))] == ["", "watermark.line-suffix", ""]


def test_a_fold_is_named_for_the_rule_that_deleted_its_words():
    blank_lines = Rule("control.blank-lines", Kind.NORMALIZE, Safety.SAFE, blank_line_runs)
    document = Pipeline((BODY["watermark.line-suffix"], blank_lines)).run("一wm1站\n\nwm1站\n\n\n二wm1站\n三\n")
    found = tuple(findings(document))
    groups = Folding(document, deleters(document, found)).groups(rows(document))
    assert [rule for rule, _ in groups if rule] == ["watermark.line-suffix"]
    cells = Cells(document, found, "d0")
    assert all("kr" in cells.classes(k).split() for k, change in enumerate(document.changes) if "wm1" in
               document.raw[change.raw_start : change.raw_end])


def blank_line_runs(text, profile):
    """More than two line ends in a row."""
    for run in re.finditer("\n{3,}", text):
        yield Edit(run.start(), run.end() - 1, "")


def test_a_reading_inside_of_a_converted_word_is_marked_by_itself():
    document = Pipeline((*BODY.rules[:2], Rule("script.word", Kind.NORMALIZE, Safety.SAFE, meeting))).run("在會(huì)議上")
    assert len(document.changes) == 1
    (_, raw, clean), = cells_of(document)
    assert [s.text() for s in raw.all(lambda element: element.tag == "s")] == ["(huì)"]
    assert "kn" in clean.with_class("c")[0].classes


def meeting(text, profile):
    """The word 會議, spelled with another number of characters: so it is one change with the reading in it."""
    at = text.find("會議")
    if at >= 0:
        yield Edit(at, at + 2, "开会议")


def test_an_entity_is_wrapped_whole_and_a_change_in_it_stays_inside():
    document = BODY.run("2023年會開")
    (_, _, clean), = cells_of(document)
    entity, = clean.with_class("e")
    assert entity.text() == "2023年" and entity.attributes["data-value"] == "2023"


def test_a_suggestion_is_marked_on_both_sides():
    (_, raw, clean), = cells_of(BODY.run("共O个"))
    for cell in (raw, clean):
        mark, = cell.with_class("s")
        assert mark.text() == "O" and mark.attributes["data-says"] == "0"


def test_lines_tell_line_and_column_from_one():
    lines = Lines("ab\n\nc")
    assert [lines.place(k) for k in range(5)] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1)]
    assert Lines("\nab").place(1) == (2, 1)


def test_the_time_for_a_page_grows_with_the_text_and_no_faster():
    from tests.timing import excess
    from zhpolicytext.report import html

    short, long = ([("", BODY.run(TEXT * times))] for times in (300, 600))
    assert not excess(html, short, long, 3.2)


def lost_break(text, profile):
    """A line end that may be missing."""
    at = text.find("二、")
    while at >= 0:
        yield Edit(at, at, "\n")
        at = text.find("二、", at + 1)


def test_a_suggestion_between_two_characters_is_shown_there_once():
    pipeline = Pipeline((Rule("wrap.lost-break", Kind.REPAIR, Safety.SUGGEST, lost_break),))
    found = cells_of(pipeline.run("一、甲。二、乙。" + "字" * 300 + "。二、丙"))
    for side in (1, 2):
        marks = [mark for cells in found for mark in cells[side].with_class("s")]
        assert [mark.attributes["data-says"] for mark in marks] == ["⏎", "⏎"]
