"""Writing what a command made: whole or not at all, and never over an input."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .failure import CommandError, os_reason
from .inputs import Source, real


def write_stdout(text: str) -> None:
    if sys.stdout is None:
        raise CommandError("standard output is closed")
    rest = memoryview(encoded(text))
    try:
        while rest:  # with PYTHONUNBUFFERED the stream is a bare file, which may take a part and say so
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered goes nowhere: the interpreter would try once more when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"standard output: {os_reason(error)}") from None


def encoded(text: str) -> bytes:
    """UTF-8. A lone surrogate has no bytes: it is written as the escape it came from."""
    return text.encode("utf-8", "backslashreplace")


def write_file(path: Path, text: str) -> None:
    """Write beside, then rename: whoever looks sees the old file or the new one, never a half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".zhpolicytext-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {os_reason(error)}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encoded(text))
        os.chmod(beside, _mode())
        os.replace(beside, path)
    except BaseException as error:
        os.unlink(beside)
        if isinstance(error, OSError):
            raise CommandError(f"{path}: cannot be written: {os_reason(error)}") from None
        raise


def progress(done: int, total: int) -> None:
    """A line that counts, for a person who waits at a terminal; nothing for a log."""
    if total < 20 or not sys.stderr.isatty():
        return
    if done == total:
        sys.stderr.write("\r\x1b[K")
    elif done % 10 == 0:
        sys.stderr.write(f"\r{done:,} of {total:,}")
    sys.stderr.flush()


def _mode() -> int:
    """What `open` would have given: mkstemp makes files that only their owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def targets(inputs: Iterable[Source], out: Path, suffix: str = "") -> list[Path]:
    """Where each input's output goes, or a CommandError before anything is written."""
    if out.exists() and not out.is_dir():
        raise CommandError(f"{out}: --out needs a directory, this is a file")
    inputs = list(inputs)
    taken: dict[Path, Source] = {}
    for source in inputs:
        below = source.below
        if suffix or source.is_html:
            below = below.with_name(below.name + (suffix or ".txt"))
        target = out / below
        other = taken.setdefault(target, source)
        if other is not source:
            raise CommandError(f"{other.name} and {source.name} would both be written to {target}: clean them apart")
    not_over_inputs(taken, inputs)
    return list(taken)


def not_over_inputs(files: Iterable[Path], inputs: Iterable[Source]) -> None:
    read = {real(source.path): source.name for source in inputs if source.path is not None}
    for file in files:
        name = read.get(real(file))
        if name is not None:
            raise CommandError(f"{file}: this is an input ({name}), and inputs are never written over")
