"""Instructions instead of seconds: ``python -m benchmarks.callgrind [--check | --write]``.

Wall clock on a shared machine differs by ten per cent between two runs, instruction counts by less than 0.03. Each
corpus is cleaned in two interpreters under valgrind, once over and three times over; the difference is what two passes
cost, without the start. ``--write`` records the counts beside this file, ``--check`` compares with the record and fails
where a corpus became dearer by more than 3 per cent: the gate before a release.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from . import corpora

RECORD = Path(__file__).with_name("instructions.json")
CORPORA = {"CLEAN": corpora.clean, "DIRTY": corpora.dirty, "MIXED": corpora.mixed}
TEXTS = 20
TOLERANCE = 1.03
WORK = """
import gc, sys
sys.path.insert(0, sys.argv[1])
from benchmarks import callgrind
callgrind.passes(sys.argv[2], int(sys.argv[3]))
"""


def passes(name: str, times: int) -> None:
    """The work that is counted; runs under valgrind."""
    import gc

    from zhpolicytext import clean

    blobs = [text.encode("utf-8", "surrogatepass") for text in CORPORA[name]()[:TEXTS]]
    for blob in blobs:  # tables and patterns
        clean(blob.decode("utf-8", "surrogatepass"))
    gc.collect()
    gc.disable()
    for _ in range(times):
        for blob in blobs:
            clean(blob.decode("utf-8", "surrogatepass"))


def instructions(name: str, times: int) -> int:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, "-c", WORK,
         str(corpora.ROOT), name, str(times)],
        env=environment, capture_output=True, text=True, check=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if not found:
        raise RuntimeError(f"valgrind said nothing of instructions: {run.stderr[-300:]}")
    return int(found[1])


def counted(name: str) -> float:
    """Instructions per character."""
    characters = sum(map(len, CORPORA[name]()[:TEXTS]))
    return (instructions(name, 3) - instructions(name, 1)) / 2 / characters


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.callgrind", description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="record the counts")
    parser.add_argument("--check", action="store_true", help="compare with the record; exit code 1 if dearer")
    arguments = parser.parse_args()
    found = {name: round(counted(name), 2) for name in CORPORA}
    found_on = f"Python {platform.python_version()} {platform.machine()}"
    record = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    for name, count in found.items():
        before = record.get("instructions_per_character", {}).get(name)
        print(f"{name}: {count} instructions per character" + (f", recorded {before}" if before else ""))
    if arguments.write:
        RECORD.write_text(json.dumps({"on": found_on, "instructions_per_character": found}, indent=1) + "\n", "utf-8")
    if arguments.check:
        if record.get("on") != found_on:
            print(f"no record of this interpreter ({found_on}); --write makes one")
            return 1
        return int(any(count > record["instructions_per_character"][name] * TOLERANCE for name, count in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
