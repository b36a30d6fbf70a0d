"""L8 for damage upon damage: what happened to a text one thing after another is undone by one call."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import zhpolicytext as zh
from tests.corruptors import pinyin, punctuation, script, watermark, width
from zhpolicytext.strategies import policy_documents

DEEP = 90  # characters of the mirror sites' list that are annotated


def toned(text, rng):
    return pinyin.toned(text, DEEP)


#: In the order in which it happens: a collector folds the marks, a mirror converts and annotates, a site stamps its lines.
CHAINS = {
    "folded, mirrored with tones": (punctuation.folded, toned),
    "folded, converted, annotated here and there": (punctuation.folded, script.corrupt, pinyin.sampled),
    "folded, mirrored, stamped": (punctuation.folded, toned, watermark.empirecms),
    "widened, mirrored, invisible characters": (width.corrupt, toned, watermark.zero_width),
    "folded, stamped, invisible characters": (punctuation.folded, watermark.empirecms, watermark.zero_width),
}


@pytest.mark.parametrize("chain", CHAINS)
def test_l8_cleaning_undoes_what_happened_in_a_row(chain):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(policy_documents(), st.integers(0, 10_000))
    def undone(document, seed):
        rng = Random(seed)
        assume(len(document) > 150)  # a page: the evidence of a document needs one
        document += "\n深入推进“放管服”改革。"  # a converter by words leaves 於: its curled quotes tell it from a native author
        damaged = document
        for corrupt in CHAINS[chain]:
            damaged = corrupt(damaged, rng)
        assert zh.clean(damaged) == document

    undone()
