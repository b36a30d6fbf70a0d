"""Timing that compares: every contender sees the same texts, each decoded afresh, in turns, in one process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter

Contender = Callable[[str], object]


def blobs_of(texts: Sequence[str]) -> list[bytes]:
    return [text.encode("utf-8", "surrogatepass") for text in texts]


def one_pass(contender: Contender, blobs: Sequence[bytes]) -> float:
    """Seconds for all texts. They are new objects: CPython keeps the UTF-8 form and the hash of a str inside of it."""
    texts = [blob.decode("utf-8", "surrogatepass") for blob in blobs]
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for text in texts:
            contender(text)
        return perf_counter() - start
    finally:
        gc.enable()


def compare(contenders: Mapping[str, Contender], texts: Sequence[str], rounds: int = 7,
            patience: float = 1.0) -> dict[str, float]:
    """Microseconds per 2,000 characters for each contender: the least of several rounds, taken in turns.

    A contender whose rounds already took more than `patience` seconds gets no further one: the slow ones are a
    thousand times slower than the fast ones, and the least of two is good to a few per cent.
    """
    blobs = blobs_of(texts)
    characters = sum(map(len, texts))
    best: dict[str, float] = {}
    spent = dict.fromkeys(contenders, 0.0)
    for name, contender in contenders.items():  # tables, converters and caches are built outside of the timing
        contender(texts[0])
    for turn in range(rounds):
        for name, contender in contenders.items():
            if turn >= 2 and spent[name] > patience:
                continue
            seconds = one_pass(contender, blobs)
            spent[name] += seconds
            if name not in best or seconds < best[name]:
                best[name] = seconds
    return {name: seconds / characters * 2000 * 1e6 for name, seconds in best.items()}
