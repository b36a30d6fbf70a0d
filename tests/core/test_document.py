"""Laws L2 to L6 on documents that rules made."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.sketches import ALL, BRACKETS, NAV, swap
from zhpolicytext.core.edits import apply

documents = st.text("abxy(?)NAV\n", max_size=40).map(ALL.run)


@given(documents)
def test_folding_the_steps_over_the_raw_text_gives_the_text(document):
    text = document.raw
    for index, step in enumerate(document.steps):
        assert document.text_before(index) == text
        text = apply(text, step.edits)
    assert text == document.text


@given(documents)
def test_reverting_everything_gives_the_raw_text_and_nothing_the_clean(document):
    assert document.revert(lambda change: True) == document.raw
    assert document.revert(lambda change: False) == document.text


@given(documents, st.randoms())
def test_any_subset_of_changes_can_be_reverted(document, random):
    chosen = {change for change in document.changes if random.random() < 0.5}
    mixed = document.revert(lambda change: change in chosen)
    expected, reached = "", 0
    for change in document.changes:
        expected += document.raw[reached : change.raw_start]
        expected += document.raw[change.raw_start : change.raw_end] if change in chosen else change.new
        reached = change.raw_end
    assert mixed == expected + document.raw[reached:]


@given(documents)
def test_changes_tell_both_places(document):
    for change in document.changes:
        assert document.text[change.start : change.end] == change.new
        assert document.raw[change.raw_start : change.raw_end] != change.new
    between = [document.raw[a.raw_end : b.raw_start] for a, b in zip(document.changes, document.changes[1:])]
    assert between == [document.text[a.end : b.start] for a, b in zip(document.changes, document.changes[1:])]


def test_reverting_a_rule_by_its_id_leaves_the_others():
    document = (BRACKETS | swap("x", "y")).run("x(b)x")
    assert document.text == "yy"
    assert document.revert("sketch.brackets") == "y(b)y"
    assert document.revert("swap.x-y") == "xx"
    assert document.revert("swap") == "xx"  # all rules of a normaliser
    assert document.revert("swap.x") == document.revert("wap") == "yy"


def test_a_document_travels_to_another_process_whole():
    document = (BRACKETS | swap("x", "y")).run("x(b)x")
    again = pickle.loads(pickle.dumps(document))
    assert again == document and again.changes == document.changes


def test_a_change_and_its_reverse_are_no_change():
    assert (swap("x", "q", id="a.b") | swap("q", "x", id="c.d")).run("axb").changes == ()


def test_removed_blocks_name_their_rule_and_raw_text():
    document = (swap("a", "b") | NAV).run("a\nNAV\na")
    (block,) = document.removed
    assert (block.raw_start, block.raw_end, block.text, block.rule) == (2, 6, "NAV\n", "sketch.nav")


def test_spans_map_in_both_directions():
    document = BRACKETS.run("教(jiao)育(yu)局")
    assert document.to_raw(0, 2) == (0, 8)
    assert document.to_raw(2, 3) == (12, 13)
    assert document.to_raw(1, 1) == (1, 7)  # what was removed at that point
    assert document.to_clean(1, 7) == (1, 1)
    assert document.to_clean(0, 13) == (0, 3)


@pytest.mark.parametrize("span", [(-1, 1), (2, 1), (0, 99)])
def test_spans_outside_of_the_text_raise(span):
    with pytest.raises(IndexError):
        BRACKETS.run("教育").to_raw(*span)


@given(documents)
def test_the_json_form_is_plain_and_complete(document):
    plain = json.loads(json.dumps(document.to_json()))
    assert plain["text"] == document.text and len(plain["changes"]) == len(document.changes)
    assert plain["counts"] == dict(document.counts)


def test_a_document_without_readers_has_no_metadata():
    document = BRACKETS.run("a(b)")
    assert document.metadata is None and document.entities is None and document.damage is None
