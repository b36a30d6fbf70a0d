"""Asking rules together gives what asking them one by one gives."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.core.edits import Edit
from zhpolicytext.core.pipeline import Pipeline
from zhpolicytext.core.plan import part, plan
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.rule import Kind, Rule, Safety

ANY = st.text(st.one_of(st.sampled_from("ab（(，é一\ud800\U00020000"), st.characters()), max_size=12)


@given(ANY, ANY, ANY)
def test_a_literal_that_occurs_leaves_its_part(before, literal, after):
    assert part(literal) in part(before + literal + after)
    assert part(literal) in Profile(before + literal + after).latin1


def has_a(profile):
    return "a" in profile.text


def finder(old, new):
    def find(text, profile):
        start = text.find(old)
        if start >= 0:
            yield Edit(start, start + len(old), new)
    return find


FINDERS = [finder(*pair) for pair in (("a", "b"), ("b", "（"), ("（", "a"), ("ab", ""), ("（（", "b"), ("b", "a（a"))]


@st.composite
def rules(draw):
    out = []
    for k in range(draw(st.integers(1, 6))):
        out.append(Rule(f"test.rule-{k}", Kind.REPAIR, draw(st.sampled_from([Safety.SAFE, Safety.SUGGEST])),
                        draw(st.sampled_from(FINDERS)),
                        needs=draw(st.sampled_from([(), ("a",), ("（",), ("a", "（"), ("ab（", "b")])),
                        gate=draw(st.sampled_from([None, has_a])), stage=draw(st.sampled_from(["", "one", "two"]))))
    return tuple(out)


def one_by_one(rules, text):
    """A stage at a time, a rule at a time: the definition."""
    queue = [rule for rule in rules if rule.safety is not Safety.SUGGEST]
    while queue:
        stage = [queue.pop(0)]
        while queue and queue[0].stage and queue[0].stage == stage[0].stage:
            stage.append(queue.pop(0))
        taken = []
        for rule in stage:
            if rule.possible(Profile(text)):
                for edit in rule.find(text, Profile(text)):
                    if all(edit.end <= other.start or other.end <= edit.start for other in taken):
                        taken.append(edit)
        for start, end, new in sorted(taken, reverse=True):
            text = text[:start] + new + text[end:]
    return text


@given(rules(), ANY)
def test_asking_together_changes_nothing(some, text):
    assert Pipeline(some)(text) == one_by_one(some, text) == Pipeline(some).run(text).text


@given(rules(), ANY)
def test_a_question_is_possible_where_its_rules_are(some, text):
    for question in plan(some).questions:
        for rule, _ in question.rules:
            assert question.is_possible(Profile(text)) == rule.possible(Profile(text))


def test_a_literal_is_looked_for_whole():
    """What it leaves below U+0100 is there, the literal is not."""
    rule = Rule("test.rule", Kind.REPAIR, Safety.SAFE, finder("b", "c"), needs=("a（b",))
    assert Pipeline((rule,))("（ab") == "（ab"
    assert Pipeline((rule,))("a（b") == "a（c"


@given(rules())
def test_every_rule_stands_in_the_plan_once_in_order(some):
    assert [rule for question in plan(some).questions for rule, _ in question.rules] == list(some)


def test_neighbours_with_one_gate_are_one_question():
    one = Rule("test.one", Kind.REPAIR, Safety.SAFE, FINDERS[0], gate=has_a)
    other = replace(one, id="test.other")
    third = replace(one, id="test.third", needs=("b",))
    assert [len(question.rules) for question in plan([one, other, third]).questions] == [2, 1]
