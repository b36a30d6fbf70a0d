"""Two processes on files against one: `clean_files`, whose workers read and write for themselves."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from zhpolicytext import clean_files

from . import corpora
from .timing import blobs_of


def speedup(workers: int = 2, times: int = 3, copies: int = 100) -> tuple[float, float, int]:
    """Seconds with one process and with several, for the MIXED corpus `copies` times over; the least of several runs."""
    blobs = blobs_of(corpora.mixed())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        sources = []
        for copy in range(copies):
            for index, blob in enumerate(blobs):
                sources.append(folder / "in" / f"{copy:03}-{index:03}.txt")
                sources[-1].write_bytes(blob)
        one, several = [], []
        for _ in range(times):
            for count, seconds in ((1, one), (workers, several)):
                start = perf_counter()
                clean_files(sources, folder / f"out{count}", workers=count)
                seconds.append(perf_counter() - start)
    return min(one), min(several), len(sources)


if __name__ == "__main__":
    alone, together, count = speedup()
    print(f"{count} files: one process {alone:.2f} s, two {together:.2f} s: {alone / together:.2f} times")
