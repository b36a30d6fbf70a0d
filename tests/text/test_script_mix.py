"""Which lines are in which script: by the classes that are found, as by the characters that are counted."""

from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.core.profile import Profile
from zhpolicytext.text import script_mix, scripts
from zhpolicytext.text.cuts import saved
from zhpolicytext.text.language_model import LONGEST, language_model

TEXTS = st.text("學校發展學习国际於後乾昇为了和的あア가，。“”「」\n\n教育", max_size=60)
WORDS = st.lists(st.sampled_from([*scripts._weights(), "的", "在", "\n", "教育", "國"]), max_size=12).map("".join)


def counted(text):
    """The mix, character by character."""
    old = scripts.traditional_characters() - script_mix.AT_HOME
    new = scripts.simplified_characters()
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), len(old & set(line)), len(new & set(line))))
        start += len(line) + 1
    foreign = any("\u3040" <= char <= "\u30ff" or "\uac00" <= char <= "\ud7a3" for char in text)
    if not foreign and old & set(text) and not new & set(text):
        return ((0, len(text)),), ()
    is_traditional = sum(line[2] for line in lines) > sum(line[3] for line in lines)
    whole, lone = [], []
    for start, end, olds, news in lines:
        line = text[start:end]
        if any("\u3040" <= char <= "\u30ff" or "\uac00" <= char <= "\ud7a3" for char in line):
            continue
        if olds > news or is_traditional and olds >= news:
            whole.append((start, end))
        elif olds or "於" in line:
            lone.append((start, end))
    return tuple(whole), tuple(lone)


@given(TEXTS)
def test_lines_are_judged_as_if_every_character_were_counted(text):
    mix = script_mix.script_mix(Profile(text))
    assert (mix.traditional, mix.lone) == counted(text)


@given(WORDS)
def test_no_word_of_an_author_is_overlooked(text):
    for side in ("native", "mainland"):
        every = {word for word, of, *_ in scripts.rows("script_signals.tsv") if of == side and word in text}
        assert sorted(scripts._words_in(text, side)) == sorted(every)


@given(st.text("教育厅关于加强A1。 \n", max_size=5), st.text("教育厅关于加强A1。 \n", max_size=5))
def test_what_is_saved_is_the_difference_of_two_costs(before, after):
    model = language_model()
    assert saved(before, after) == model.bits(after[:LONGEST], "\n") - model.bits(after[:LONGEST], before[-LONGEST:] or "\n")
