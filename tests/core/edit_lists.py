"""Sorted, disjoint edit lists for a text of a given length."""

from hypothesis import strategies as st

from zhpolicytext import Edit


@st.composite
def edit_lists(draw, length, max_edits=5):
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=2 * max_edits)))
    pairs = list(zip(cuts[::2], cuts[1::2]))
    edits = []
    for start, end in pairs:
        if edits and (start, end) == (edits[-1].start, edits[-1].end):
            continue  # two insertions at one point are one insertion
        edits.append(Edit(start, end, draw(st.text("甲乙丙x", max_size=3))))
    return edits
