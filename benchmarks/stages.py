"""Which rule costs what: ``python -m benchmarks.stages [clean|dirty|mixed] [--least MICROSECONDS]``.

The run of a pipeline, as `core.pipeline` does it, with a clock between its steps. For each rule, in microseconds per
2,000 characters: its share of the questions (gates, with the facts that they ask for), what its finder
takes, what applying its edits takes, how often it was asked to look and how often it found something. The clock itself
costs about 0.2 µs a question.
"""

from __future__ import annotations

import argparse
import gc
from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter

from zhpolicytext import BODY, Pipeline
from zhpolicytext.core.edits import Edit, Rewritten, checked
from zhpolicytext.core.plan import Plan
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.stage import PLACE, after, free_of, still

from . import corpora
from .timing import blobs_of

Row = list[float]  # question, finder, applying, looked, changed
SCAN = "(pre-scan)"


def timed(text: str, plan: Plan, rows: dict[str, Row]) -> str:
    """One run. Returns the clean text, adds to the rows."""
    start = perf_counter()
    profile = Profile(text)
    possible = plan.scan(profile)
    rows[SCAN][0] += perf_counter() - start
    done: list[Edit] | Rewritten = []
    last, changing = 0, rows[SCAN]
    for k, question in enumerate(plan.questions):
        for rule, stage in question.rules:
            if done and stage != last:
                start = perf_counter()
                text, possible = after(text, done), still(possible, done, plan, text)
                changing[2] += perf_counter() - start
                profile, done = Profile(text), []
            if not possible >> k & 1:
                break
            last = stage
            row = rows[rule.id]
            start = perf_counter()
            asked = rule.possible(profile)
            row[0] += perf_counter() - start
            if not asked:
                continue
            start = perf_counter()
            found = rule.find(text, profile)
            if not isinstance(found, Rewritten) or done:
                found = tuple(found)
            row[1] += perf_counter() - start
            row[3] += 1
            if isinstance(found, Rewritten):
                if found.text != text:
                    done, changing = found, row
                    row[4] += 1
                continue
            if not found:
                continue
            start = perf_counter()
            if isinstance(done, Rewritten):
                done = list(checked(text, done))
            edits = free_of(checked(text, found), done)
            if edits:
                done = sorted(done + list(edits), key=PLACE) if done else list(edits)
                changing = row
            row[2] += perf_counter() - start
            row[4] += bool(edits)
    return after(text, done)


def costs(texts: Sequence[str], pipeline: Pipeline = BODY, rounds: int = 5) -> dict[str, Row]:
    """Rule id → its row; times in microseconds per 2,000 characters, the least of several rounds."""
    blobs = blobs_of(texts)
    scale = 2000 / sum(map(len, texts)) * 1e6
    best: dict[str, Row] = {}
    for turn in range(rounds + 1):
        rows: dict[str, Row] = defaultdict(lambda: [0.0] * 5)
        fresh = [blob.decode("utf-8", "surrogatepass") for blob in blobs]
        gc.disable()
        for text in fresh:
            timed(text, pipeline._edit_plan, rows)
        gc.enable()
        if turn:  # the first round fills the tables
            for rule_id, row in rows.items():
                was = best.get(rule_id, [1e9] * 5)
                best[rule_id] = [min(old, new * scale) for old, new in zip(was[:3], row[:3], strict=True)] + row[3:]
    return {name: best[name] for name in (SCAN, *pipeline.ids) if name in best}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="?", choices=("clean", "dirty", "mixed"), default="clean")
    parser.add_argument("--least", type=float, default=0.0, help="leave out rules that cost less")
    parser.add_argument("--without", nargs="*", default=(), help="rules or normalisers to leave out")
    arguments = parser.parse_args()
    texts = {"clean": corpora.clean, "dirty": corpora.dirty, "mixed": corpora.mixed}[arguments.corpus]()
    found = costs(texts, BODY.without(*arguments.without) if arguments.without else BODY)
    print(f"{arguments.corpus}: {len(texts)} texts, µs per 2,000 characters\n"
          f"{'rule':40}{'question':>10}{'finder':>10}{'applying':>10}   looked  changed")
    for rule_id, row in found.items():
        if sum(row[:3]) >= arguments.least:
            print(f"{rule_id:40}{row[0]:10.2f}{row[1]:10.2f}{row[2]:10.2f}{row[3]:9.0f}{row[4]:9.0f}")
    print(f"{'sum':40}" + "".join(f"{sum(row[k] for row in found.values()):10.2f}" for k in range(3)))


if __name__ == "__main__":
    main()
