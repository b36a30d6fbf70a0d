import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.sketches import ALL, BRACKETS, DOUBLED, NAV, QUESTION, bracketed_letters, swap
from zhpolicytext import Edit, EditError, Kind, Phrases, Pipeline, Rule, Safety, UnknownRule, title_marks

texts = st.text("abxy(?)NAV\n", max_size=40)


@given(texts)
def test_calling_gives_the_text_of_the_document(text):
    assert ALL(text) == ALL.run(text).text


@given(st.text("de \n", max_size=40))
def test_a_text_without_findings_is_the_same_object(text):
    assert BRACKETS(text) is text
    document = BRACKETS.run(text)
    assert document.text is text and document.changes == () and document.steps == ()


def test_rules_pipelines_and_presets_have_one_interface():
    assert BRACKETS("a(b)") == "a"
    assert BRACKETS.run("a(b)").counts == {"sketch.brackets": 1}
    assert (BRACKETS | swap("x", "y"))("x(b)") == "y"
    assert (BRACKETS | Pipeline((swap("x", "y"),)))("x(b)") == "y"
    assert (Pipeline((swap("x", "y"),)) | BRACKETS)("x(b)") == "y"


def test_each_rule_sees_what_the_one_before_left():
    assert (swap("x", "y") | swap("y", "z"))("x") == "z"


def test_rules_of_one_stage_see_the_same_text():
    assert (swap("x", "y", stage="s") | swap("y", "z", stage="s"))("xy") == "yz"


@given(st.text("xyz", max_size=30))
def test_steps_of_a_stage_can_be_folded_one_after_another(text):
    from zhpolicytext.core.edits import apply

    document = (swap("x", "long", stage="s") | swap("y", "", stage="s") | swap("z", "x", stage="s")).run(text)
    folded = text
    for step in document.steps:
        folded = apply(folded, step.edits)
    assert folded == document.text == text.translate({ord("x"): "long", ord("y"): "", ord("z"): "x"})


def test_in_a_stage_the_earlier_rule_wins_an_overlap():
    first = swap("ab", "1", stage="s")
    second = swap("bc", "2", stage="s")
    assert (first | second)("abc bc") == "1c 2"


def test_suggestions_change_nothing_and_carry_their_candidates():
    document = QUESTION.run("a?b")
    assert document.text == "a?b" and document.steps == ()
    (suggestion,) = document.suggestions
    assert (suggestion.raw_start, suggestion.raw_end, suggestion.text, suggestion.candidates) == (1, 2, "?", ("a", "b"))


def test_suggestions_point_into_the_raw_text():
    (suggestion,) = (BRACKETS | QUESTION).run("a(b)?").suggestions
    assert (suggestion.raw_start, suggestion.raw_end, suggestion.start) == (4, 5, 1)


def test_without_only_and_replace_take_ids_and_families():
    assert ALL.without("sketch").ids == ("swap.x-y",)
    assert ALL.only("sketch.nav", "swap").ids == ("sketch.nav", "swap.x-y")
    assert ALL.replace(swap("x", "Z", id="swap.x-y"))("x") == "Z"


@pytest.mark.parametrize("call", [
    lambda: ALL.without("sketch.bracket"),
    lambda: ALL.only("sketch.bracket"),
    lambda: ALL["sketch.bracket"],
    lambda: ALL.replace(swap("x", "y", id="sketch.bracket")),
])
def test_an_unknown_rule_is_answered_with_the_nearest(call):
    with pytest.raises(UnknownRule, match="did you mean 'sketch.brackets'"):
        call()


@pytest.mark.parametrize("other", ["sketch.brackets", None, 3])
def test_only_rules_and_pipelines_compose(other):
    for left in BRACKETS, BRACKETS | swap("x", "y"):
        with pytest.raises(TypeError, match="unsupported operand"):
            left | other
        with pytest.raises(TypeError, match="unsupported operand"):
            other | left


def test_the_manifest_is_the_callers_to_change():
    first = (BRACKETS | swap("x", "y")).manifest
    first["data"].clear()
    assert (BRACKETS | swap("x", "y")).manifest["data"]


def test_a_rule_cannot_stand_twice():
    with pytest.raises(ValueError, match="sketch.brackets"):
        BRACKETS | BRACKETS


def test_at_least_safe_drops_likely_rules_and_keeps_suggestions():
    assert ALL.at_least(Safety.SAFE).ids == ("sketch.brackets", "sketch.nav", "swap.x-y", "sketch.question")
    assert ALL.at_least(Safety.LIKELY) == ALL


def test_protected_spans_withhold_normalisation_but_not_repair():
    pipeline = (swap("x", "y") | BRACKETS).protecting("axb")
    document = pipeline.run("axb x a(b)xb")
    assert document.text == "axb y ayb"
    assert document.withheld == {"swap.x-y": 1}


def test_protection_may_be_a_function():
    assert swap("x", "y").run("《x》x").text == "《y》y"
    assert Pipeline((swap("x", "y"),)).protecting(title_marks)("《x》x") == "《x》y"


def test_an_insertion_inside_of_a_protected_span_is_withheld():
    rule = Rule("sketch.insert", Kind.NORMALIZE, Safety.SAFE, lambda text, profile: [Edit(1, 1, "-")])
    assert Pipeline((rule,), (Phrases("ab"),))("ab") == "ab"
    assert Pipeline((rule,), (Phrases("b"),))("ab") == "a-b"


@pytest.mark.parametrize("value", [b"abc", bytearray(b"abc")])
def test_bytes_are_refused_with_a_lesson(value):
    with pytest.raises(TypeError, match=r"zhpolicytext\.decode"):
        ALL(value)


def test_none_is_refused():
    with pytest.raises(TypeError, match="NoneType"):
        ALL.run(None)


def test_an_exception_in_a_finder_says_which_rule():
    def broken(text, profile):
        raise RuntimeError("no")

    rule = Rule("sketch.broken", Kind.REPAIR, Safety.SAFE, broken)
    with pytest.raises(RuntimeError) as caught:
        rule("教育")
    assert "sketch.broken" in "".join(caught.value.__notes__)


def test_a_rule_with_overlapping_edits_is_refused():
    rule = Rule("sketch.overlap", Kind.REPAIR, Safety.SAFE, lambda text, profile: [Edit(0, 2, ""), Edit(1, 3, "")])
    with pytest.raises(EditError):
        rule("abcd")


def test_edits_that_are_refused_say_whose_they_are():
    rule = Rule("sketch.backwards", Kind.REPAIR, Safety.SAFE, lambda text, profile: [Edit(2, 1, "")])
    with pytest.raises(EditError) as caught:
        rule("abc")
    assert "sketch.backwards" in "".join(caught.value.__notes__)


def test_pipelines_are_values_that_pickle():
    again = pickle.loads(pickle.dumps(ALL))
    assert again == ALL and again("x(b)") == "y"


def test_the_fingerprint_depends_on_parameters_and_order():
    a, b = swap("x", "y"), swap("y", "z")
    assert (a | b).fingerprint != (b | a).fingerprint
    assert (a | b).fingerprint == pickle.loads(pickle.dumps(a | b)).fingerprint
    assert Pipeline((a,)).fingerprint != Pipeline((a,)).protecting("x").fingerprint
    assert Pipeline((swap("x", "y", id="s"),)).fingerprint != Pipeline((swap("x", "z", id="s"),)).fingerprint


def test_the_summary_is_the_first_line_of_the_finder():
    assert BRACKETS.summary == "Lower-case letters in brackets."
    assert swap("x", "y").summary == "One letter that should be another."
    assert "bracketed_letters" in BRACKETS.description and bracketed_letters.__doc__


def test_needs_keep_a_finder_from_being_called():
    calls = []

    def finder(text, profile):
        calls.append(text)
        return ()

    Rule("sketch.calls", Kind.REPAIR, Safety.SAFE, finder, needs=("(", "["))("plain")
    assert calls == []


def test_a_gate_is_evaluated_once_for_all_rules_of_a_text():
    calls = []

    def gate(profile):
        calls.append(profile.text)
        return False

    pipeline = Pipeline(tuple(
        Rule(f"sketch.{k}", Kind.REPAIR, Safety.SAFE, lambda text, profile: (), gate=gate) for k in range(3)))
    pipeline("plain")
    assert calls == ["plain"]


def test_every_sketch_is_listed_once():
    assert ALL.ids == tuple(rule.id for rule in (BRACKETS, NAV, swap("x", "y"), DOUBLED, QUESTION))


def test_the_edit_that_is_wrong_is_named():
    edits = [Edit(0, 2, ""), Edit(1, 3, ""), Edit(4, 5, "")]
    with pytest.raises(EditError, match=r"^edit \(1, 3, ''\) after offset 2 in a text of 6 characters"):
        Rule("sketch.overlap", Kind.REPAIR, Safety.SAFE, lambda text, profile: edits)("abcdef")
