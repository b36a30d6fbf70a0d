"""Gates are sound: a rule that is not asked to look would have found nothing."""

import ast
import doctest
import importlib
import pkgutil
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import tests.corruptors
import zhpolicytext as zh
from tests.laws.hostile import KINDS, hostile
from tests.strategies import FRAGMENTS, hostile_texts, mixed_texts, policy_documents, policy_sentences
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.signs import Scan

#: 110 phrases of OpenCC's t2s change although no character of theirs would change alone; these characters make them.
PHRASE_CHARACTERS = "沈藉覆坏瞭哩甦衹乾昇"
CORRUPTORS = [
    importlib.import_module(f"tests.corruptors.{module.name}").corrupt
    for module in pkgutil.iter_modules(tests.corruptors.__path__)
    if hasattr(importlib.import_module(f"tests.corruptors.{module.name}"), "corrupt")
]
UNGATED = zh.Pipeline(tuple(replace(rule, needs=(), gate=None, signs=None) for rule in zh.BODY.rules))
SCANS = {rule.id: Scan([rule.signs]) for rule in zh.BODY.rules}
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def documented_texts():
    """The texts in the examples of all finders: what each rule fires on, and its look-alikes."""
    for rule in zh.BODY.rules:
        for shown in doctest.DocTestParser().get_examples(rule.description):
            for node in ast.walk(ast.parse(shown.source)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


DOCUMENTED = sorted(set(documented_texts()))


@st.composite
def corrupted_texts(draw):
    """Clean documents after one or two of the damages that the library knows."""
    text = draw(policy_documents())
    for corrupt in draw(st.lists(st.sampled_from(CORRUPTORS), max_size=2)) if CORRUPTORS else ():
        text = corrupt(text, Random(draw(st.integers(0, 2**32))))
    return text


@st.composite
def texts_with_phrases(draw):
    """Sentences with words of which every character is at home in simplified text, while the word is not."""
    sentence = draw(policy_sentences())
    at = draw(st.integers(0, len(sentence)))
    word = draw(st.text(st.sampled_from(PHRASE_CHARACTERS + "没陷阳解望慰借口酱沉醒苏有是干"), min_size=1, max_size=4))
    return sentence[:at] + word + sentence[at:]


@st.composite
def documented_mixtures(draw):
    """Pieces of documented examples among clean sentences."""
    return "".join(draw(st.lists(st.one_of(policy_sentences(), st.sampled_from(DOCUMENTED or [""]), st.just("\n")),
                                 max_size=4)))


ANY_TEXT = st.one_of(documented_mixtures(), policy_documents(), corrupted_texts(), texts_with_phrases(), mixed_texts(), hostile_texts())


def assert_sound(text):
    for rule in zh.BODY.rules:
        profile = Profile(text)
        if not rule.possible(profile) or not SCANS[rule.id](profile):
            found = [edit for edit in rule.find(text, profile) if edit.new != text[edit.start : edit.end]]
            assert found == [], f"{rule.id} was not asked to look, and would have found {found[:3]} in {text!r}"


@law
@given(ANY_TEXT)
@example("他的著作覆沒了,藉口下陷,瞭解情况,衹有甦醒")
@example("沈陽的坏处是哩程")
def test_a_rule_that_is_not_asked_would_have_found_nothing(text):
    assert_sound(text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_on_hostile_text(kind):
    for context in ("{}", "推进职业教育改革{}，完善制度。\n（二）{}\n", "{}\n一、总则{}"):
        assert_sound(context.replace("{}", hostile(kind, 40)))


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_the_same_around_every_fragment(fragment):
    for context in ("{}", "全市{}工作会议在2024年召开，{}\n{}推进改革{}。", "\n{}\n\n{}教育\n"):
        assert_sound(context.replace("{}", fragment))


@pytest.mark.parametrize("text", DOCUMENTED)
def test_the_same_on_every_documented_example(text):
    for context in ("{}", "推进职业教育改革。\n{}\n完善制度。\n"):
        assert_sound(context.replace("{}", text))


@law
@given(st.one_of(documented_mixtures(), corrupted_texts(), mixed_texts(), texts_with_phrases()))
def test_the_gated_preset_gives_what_the_ungated_one_gives(text):
    assert zh.BODY(text) == UNGATED(text)
