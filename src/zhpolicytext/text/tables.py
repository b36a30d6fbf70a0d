"""Data files, read once."""

from functools import cache
from importlib.resources import files

from ..errors import DataError


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/<name>``: tab-separated, without the comment lines that start with ``# ``.

    Raises DataError, with file and line, where a row has another number of columns than the first.
    """
    text = (files("zhpolicytext") / "data" / name).read_text("utf-8")
    out: list[tuple[str, ...]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("# ") or line == "#":
            continue
        row = tuple(line.split("\t"))
        if out and len(row) != len(out[0]):
            raise DataError(f"data/{name}:{number}: {len(row)} columns, expected {len(out[0])}")
        out.append(row)
    return tuple(out)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a data file."""
    return frozenset(row[0] for row in rows(name))


@cache
def data_digests() -> dict[str, str]:
    """The first 16 hexadecimal digits of the SHA-256 of every data file, by name."""
    import hashlib

    folder = files("zhpolicytext") / "data"
    return {
        entry.name: hashlib.sha256(entry.read_bytes()).hexdigest()[:16]
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.is_file() and not entry.name.startswith((".", "__"))
    }
