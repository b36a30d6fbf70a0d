"""L11: no text, however hostile, costs more than two and a half times as much when it is twice as long.

Measured over two doublings: a dictionary that grows, or a memory page more, makes single doublings uneven.
"""

from functools import partial

import pytest

import zhpolicytext as zh
from tests.laws.hostile import KINDS, hostile
from tests.timing import NEGLIGIBLE, excess, seconds
from zhpolicytext.core.profile import Profile

SHORT, LONG = 5_000, 20_000
RATIO = 2.5**2


def assert_linear(function, kind, what):
    wrong = excess(function, hostile(kind, SHORT), hostile(kind, LONG), RATIO)
    assert not wrong, f"{what} on {kind!r}: {LONG} characters, and {SHORT}: {wrong}"


@pytest.mark.parametrize("kind", KINDS)
def test_l11_the_whole_pipeline_is_linear(kind):
    assert_linear(zh.clean, kind, "BODY")


@pytest.mark.parametrize("kind", KINDS)
def test_l11_each_rule_is_linear_even_where_its_gate_is_open(kind):
    """All of them once on a text whose facts they share; those that take their time there are measured alone."""
    text = hostile(kind, LONG)
    profile = Profile(text)
    slow = [rule for rule in zh.BODY.rules if seconds(lambda text, rule=rule: look(rule, text, profile), text) > NEGLIGIBLE]
    for rule in slow:
        assert_linear(partial(look, rule), kind, rule.id)


def look(rule, text, profile=None):
    for _ in rule.find(text, Profile(text) if profile is None else profile):
        pass
