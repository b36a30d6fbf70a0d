"""One command, one interpreter, one table: ``python -m benchmarks [--quick] [--corpus FILE] [--json FILE]``.

Every figure is a ratio between things measured in turns in this run; microseconds are printed to be compared with each
other, not with another machine's. The output of the library is checked before anything is timed.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import zhpolicytext as zh

from . import corpora, cost
from .peers import available
from .timing import compare

#: Name, must, aim, whether more is better, unit.
TARGETS: tuple[tuple[str, float, float, bool, str], ...] = (
    ("CLEAN, times faster than the naive chain", 75, 150, True, "×"),
    ("CLEAN, times the cost of str.encode", 20, 10, False, "×"),
    ("DIRTY, times faster than the naive chain", 12, 25, True, "×"),
    ("MIXED, times faster than the naive chain", 40, 80, True, "×"),
    ("CLEAN, the fastest whole-pipeline peer, times slower", 10, 30, True, "×"),
    ("ns per character at 1.3 M ÷ at 2 k", 1.5, 1.2, False, "×"),
    ("steepest slope of the hostile kinds", 1.15, 1.05, False, ""),
    ("import, warm", 20, 10, False, "ms"),
    ("import, private memory", 3, 2, False, "MiB"),
    ("two processes on files", 1.7, 1.85, True, "×"),
)


def check(clean_texts: Sequence[str], dirty_texts: Sequence[str]) -> str:
    """What the figures are worth: clean texts that came back as they were, damaged ones that were changed."""
    kept = sum(zh.clean(text) is text for text in clean_texts)
    changed = sum(zh.clean(text) != text for text in dirty_texts)
    return f"{kept} of {len(clean_texts)} clean texts are the same object, {changed} of {len(dirty_texts)} damaged ones changed"


def per_character(texts: Sequence[str]) -> float:
    """Cost of a character in one text of 1.3 million against texts of about two thousand."""
    long = "".join(texts)
    long *= 1_300_000 // len(long) + 1
    small = compare({"it": zh.clean}, texts, 9)["it"]
    return compare({"it": zh.clean}, [long[:1_300_000]], 5)["it"] / small


def alone_in_a_process(module: str) -> list:
    """The first line of what a benchmark prints in an interpreter of its own: the peers fill this one with gigabytes."""
    run = subprocess.run([sys.executable, "-m", f"benchmarks.{module}"], check=True, capture_output=True, text=True,
                         cwd=corpora.ROOT)
    return json.loads(run.stdout.split("\n")[0])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="the corpora and the peers only")
    parser.add_argument("--corpus", type=Path, help="also measure the texts of this file (JSON lines or plain text)")
    parser.add_argument("--json", type=Path, help="write the figures here, for benchmarks.plot")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", UserWarning)  # cn2an warns of every slogan

    sets = {"CLEAN": corpora.clean(), "DIRTY": corpora.dirty(), "MIXED": corpora.mixed()}
    if arguments.corpus:
        given = corpora.from_file(arguments.corpus, corpora.MANY)
        sets[arguments.corpus.stem] = given
        if unchanged := [text for text in given if zh.clean(text) is text]:
            sets["unchanged of them"] = unchanged
    print(f"zhpolicytext {zh.__version__}, {len(zh.BODY.rules)} rules, Python {platform.python_version()}, "
          f"{len(corpora.damages())} damages")
    print(check(sets["CLEAN"], sets["DIRTY"]))
    peers = list(available())
    contenders = {"zhpolicytext": zh.clean, **{name: peer for name, peer, _ in peers}}
    table = {name: compare(contenders, texts, 15) for name, texts in sets.items()}

    print(f"\n{'µs per 2,000 characters':26}" + "".join(f"{name[:18]:>20}" for name in sets))
    for name in contenders:
        cells = "".join(f"{table[s][name]:11.1f} {table[s][name] / table[s]['zhpolicytext']:7.1f}×" for s in sets)
        print(f"{name:26}{cells}")
    print("(× = that contender's time ÷ zhpolicytext's)   " +
          ", ".join(f"{name}: {len(texts)} texts, {corpora.digest(texts)}" for name, texts in sets.items()))

    ours = {name: table[name]["zhpolicytext"] for name in sets}
    whole = [name for name, _, is_whole in peers if is_whole]
    figures: dict[str, float] = {}
    if "naive chain" in table["CLEAN"]:
        figures[TARGETS[0][0]] = table["CLEAN"]["naive chain"] / ours["CLEAN"]
        figures[TARGETS[2][0]] = table["DIRTY"]["naive chain"] / ours["DIRTY"]
        figures[TARGETS[3][0]] = table["MIXED"]["naive chain"] / ours["MIXED"]
    figures[TARGETS[1][0]] = ours["CLEAN"] / table["CLEAN"]["str.encode"]
    figures[TARGETS[4][0]] = min(table["CLEAN"][name] for name in whole) / ours["CLEAN"]
    notes: dict[str, object] = {}
    if not arguments.quick:
        figures[TARGETS[5][0]] = per_character(sets["CLEAN"])
        steep = alone_in_a_process("adversarial")
        figures[TARGETS[6][0]] = steep[1]
        start = cost.measured()
        figures[TARGETS[7][0]] = float(start["import_ms"])  # type: ignore[arg-type]
        figures[TARGETS[8][0]] = float(start["import_kib"]) / 1024  # type: ignore[arg-type]
        alone, together, count = alone_in_a_process("files")
        figures[TARGETS[9][0]] = alone / together
        notes = {"steepest kind": steep[0], "files": count, **start}

    print(f"\n{'figure':56}{'measured':>10}{'must':>8}{'aim':>8}")
    for name, must, aim, more, unit in TARGETS:
        if name in figures:
            value = figures[name]
            verdict = "aim" if (value >= aim if more else value <= aim) else \
                "must" if (value >= must if more else value <= must) else "MISSED"
            print(f"{name:56}{value:9.2f}{unit:1}{('≥' if more else '≤') + f'{must:g}':>8}"
                  f"{('≥' if more else '≤') + f'{aim:g}':>8}  {verdict}")
    for name, value in notes.items():
        print(f"  {name}: {round(value, 2) if isinstance(value, float) else value}")
    if arguments.json:
        arguments.json.write_text(json.dumps(
            {"table": table, "figures": figures, "notes": notes, "whole": whole,
             "python": platform.python_version(), "rules": len(zh.BODY.rules)}, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
