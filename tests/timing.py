"""Times that other processes do not spoil: of this thread alone, and the least of many runs."""

import gc
from collections.abc import Callable
from math import inf
from time import thread_time
from typing import Any

#: Below this many seconds the clock is not to be trusted, and a quadratic finder is not below it: 20,000 restarts of
#: 20,000 steps each take more than 0.1 s.
NEGLIGIBLE = 0.012
HOPELESS = 4.0  # seconds: no use in measuring again
#: A machine that others use takes twice the time for seconds at a stretch: what shares the cache shares the core.
ATTEMPTS = 40


def seconds(function: Callable[[Any], object], argument: Any) -> float:
    """Of this thread: what other processes take of the machine does not count."""
    start = thread_time()
    function(argument)
    return thread_time() - start


def excess(function: Callable[[Any], object], short: Any, long: Any, ratio: float) -> str:
    """What is wrong where the long argument costs `ratio` times what the short one costs, or more: nothing, if it is empty.

    Each keeps the least of its runs: another process can make a run slow, none can make one fast.
    """
    least_short = least_long = inf
    gc.collect()
    gc.disable()
    try:
        for _ in range(ATTEMPTS):
            least_long = min(least_long, seconds(function, long))
            if least_long > HOPELESS:
                return f"takes {least_long:.1f} s"
            least_short = min(least_short, seconds(function, short))
            if least_long < NEGLIGIBLE or least_long < ratio * least_short:
                return ""
    finally:
        gc.enable()
    return f"takes {least_long:.4f} s, {least_long / least_short:.1f} times as long"
