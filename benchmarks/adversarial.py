"""How time grows with length on texts that nobody writes by accident: the slope of log time over log length."""

from __future__ import annotations

import gc
import json
import math
from collections.abc import Callable, Iterator, Sequence
from time import thread_time

from tests.laws.hostile import KINDS, hostile

LENGTHS = (12_500, 25_000, 50_000, 100_000)


def seconds(function: Callable[[str], object], text: str, times: int = 3) -> float:
    """The least of several runs, each on a text of its own; a run that takes long is believed at once."""
    blob = text.encode("utf-8", "surrogatepass")
    best = math.inf
    gc.disable()
    try:
        for _ in range(times):
            fresh = blob.decode("utf-8", "surrogatepass")
            start = thread_time()
            function(fresh)
            best = min(best, thread_time() - start)
            if best > 0.5:
                break
    finally:
        gc.enable()
    return best


def slope(lengths: Sequence[int], times: Sequence[float]) -> float:
    """Least squares on the logarithms: 1 is linear, 2 is quadratic."""
    xs, ys = [math.log(n) for n in lengths], [math.log(t) for t in times]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def slopes(function: Callable[[str], object], kinds: Sequence[str] = tuple(KINDS)) -> Iterator[tuple[str, float, float]]:
    """Kind, slope, nanoseconds per character at the greatest length. A suspicious slope is measured a second time."""
    for kind in kinds:
        found = 9.0
        for attempt in range(3):
            times = [seconds(function, hostile(kind, length), 3 + 2 * attempt) for length in LENGTHS]
            found = min(found, slope(LENGTHS, times))
            if found <= 1.05:
                break
        yield kind, found, times[-1] / LENGTHS[-1] * 1e9


if __name__ == "__main__":
    from zhpolicytext import clean

    for row in sorted(slopes(clean), key=lambda row: -row[1]):
        print(json.dumps(row, ensure_ascii=False))  # kind, slope, nanoseconds a character
