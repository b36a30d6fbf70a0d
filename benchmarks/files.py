"""Two processes on files against one: `clean_files`, whose workers read and write for themselves."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from time import perf_counter

from zhpolicytext import clean_files

from . import corpora


def speedup(workers: int = 2, times: int = 3, copies: int = 40) -> tuple[float, float, int]:
    """Seconds with one process and with several, for `copies` files of 240 MIXED texts each; the least of several runs."""
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in corpora.mixed()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        sources = []
        for copy in range(copies):
            sources.append(folder / "in" / f"{copy:03}.jsonl")
            sources[-1].write_bytes(b"\n".join(lines))
        one, several = [], []
        for _ in range(times):
            for count, seconds in ((1, one), (workers, several)):
                start = perf_counter()
                clean_files(sources, folder / f"out{count}", workers=count)
                seconds.append(perf_counter() - start)
    return min(one), min(several), len(sources)


if __name__ == "__main__":
    print(json.dumps(speedup()))  # seconds with one process, seconds with two, files
