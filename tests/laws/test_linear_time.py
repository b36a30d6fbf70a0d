"""L11: no text, however hostile, costs more than twice as much when it is twice as long."""

import gc
import math
from time import perf_counter

import pytest

import zhpolicytext as zh
from tests.laws.hostile import KINDS, hostile
from zhpolicytext.core.profile import Profile

SHORT, LONG = 2_000, 8_000
#: Four times the length in at most 2.5² times the time. Below this many seconds the clock is not to be trusted, and
#: a quadratic finder is not below it: 8,000 restarts of 8,000 steps each take more than 0.05 s.
RATIO, NEGLIGIBLE = 2.5**2, 0.003
HOPELESS = 4.0  # seconds: no use in measuring twice
ATTEMPTS = 5


def least_seconds(function, make, times):
    best = math.inf
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            argument = make()
            start = perf_counter()
            function(argument)
            best = min(best, perf_counter() - start)
            if best > HOPELESS / 4:
                break
    finally:
        gc.enable()
    return best


def assert_linear(function, kind, what):
    """The least of growing numbers of runs: another process can make a run slow, none can make one fast."""
    ratio = long = 0.0
    for attempt in range(1, ATTEMPTS + 1):
        long = least_seconds(function, lambda: hostile(kind, LONG), attempt)
        if long < NEGLIGIBLE:
            return
        if long > HOPELESS:
            break
        ratio = long / least_seconds(function, lambda: hostile(kind, SHORT), attempt + 1)
        if ratio < RATIO:
            return
    pytest.fail(f"{what} on {kind!r}: {LONG} characters take {long:.3f} s, {ratio:.1f} times as long as {SHORT}")


@pytest.mark.parametrize("kind", KINDS)
def test_l11_the_whole_pipeline_is_linear(kind):
    assert_linear(zh.clean, kind, "BODY")


@pytest.mark.parametrize("rule", zh.BODY.rules, ids=lambda rule: rule.id)
def test_l11_each_rule_is_linear_even_where_its_gate_is_open(rule):
    def look(text):
        return list(rule.find(text, Profile(text)))

    for kind in KINDS:
        assert_linear(look, kind, rule.id)
