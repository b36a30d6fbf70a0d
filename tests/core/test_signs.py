"""Signs: which rules a text may concern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.core.edits import Edit
from zhpolicytext.core.pipeline import Pipeline
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.rule import Kind, Rule, Safety
from zhpolicytext.core.signs import Scan, Signs

CHARACTERS = "ab（é一\n \u3000\ud800\U00020000"
texts = st.text(st.sampled_from(CHARACTERS), max_size=12)


def length(profile):
    return len(profile.text)


def signs():
    narrow = "".join(char for char in CHARACTERS if char < "\u0100")
    some = st.text(st.sampled_from(CHARACTERS.replace("\n", "")), max_size=2)
    return st.builds(
        Signs, below=st.text(st.sampled_from(narrow), max_size=2), heads=some, tails=some,
        literals=st.lists(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=2), max_size=2).map(tuple),
        facts=st.sampled_from([(), ((length, 1),), ((length, 4), (length, 2))]))


def by_definition(sign, text):
    lines = [line.strip() for line in text.split("\n")]
    return (any(char in text for char in sign.below) or any(line[:1] in list(sign.heads) for line in lines)
            or any(line[-1:] in list(sign.tails) for line in lines)
            or any(literal in text for literal in sign.literals)
            or any(fact(Profile(text)) & mask for fact, mask in sign.facts))


@given(signs(), texts)
def test_signs_are_shown_where_one_of_them_stands(sign, text):
    assert sign.shown(Profile(text)) == by_definition(sign, text)


@given(st.lists(st.one_of(st.none(), signs()), max_size=5), texts)
def test_many_are_looked_for_as_one_by_one(some, text):
    expected = sum(1 << k for k, sign in enumerate(some) if sign is None or by_definition(sign, text))
    assert Scan(some)(Profile(text)) == expected


@given(signs(), signs(), texts)
def test_either_is_shown_where_one_of_the_two_is(one, other, text):
    assert (one | other).shown(Profile(text)) == (by_definition(one, text) or by_definition(other, text))


@given(signs(), texts, st.data())
def test_characters_that_a_text_does_not_show_no_part_of_it_shows(sign, text, data):
    part = "".join(char for char in text if data.draw(st.booleans()))
    if sign.are_characters and not sign.shown(Profile(text)):
        assert not sign.shown(Profile(part))


@pytest.mark.parametrize(("sign", "are"), [
    (Signs(below="ab"), True), (Signs(literals=("一",)), True), (Signs(literals=("一一",)), False), (Signs(heads="一"), False),
    (Signs(tails="一"), False), (Signs(facts=((length, 1),)), False), (Signs(facts=((length, 1),), single=True), True),
    (Signs(below="a") | Signs(facts=((length, 1),), single=True), True), (Signs(below="a") | Signs(facts=((length, 1),)), False),
])
def test_only_characters_alone_are_characters(sign, are):
    assert sign.are_characters is are


@pytest.mark.parametrize("end", "。！？；")
def test_the_end_of_a_sentence_is_no_sign(end):
    with pytest.raises(ValueError, match="end of a sentence"):
        Scan([Signs(tails="网" + end)])


def test_a_change_opens_rules_whose_signs_the_text_did_not_show():
    one = Rule("test.one", Kind.REPAIR, Safety.SAFE, lambda text, profile: [Edit(0, 1, "（")] if text[0] == "a" else [],
               signs=Signs(below="a"))
    two = Rule("test.two", Kind.REPAIR, Safety.SAFE, lambda text, profile: [Edit(0, 1, "b")] if text[0] == "（" else [],
               signs=Signs(literals=("（",)))
    assert Pipeline((one, two))("a一") == "b一"
    assert Pipeline((two, one))("a一") == "（一"
    assert Pipeline((one, two))("c一") == "c一"


def test_a_text_without_any_sign_is_the_same_object_and_asks_no_gate():
    def gate(profile):
        raise AssertionError("asked")

    rule = Rule("test.one", Kind.REPAIR, Safety.SAFE, lambda text, profile: [], gate=gate, signs=Signs(below="["))
    text = "教育改革，" * 3
    assert Pipeline((rule,))(text) is text
