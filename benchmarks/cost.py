"""What it costs to begin: time and private memory of ``import zhpolicytext`` and of the first `clean()`.

Each figure comes from interpreters of its own; the interpreter's own start is not counted.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

PROBE = """
import json, re, sys, time
def private():
    with open("/proc/self/smaps_rollup") as lines:
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
TEXT = "为深入贯彻落实会议精神，推进城镇老旧小区改造，2024年共完成投资12.6亿元。" * 40
before, start = private(), time.perf_counter()
import zhpolicytext
imported, memory = time.perf_counter() - start, private() - before
loaded = [name for name in ("opencc", "ftfy", "regex", "pypinyin") if name in sys.modules]
modules = len(sys.modules)
start = time.perf_counter()
zhpolicytext.clean(TEXT)
first, after = time.perf_counter() - start, private() - before
print(json.dumps([imported * 1e3, memory, first * 1e3, after, loaded, modules]))
"""


def measured(times: int = 15) -> dict[str, object]:
    """Least import time (ms), private memory (KiB), first `clean()` of a clean text (ms), and what was loaded."""
    runs = [json.loads(subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True).stdout)
            for _ in range(times)]
    return {
        "import_ms": min(run[0] for run in runs),
        "import_ms_median": statistics.median(run[0] for run in runs),
        "import_kib": min(run[1] for run in runs),
        "first_clean_ms": min(run[2] for run in runs),
        "after_first_clean_kib": min(run[3] for run in runs),
        "third_parties_loaded_by_import": runs[0][4],
    }


if __name__ == "__main__":
    for name, value in measured().items():
        print(f"{name:32} {value if not isinstance(value, float) else round(value, 2)}")
