"""Laws L3 to L6: what composing and mapping promise."""

from hypothesis import given
from hypothesis import strategies as st

from tests.core.edit_lists import edit_lists
from zhpolicytext.core.alignment import Alignment, Piece, compose, pieces_of
from zhpolicytext.core.edits import Edit, apply


def apply_pieces(text, pieces):
    return apply(text, [Edit(p.start, p.end, p.new) for p in pieces])


@st.composite
def chains(draw, steps=3):
    text = draw(st.text("教育工作会议", max_size=20))
    texts, lists = [text], []
    for _ in range(steps):
        edits = draw(edit_lists(len(texts[-1])))
        lists.append(edits)
        texts.append(apply(texts[-1], edits))
    return texts, [pieces_of(edits, f"r{k}") for k, edits in enumerate(lists)]


@given(chains())
def test_composing_equals_applying_in_sequence(chain):
    texts, (a, b, c) = chain
    assert apply_pieces(texts[0], compose(compose(a, b), c)) == texts[-1]


@given(chains())
def test_composing_is_associative_as_a_function(chain):
    texts, (a, b, c) = chain
    assert apply_pieces(texts[0], compose(a, compose(b, c))) == apply_pieces(texts[0], compose(compose(a, b), c))


@given(chains(steps=2))
def test_composed_pieces_are_sorted_and_disjoint(chain):
    texts, (a, b) = chain
    reached = 0
    for piece in compose(a, b):
        assert reached <= piece.start <= piece.end <= len(texts[0])
        reached = piece.end


@given(chains(steps=3))
def test_unchanged_characters_map_exactly(chain):
    texts, lists = chain
    pieces = ()
    for pieces_now in lists:
        pieces = compose(pieces, pieces_now)
    raw, clean = texts[0], texts[-1]
    alignment = Alignment(pieces)
    shift = reached = 0
    for piece in pieces:
        for offset in range(reached, piece.start):
            assert alignment.to_raw(offset + shift, offset + shift + 1) == (offset, offset + 1)
            assert alignment.to_clean(offset, offset + 1) == (offset + shift, offset + shift + 1)
            assert raw[offset] == clean[offset + shift]
        reached = piece.end
        shift += len(piece.new) - (piece.end - piece.start)
    for offset in range(reached, len(raw)):
        assert alignment.to_raw(offset + shift, offset + shift + 1) == (offset, offset + 1)


@given(chains(steps=3), st.data())
def test_a_span_survives_the_round_trip_unless_it_ends_in_an_insertion(chain, data):
    texts, lists = chain
    pieces = ()
    for pieces_now in lists:
        pieces = compose(pieces, pieces_now)
    alignment = Alignment(pieces)
    clean = texts[-1]
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    inserted = set()
    shift = 0
    for piece in pieces:
        if piece.start == piece.end:
            inserted.update(range(piece.start + shift, piece.start + shift + len(piece.new)))
        shift += len(piece.new) - (piece.end - piece.start)
    if start == end or start in inserted or end - 1 in inserted:
        return
    back = alignment.to_clean(*alignment.to_raw(start, end))
    assert back[0] <= start and back[1] >= end


def test_edits_that_only_touch_stay_apart():
    a = pieces_of([Edit(1, 6, "")], "pinyin.inline")
    b = pieces_of([Edit(1, 2, "委")], "other")
    assert compose(a, b) == (Piece(1, 6, "", ("pinyin.inline",)), Piece(6, 7, "委", ("other",)))


def test_an_edit_across_a_change_joins_it():
    a = pieces_of([Edit(2, 4, "XY")], "first")
    b = pieces_of([Edit(1, 3, "Z")], "second")
    (piece,) = compose(a, b)
    assert piece == Piece(1, 4, "ZY", ("first", "second"))


def test_an_insertion_that_is_removed_again_leaves_nothing():
    a = pieces_of([Edit(3, 3, "甲")], "first")
    b = pieces_of([Edit(3, 4, "")], "second")
    assert compose(a, b) == ()


def test_a_replacement_of_equal_length_is_split_where_something_was_removed():
    removed = pieces_of([Edit(1, 6, ""), Edit(7, 11, "")], "pinyin.inline")
    script = pieces_of([Edit(0, 2, "会议")], "script.traditional")
    assert compose(removed, script) == (
        Piece(0, 1, "会", ("script.traditional",)), Piece(1, 6, "", ("pinyin.inline",)),
        Piece(6, 7, "议", ("script.traditional",)), Piece(7, 11, "", ("pinyin.inline",)))


def test_a_block_removed_whole_names_only_the_rule_that_removed_it():
    inside = pieces_of([Edit(2, 3, "，")], "punctuation.halfwidth-mark")
    block = pieces_of([Edit(0, 6, "")], "boilerplate.footer")
    assert compose(inside, block) == (Piece(0, 6, "", ("boilerplate.footer",)),)


def test_what_had_been_removed_already_keeps_its_rule_beside_a_smaller_removal():
    placeholder = pieces_of([Edit(1, 6, "")], "furniture.image-placeholder")
    blank = pieces_of([Edit(0, 2, "")], "control.blank-lines")
    (piece,) = compose(placeholder, blank)
    assert piece.rules == ("furniture.image-placeholder", "control.blank-lines")
