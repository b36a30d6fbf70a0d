"""The fold is its table, whatever the table is held in."""

import sys

from zhpolicytext.text.fold import folded, table


def test_every_character_is_folded_as_the_table_says():
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    assert folded(text) == text.translate(table())
