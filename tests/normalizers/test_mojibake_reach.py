"""The other reading of GBK out of step is weighed character by character, with what is known of each looked up once."""

import importlib

from hypothesis import given
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext.strategies import policy_paragraphs
from zhpolicytext.text.encodings import double_bytes
from zhpolicytext.text.language_model import LONGEST, language_model

reach = importlib.import_module("zhpolicytext.normalizers.mojibake.reach")
steps = importlib.import_module("zhpolicytext.normalizers.mojibake.steps")
evidence = importlib.import_module("zhpolicytext.normalizers.mojibake.evidence")


def gain_of_the_other_reading(text, start, end, dropped):
    """The same, said at length."""
    model, table = language_model(), double_bytes("gb18030")
    before = text[max(0, start - LONGEST) : start] or "\n"
    stands = evidence.costs(text[start:end], before, model)
    context = model.row(before.translate(model.fold))
    pending, lacked, total, gain = -1, False, 0.0, 0.0
    for k in range(start, end):
        char, other = text[k], reach.NO_READING
        pair = steps.SPLIT_MARKS.get(char) or reach._pair(char)
        if pair:
            row = table.get(pending, {})
            new = row.get(pair[0]) or (row.get(ord(char)) if "@" <= char <= "~" else None)
            if new:
                other, context = model.step(context, model.fold[ord(new)])
        pending = pair[1] if pair else -1
        lacks = other > reach.PAIR_MAY_LACK
        if lacks:
            other = reach.PAIR_MAY_LACK if dropped and not lacked else reach.NO_READING
        lacked = lacks
        stand = min(stands[k - start], reach.NO_READING)
        if char in steps.SPLIT_MARKS or char == "\ufffd":
            other = min(other, reach.AT_MARK)
        elif evidence.COMMON_SIGN.match(char) or char < "\x7f" and text[max(0, k - 1)] < "\x7f":
            stand = min(stand, reach.SIGN)
        total = max(0.0, total + stand - other)
        gain = max(gain, total)
    return gain


@given(page=st.one_of(policy_paragraphs(), policy_paragraphs().map(damage.out_of_step), policy_paragraphs().map(damage.stream_out_of_step),
                      st.text(st.sampled_from("、。？?!;\ufffd€窞轭 Az~@校學\ue011①×\n1"), min_size=1, max_size=40)),
       start=st.integers(0, 9), dropped=st.booleans())
def test_the_gain_of_the_other_reading_is_what_its_characters_cost_less(page, start, dropped):
    end = min(len(page), start + 120)
    assert reach.reach(page, start, end, dropped, language_model()).gain == gain_of_the_other_reading(page, start, end, dropped)
