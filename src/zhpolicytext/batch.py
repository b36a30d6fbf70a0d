"""Many documents: in order, in several processes where that pays, and never more than a window of them in memory.

Nothing is shared between workers and nothing mutable between texts: a pipeline is a value, its tables are built once a
process, and an interpreter without a global lock gets threads in place of processes.
"""

import json
import os
import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeVar

from .core.pipeline import Pipeline

T = TypeVar("T")
Progress = Callable[[int, "int | None"], object]

#: Seconds of cleaning that must still be ahead before processes are started: two of them cost 0.1 to 0.4 s, fork or
#: spawn (docs/adr/0051).
WORTH_STARTING = 1.0
#: Seconds in this process after which the rest is estimated.
TRIAL = 0.15
#: To a worker and back costs about 3 ns a character: texts that are cleaned for less than this stay here.
WORTH_SENDING = 12e-9
#: Characters sent at a time: large enough to hide a message's cost, small enough to keep the order moving.
CHUNK = 200_000


def clean_many(texts: Iterable[str], workers: int | None = None, progress: Progress | None = None,
               pipeline: Pipeline | None = None) -> Iterator[str]:
    """The clean texts, in order, as they become ready. A text in which no rule fires comes back as the same object.

    workers   at most so many processes; None: as many as there are processors. They are started only where they win:
              the first texts are cleaned here, and the rest is sent away if enough work is left
    progress  called as ``progress(done, total)`` from time to time and at the end; total is None for an iterator
    pipeline  `BODY` unless given

    >>> list(clean_many(["教(jiao)育(yu)局(ju)", "工作"]))
    ['教育局', '工作']
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(f"many texts are needed, not one {type(texts).__name__}: put it into a list")
    total = len(texts) if isinstance(texts, Sequence) else None
    count = _count(workers)
    cleaned = _cleaned(iter(texts), total, count, workers is None, pipeline or _body())
    return _told(cleaned, progress, total) if progress is not None else cleaned


class FileDone(NamedTuple):
    """One file that was cleaned: where it came from, where it went, whether anything was changed."""

    source: Path
    target: Path
    changed: bool


def clean_files(sources: Iterable["str | os.PathLike[str]"], out: "str | os.PathLike[str]", workers: int | None = None,
                progress: Progress | None = None, pipeline: Pipeline | None = None,
                field: str = "text") -> list[FileDone]:
    """Clean UTF-8 files into the directory `out`, each under its own name; in the order of the sources.

    A file is one text; a ``.jsonl`` file holds an object a line, whose `field` is cleaned.
    The workers read and write their files themselves, so no text travels between processes. A file in which nothing
    changes is copied byte for byte. A target appears only when it is complete.
    """
    from_paths = [Path(source) for source in sources]
    folder = Path(out)
    targets = [folder / source.name for source in from_paths]
    _no_two_alike(from_paths, targets)
    folder.mkdir(parents=True, exist_ok=True)
    count = _count(workers)
    size = sum(source.stat().st_size for source in from_paths) // 3
    work = partial(_clean_file, pipeline=_packed(pipeline or _body()), field=field)
    pairs = list(zip(from_paths, targets, strict=True))
    if count == 1 or len(pairs) < 2 or size * _ABOUT < WORTH_STARTING:
        here = map(work, pairs)
        return list(_told(here, progress, len(pairs)) if progress else here)
    with _executor(min(count, len(pairs))) as executor:
        parts = _shares(pairs, count * 8)
        results = (result for part in executor.map(partial(_each, work), parts) for result in part)
        return list(_told(results, progress, len(pairs)) if progress else results)


#: Seconds a character of damaged text takes, for the decision about files that nobody has read yet.
_ABOUT = 100e-9


def _cleaned(texts: Iterator[str], total: int | None, workers: int, automatic: bool, pipeline: Pipeline) -> Iterator[str]:
    """First here, with a look at the clock, then where the rest is cheapest: the clock decides where, never what."""
    if workers > 1:
        seconds, characters, done = 0.0, 0, 0
        for text in texts:
            start = perf_counter()
            clean = pipeline(text)
            seconds += perf_counter() - start
            characters += len(text)
            done += 1
            yield clean
            if seconds >= TRIAL:
                break
        left = seconds / done * (total - done) if total is not None and done else WORTH_STARTING
        if seconds >= TRIAL and left >= WORTH_STARTING and seconds >= characters * WORTH_SENDING:
            yield from _sent_away(texts, workers, pipeline, automatic)
    for text in texts:
        yield pipeline(text)


def _sent_away(texts: Iterator[str], workers: int, pipeline: Pipeline, automatic: bool = False) -> Iterator[str]:
    """The clean texts from several workers. Only those that changed travel back."""
    try:
        packed = _packed(pipeline)
    except Exception as error:
        if automatic:  # a rule made of a local function cannot leave this process, and nobody asked it to
            return
        error.add_note("clean_many(workers=…): the rules of the pipeline have to be top-level functions to travel")
        raise
    executor = _executor(workers)
    try:
        waiting: deque[tuple[list[str], Future[list[tuple[int, str]]]]] = deque()
        for chunk in _chunks(texts):
            waiting.append((chunk, executor.submit(_changed, packed, chunk)))
            if len(waiting) > workers + 2:
                yield from _merged(*waiting.popleft())
        while waiting:
            yield from _merged(*waiting.popleft())
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _merged(chunk: list[str], future: "Future[list[tuple[int, str]]]") -> list[str]:
    for index, clean in future.result():
        chunk[index] = clean
    return chunk


def _chunks(texts: Iterator[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text) if isinstance(text, str) else 0
        if size >= CHUNK or len(chunk) >= 1000:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _changed(packed: "bytes | Pipeline", chunk: list[str]) -> list[tuple[int, str]]:
    """In a worker: the texts that are not what they were, with their places."""
    pipeline = _unpacked(packed)
    return [(index, clean) for index, text in enumerate(chunk) if (clean := pipeline(text)) is not text]


def _clean_file(pair: tuple[Path, Path], pipeline: "bytes | Pipeline", field: str) -> FileDone:
    source, target = pair
    data = source.read_bytes()
    try:
        clean = (_clean_lines(data, _unpacked(pipeline), field) if source.suffix == ".jsonl"
                 else _clean_text(data, _unpacked(pipeline)))
    except Exception as error:
        error.add_note(f"in file {source}")
        raise
    part = target.with_name(target.name + ".part")
    part.write_bytes(clean)
    part.replace(target)
    return FileDone(source, target, clean is not data)


def _clean_text(data: bytes, pipeline: Pipeline) -> bytes:
    text = data.decode("utf-8")
    clean = pipeline(text)
    return data if clean is text else clean.encode("utf-8")


def _clean_lines(data: bytes, pipeline: Pipeline, field: str) -> bytes:
    """Lines in which nothing changes stay byte for byte; null stays null; an object without the field is an error."""
    lines = data.split(b"\n")
    changed = False
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text = record[field]
            clean = None if text is None else pipeline(text)
        except Exception as error:
            error.add_note(f"in line {index + 1}")
            raise
        if clean is not text:
            record[field] = clean
            lines[index] = _json_line(record)
            changed = True
    return b"\n".join(lines) if changed else data


def _json_line(record: object) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate: JSON can only write it as an escape
        return json.dumps(record).encode("utf-8")


def _each(work: Callable[[tuple[Path, Path]], FileDone], pairs: Sequence[tuple[Path, Path]]) -> list[FileDone]:
    return [work(pair) for pair in pairs]


def _shares(pairs: Sequence[tuple[Path, Path]], shares: int) -> list[Sequence[tuple[Path, Path]]]:
    size = max(1, -(-len(pairs) // shares))
    return [pairs[start : start + size] for start in range(0, len(pairs), size)]


def _no_two_alike(sources: Sequence[Path], targets: Sequence[Path]) -> None:
    seen: dict[Path, Path] = {}
    for source, target in zip(sources, targets, strict=True):
        if target in seen:
            raise ValueError(f"{seen[target]} and {source} would both become {target}")
        if target.resolve() == source.resolve():
            raise ValueError(f"{source} would be overwritten: `out` has to be another directory")
        seen[target] = source


def _told(results: Iterator[T], progress: Progress, total: int | None) -> Iterator[T]:
    done = 0
    for result in results:
        yield result
        done += 1
        if done % 64 == 0:
            progress(done, total)
    if done % 64 or not done:
        progress(done, total)


def _count(workers: int | None) -> int:
    if workers is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if workers < 1:
        raise ValueError(f"workers has to be 1 or more, not {workers}")
    return workers


def _body() -> Pipeline:
    from .presets import BODY

    return BODY


def _locked() -> bool:
    """Whether this interpreter runs one thread at a time."""
    return bool(getattr(sys, "_is_gil_enabled", lambda: True)())


def _executor(workers: int) -> Executor:
    """Processes, started in the way this platform prefers; threads where they run at the same time."""
    return ProcessPoolExecutor(workers) if _locked() else ThreadPoolExecutor(workers)


def _packed(pipeline: Pipeline) -> "bytes | Pipeline":
    """A pipeline ready to travel. It is packed once: packing sixty rules for every message would cost more."""
    return pickle.dumps(pipeline) if _locked() else pipeline


def _unpacked(packed: "bytes | Pipeline") -> Pipeline:
    return _from_bytes(packed) if isinstance(packed, bytes) else packed


@lru_cache(maxsize=4)
def _from_bytes(packed: bytes) -> Pipeline:
    return pickle.loads(packed)  # type: ignore[no-any-return]
