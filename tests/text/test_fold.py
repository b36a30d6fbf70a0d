"""The fold is its table, whatever the table is held in."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.text.fold import folded, table


def test_every_character_is_folded_as_the_table_says():
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    assert folded(text) == text.translate(table())


@given(st.text("文ａA，：“（薴苧號\N{NO-BREAK SPACE}|丨", max_size=6))
def test_a_few_foldable_characters_are_folded_as_many_are(text):
    text += "文" * 60
    # 薴 folds to 苧, which folds to 苎 where it stands in a text
    assert folded(text) == text.translate(table())
