"""A finder that knows the text its edits lead to: whoever asks for the edits gets them, whoever does not, the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.sketches import BRACKETS, DOUBLED, bracketed_letters, swap
from zhpolicytext import EditError, Kind, Pipeline, Rule, Safety
from zhpolicytext.core.edits import Edit, Rewritten, apply
from zhpolicytext.text.editing import rewritten

texts = st.text("abxy() \n", max_size=40)


def known(text, profile):
    """Lower-case letters in brackets, with the text without them.

    >>> clean("a(b)", known), clean("a(1)", known)
    ('a', 'a(1)')
    """
    return rewritten(text, list(bracketed_letters(text, profile)))


def rule(stage="", id="sketch.known"):
    return Rule(id, Kind.REPAIR, Safety.SAFE, known, stage=stage)


@given(texts)
def test_the_rest_of_a_pipeline_does_not_notice(text):
    plain, quick = (Pipeline((first, swap("x", "y"), DOUBLED)) for first in (BRACKETS, rule()))
    assert quick(text) == plain(text) == quick.run(text).text
    assert [step.edits for step in quick.run(text).steps] == [step.edits for step in plain.run(text).steps]


@given(texts)
def test_neighbours_of_its_stage_see_the_same_text_and_give_way(text):
    def of(first):
        return Pipeline((first, swap("b", "x", stage="s"), swap("x", "y", stage="s"), DOUBLED))

    plain = of(Rule("sketch.known", Kind.REPAIR, Safety.SAFE, bracketed_letters, stage="s"))
    quick = of(rule("s"))
    assert quick(text) == plain(text) == quick.run(text).text


def test_a_protected_place_is_found_among_its_edits():
    quick = Pipeline((Rule("sketch.known", Kind.NORMALIZE, Safety.SAFE, known),)).protecting("(b)")
    assert quick("a(b)c(a)") == "a(b)c"


def test_without_an_edit_the_text_is_the_same_object():
    text = "a(1)" * 9
    assert Pipeline((rule(),))(text) is text


def test_its_edits_are_checked_when_somebody_asks_for_them():
    def wrong(text, profile):
        """Edits out of order."""
        return Rewritten("", lambda: [Edit(2, 3, ""), Edit(0, 1, "")])

    with pytest.raises(EditError):
        Pipeline((Rule("sketch.wrong", Kind.REPAIR, Safety.SAFE, wrong),)).run("abc")


@given(st.text("ab", max_size=20), st.data())
def test_the_text_is_what_the_edits_lead_to(text, data):
    from tests.core.edit_lists import edit_lists

    edits = [edit for edit in data.draw(edit_lists(len(text))) if text[edit.start : edit.end] != edit.new]
    found = rewritten(text, edits)
    assert found.text == apply(text, edits)
    assert list(found) == edits
