import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext import Edit, EditError
from zhpolicytext.core.edits import apply, checked


def test_no_edits_give_the_same_object():
    text = "教育" * 10
    assert apply(text, ()) is text


def test_touching_edits_are_applied_in_order():
    assert apply("市(shi)(shi)委", [Edit(1, 6, ""), Edit(6, 11, "")]) == "市委"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(3, 4, ""), Edit(1, 2, "")],
        [Edit(1, 4, ""), Edit(3, 5, "")],
        [Edit(2, 1, "")],
        [Edit(4, 99, "")],
        [Edit(-1, 1, "")],
    ],
    ids=["unsorted", "overlapping", "backwards", "beyond the end", "before the start"],
)
def test_bad_edits_raise(edits):
    with pytest.raises(EditError):
        checked("教育工作会议", edits)


def test_overlapping_edits_raise_in_apply_too():
    with pytest.raises(EditError):
        apply("教育工作会议", [Edit(1, 4, ""), Edit(3, 5, "")])


def test_an_edit_that_changes_nothing_is_dropped():
    assert checked("教育", [Edit(0, 1, "教"), Edit(1, 2, "学")]) == (Edit(1, 2, "学"),)


@given(st.text(max_size=30), st.data())
def test_apply_agrees_with_replacing_from_the_right(text, data):
    from tests.core.edit_lists import edit_lists

    edits = data.draw(edit_lists(len(text)))
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.new + expected[edit.end :]
    assert apply(text, edits) == expected
