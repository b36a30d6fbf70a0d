"""A gate says the same of a text whether the pre-scan and the gates before it have looked at it or not."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhpolicytext as zh
from tests.laws.hostile import KINDS, hostile
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from zhpolicytext.core.edits import Edit, Shortened
from zhpolicytext.core.plan import WRITTEN, plan
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.rule import Kind, Rule, Safety
from zhpolicytext.core.signs import Scan, Signs
from zhpolicytext.core.stage import ANY, still

GATES = list(dict.fromkeys(rule.gate for rule in zh.BODY.rules if rule.gate))
PLAN = plan(zh.BODY.rules)
EDITING_RULES = [rule for rule in zh.BODY.rules if rule.safety is not Safety.SUGGEST]
EDITING = plan(EDITING_RULES)
SCAN = Scan([rule.signs for rule in zh.BODY.rules])
#: What the gates that look for themselves look for, and its neighbours.
CHARS = "，、。；：,;:？!“《一oO%％３Ａ，學後於\n 〇—·教"


def disagreeing(text):
    scanned = Profile(text)
    SCAN(scanned)
    changed = Profile(text)  # as behind a change: no pre-scan, and the gates before have been asked
    return sorted(gate.__name__ for gate in GATES
                  if not bool(gate(Profile(text))) == bool(scanned.fact(gate)) == bool(changed.fact(gate)))


@pytest.mark.parametrize("first", CHARS)
def test_the_pre_scan_changes_no_answer_about_three_characters(first):
    for rest in product(CHARS, repeat=2):
        text = f"教{first}{''.join(rest)}育"
        assert disagreeing(text) == [], text


def test_the_pre_scan_changes_no_answer_about_blank_lines():
    for lines in product(("", " ", "教", "\N{IDEOGRAPHIC SPACE}"), repeat=5):
        assert disagreeing("\n".join(lines)) == [], lines


@pytest.mark.parametrize("kind", KINDS)
def test_the_pre_scan_changes_no_answer_about_hostile_text(kind):
    assert disagreeing(f"教育{hostile(kind, 30)}改革") == []


@settings(max_examples=60, deadline=None)
@given(hostile_texts() | mixed_texts())
def test_the_pre_scan_changes_no_answer(text):
    assert disagreeing(text) == [], text


def opened(text, part, order=PLAN, lasting=PLAN.lasting):
    """Rules that stay closed for a part of a text because the pre-scan closed them for the whole, though they find something."""
    closed = lasting & ~order.scan(Profile(text))
    return [rule.id for k, question in enumerate(order.questions) if closed >> k & 1 and question.is_possible(Profile(part))
            for rule, _ in question.rules if list(rule.find(part, Profile(part)))]


@pytest.mark.parametrize("first", CHARS)
def test_what_stays_closed_is_not_possible_of_a_part_of_three_characters(first):
    for rest in product(CHARS, repeat=2):
        text = f"教{first}{''.join(rest)}育"
        for k in range(1, 4):
            assert opened(text, text[:k] + text[k + 1 :]) == [], (text, k)
        assert opened(text, f"教{first}年{rest[1]}育", EDITING, EDITING.numbers) == [], text
        for char in "一分":
            after = f"{char}{first}{''.join(rest)}"
            assert opened(f"{char}(yī)" + after[1:], after, lasting=PLAN.readings) == [], after


@settings(max_examples=60, deadline=None)
@given(hostile_texts() | mixed_texts(), st.integers(0, 400), st.integers(1, 9), st.text(st.sampled_from(WRITTEN), max_size=6))
def test_what_stays_closed_is_not_possible_of_a_part(text, start, step, new):
    for part in (text[:start] + text[start + step :], text[::step]):
        assert opened(text, part) == [], (text, part)
    assert opened(text, text[:start] + new + text[start + step :], EDITING, EDITING.numbers if new else EDITING.lasting) == [], (text, new)


@settings(max_examples=80, deadline=None)
@given(st.lists(hostile_texts() | mixed_texts() | policy_documents(), max_size=3), st.randoms(use_true_random=False))
def test_what_stays_closed_is_not_possible_of_a_text_without_its_readings(texts, random):
    text = "".join(texts)
    read = "".join([char + "(yī)" if "\u4e00" <= char <= "\u9fff" and random.random() < 0.3 else char for char in text])
    assert opened(read, text, lasting=PLAN.readings) == [], read


def test_a_character_that_is_a_sign_is_not_silent():
    assert EDITING.silent == frozenset(WRITTEN)
    odd = Rule("a.b", Kind.REPAIR, Safety.SAFE, lambda text, profile: (), signs=Signs(below=".", literals=("年",)))
    assert plan([*EDITING_RULES, odd]).silent == frozenset(WRITTEN) - frozenset(".年")


def test_after_numbers_and_dates_the_questions_about_characters_stay_closed():
    text = "于二〇二三年五月十二日印发。"
    possible = EDITING.scan(Profile(text))
    assert still(possible, [Edit(1, 11, "2023年5月12日")], EDITING, text) == possible | ~EDITING.numbers
    assert still(possible, [Edit(1, 10, "2023年5月12日"), Edit(10, 11, "")], EDITING, text) == possible | ~EDITING.lasting
    assert still(possible, Shortened(text, tuple), EDITING, text) == possible | ~EDITING.readings
    assert still(possible, [Edit(1, 1, "學")], EDITING, text) == ANY
    assert still(possible, [Edit(1, 11, "2023"), Edit(11, 12, "(")], EDITING, text) == ANY


#: Lines, blank and other, with what signs look at: their ends, marks that meet where a line goes, the end of the text.
LINES = ("", " ", "\N{IDEOGRAPHIC SPACE}教", "教一", "一改", "稀", "，改", "教，", "“教", "育”", "第1页", "1、教", "教3", "《教》网", "o改")


@pytest.mark.parametrize("first", LINES)
def test_what_stays_closed_is_not_possible_of_some_of_three_lines(first):
    for rest in product(LINES, repeat=2):
        lines = [first, *rest]
        for k in range(3):
            part = "\n".join(lines[:k] + lines[k + 1 :])
            assert opened("\n".join(lines), part, lasting=PLAN.lines) == [], (lines, k)


@settings(max_examples=80, deadline=None)
@given(mixed_texts() | policy_documents(), st.lists(hostile_texts() | st.sampled_from(LINES), max_size=6), st.randoms(use_true_random=False))
def test_what_stays_closed_is_not_possible_of_some_of_the_lines(text, more, random):
    lines = text.split("\n") + [line for other in more for line in other.split("\n")]
    random.shuffle(lines)
    part = "\n".join([line for line in lines if random.random() < 0.7])
    assert opened("\n".join(lines), part, lasting=PLAN.lines) == [], (lines, part)


def test_where_only_lines_go_the_questions_about_lines_stay_closed():
    text = "教育改革\n【打印】【关闭】\n各地要抓好落实。\n"
    possible = EDITING.scan(Profile(text))
    assert still(possible, [Edit(5, 14, "")], EDITING, text) == possible | ~EDITING.lines
    assert still(possible, [Edit(5, 13, "")], EDITING, text) == possible | ~EDITING.lasting  # the line end stays
    assert still(possible, [Edit(5, 14, "學")], EDITING, text) == ANY


def test_what_stands_beside_what_lasts_where_no_number_or_no_han_is_a_part_of_it():
    of = {what: {rule.id for k, question in enumerate(PLAN.questions) if mask >> k & 1 for rule, _ in question.rules}
          for what, mask in (("numbers", PLAN.numbers & ~PLAN.lasting), ("readings", PLAN.readings & ~PLAN.lasting))}
    assert of["numbers"] == {"punctuation.doubled-mark", "punctuation.doubled-quote", "punctuation.swapped-quote", "control.blank-lines"}
    assert of["readings"] == {*of["numbers"], "wrap.broken-sentence", "ocr.letter-digit", "ocr.lost-one", "ocr.stop-read-as-o", "ocr.list-letter"}


def test_what_several_lines_show_together_may_show_where_one_of_them_goes():
    lasting = {rule.id for k, question in enumerate(PLAN.questions) if PLAN.lines >> k & 1 for rule, _ in question.rules}
    assert lasting.isdisjoint({"wrap.hard-wrap", "punctuation.reversed-quote", "mojibake.out-of-step"})
    assert lasting >= {"furniture.running-head", "watermark.line-suffix", "wrap.broken-sentence", "ocr.letter-digit", "punctuation.doubled-mark"}


def test_most_questions_about_characters_stay_closed():
    assert PLAN.lasting.bit_count() >= 15
