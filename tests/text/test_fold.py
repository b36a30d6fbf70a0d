"""The fold is its table, whatever the table is held in."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.text.fold import _MARKS, folded, table


def test_every_character_is_folded_as_the_table_says():
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    assert folded(text) == text.translate(table())


def test_what_a_mark_of_prose_folds_to_is_folded_no_further():
    known = table()
    assert not [char for char in _MARKS if ord(known[ord(char)]) in known or ord(char) not in known]


@given(st.text("文ａA，：“（；？！—”）\N{IDEOGRAPHIC SPACE}薴苧號\N{NO-BREAK SPACE}|丨", max_size=12))
def test_a_few_foldable_characters_are_folded_as_many_are(text):
    text += "文" * 60
    # 薴 folds to 苧, which folds to 苎 where it stands in a text
    assert folded(text) == text.translate(table())
