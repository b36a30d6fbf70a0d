"""The benchmarks measure what they say: clean texts are clean, damaged ones are damaged, both follow from a seed."""

import pytest

import zhpolicytext as zh
from benchmarks import corpora, plot, timing
from benchmarks.adversarial import slope


def test_the_clean_corpus_comes_back_as_the_same_objects():
    changed = [text for text in corpora.clean() if zh.clean(text) is not text]
    assert changed == []


def test_the_clean_corpus_holds_no_suggestion_of_damage():
    for text in corpora.clean(20):
        assert [found.rule for found in zh.explain(text).suggestions if found.rule.startswith("mojibake")] == []


def test_most_of_the_dirty_corpus_is_changed():
    texts = corpora.dirty(40)
    assert sum(zh.clean(text) != text for text in texts) >= 0.9 * len(texts)


@pytest.mark.parametrize("make", [corpora.clean, corpora.dirty, corpora.mixed])
def test_a_corpus_follows_from_its_seed(make):
    assert corpora.digest(make(24)) == corpora.digest(make(24))
    assert corpora.digest(make(24)) != corpora.digest(make(24, corpora.SEED + 9))


def test_documents_have_one_to_three_thousand_characters():
    assert all(1000 <= len(text) <= 3000 for text in corpora.clean(30))


def test_every_text_is_new_at_every_timing():
    seen = []
    timing.one_pass(seen.append, timing.blobs_of(["教育工作会议"]))
    timing.one_pass(seen.append, timing.blobs_of(["教育工作会议"]))
    assert seen[0] == seen[1] and seen[0] is not seen[1]


def test_a_slope_of_one_is_linear_and_of_two_quadratic():
    assert slope((10, 20, 40), (1.0, 2.0, 4.0)) == pytest.approx(1)
    assert slope((10, 20, 40), (1.0, 4.0, 16.0)) == pytest.approx(2)


def test_the_drawing_names_every_contender():
    svg = plot.drawing({"CLEAN": {"it": 10.0, "a & b": 3000.0}, "DIRTY": {"it": 300.0, "a & b": 3100.0}})
    assert ">it<" in svg and "a &amp; b" in svg
