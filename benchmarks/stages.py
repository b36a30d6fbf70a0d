"""Which rule costs what: ``python -m benchmarks.stages [clean|dirty|mixed]``.

For each rule of BODY, in microseconds per 2,000 characters: the question whether it is possible (`needs` and gate, with
the facts that earlier rules already asked for), what its finder takes, how often it was asked to look and how often it
found something. The sum is more than the pipeline itself takes: here nothing is skipped together.
"""

from __future__ import annotations

import gc
import sys
from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter

from zhpolicytext import BODY, Pipeline
from zhpolicytext.core.edits import apply, checked
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.rule import Safety

from . import corpora
from .timing import blobs_of


def costs(texts: Sequence[str], pipeline: Pipeline = BODY, rounds: int = 5) -> dict[str, tuple[float, float, int, int]]:
    """Rule id → µs for the gate, µs for the finder, texts looked at, texts changed; the least of several rounds."""
    blobs = blobs_of(texts)
    scale = 2000 / sum(map(len, texts)) * 1e6
    best: dict[str, tuple[float, float, int, int]] = {}
    rules = [rule for rule in pipeline.rules if rule.safety is not Safety.SUGGEST]
    for turn in range(rounds + 1):
        gate, find = defaultdict(float), defaultdict(float)
        looked, changed = defaultdict(int), defaultdict(int)
        gc.disable()
        for blob in blobs:
            text = blob.decode("utf-8", "surrogatepass")
            profile = Profile(text)
            for rule in rules:
                start = perf_counter()
                possible = rule.possible(profile)
                middle = perf_counter()
                gate[rule.id] += middle - start
                if possible:
                    edits = checked(text, rule.find(text, profile))
                    find[rule.id] += perf_counter() - middle
                    looked[rule.id] += 1
                    if edits:
                        changed[rule.id] += 1
                        text = apply(text, edits)
                        profile = Profile(text)
        gc.enable()
        if turn:  # the first round fills the tables
            for rule in rules:
                was = best.get(rule.id, (1e9, 1e9, 0, 0))
                best[rule.id] = (min(was[0], gate[rule.id] * scale), min(was[1], find[rule.id] * scale),
                                 looked[rule.id], changed[rule.id])
    return best


def main(name: str = "clean") -> None:
    texts = {"clean": corpora.clean, "dirty": corpora.dirty, "mixed": corpora.mixed}[name]()
    found = costs(texts)
    print(f"{name}: {len(texts)} texts, µs per 2,000 characters\n{'rule':42}{'gate':>9}{'finder':>9}  looked changed")
    for rule_id, (gate, find, looked, changed) in found.items():
        print(f"{rule_id:42}{gate:9.2f}{find:9.2f}{looked:8}{changed:8}")
    print(f"{'sum':42}{sum(row[0] for row in found.values()):9.2f}{sum(row[1] for row in found.values()):9.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
