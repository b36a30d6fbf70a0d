"""L11: no text, however hostile, costs more than two and a half times as much when it is twice as long.

Measured over two doublings: a dictionary that grows, or a memory page more, makes single doublings uneven.
"""

import gc
from functools import partial
from math import inf
from time import thread_time

import pytest

import zhpolicytext as zh
from tests.laws.hostile import KINDS, hostile
from zhpolicytext.core.profile import Profile

SHORT, LONG = 5_000, 20_000
RATIO = 2.5**2
#: Below this many seconds the clock is not to be trusted, and a quadratic finder is not below it: 20,000 restarts of
#: 20,000 steps each take more than 0.1 s.
NEGLIGIBLE = 0.012
HOPELESS = 4.0  # seconds: no use in measuring again
ATTEMPTS = 8


def seconds(function, text):
    """Of this thread alone: what other processes take of the machine does not count."""
    start = thread_time()
    function(text)
    return thread_time() - start


def assert_linear(function, kind, what):
    """Each length keeps the least of its runs: another process can make a run slow, none can make one fast."""
    short, long = hostile(kind, SHORT), hostile(kind, LONG)
    least = {short: inf, long: inf}
    gc.collect()
    gc.disable()
    try:
        for _ in range(ATTEMPTS):
            for text in (long, short):
                least[text] = min(least[text], seconds(function, text))
                if least[long] > HOPELESS:
                    pytest.fail(f"{what} on {kind!r}: {LONG} characters take {least[long]:.1f} s")
            if least[long] < NEGLIGIBLE or least[long] < RATIO * least[short]:
                return
    finally:
        gc.enable()
    pytest.fail(f"{what} on {kind!r}: {LONG} characters take {least[long]:.4f} s, "
                f"{least[long] / least[short]:.1f} times as long as {SHORT}")


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
