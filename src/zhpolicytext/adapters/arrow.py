"""One batch contract for engines that speak Arrow: a record batch in, a record batch out.

Spark's `mapInArrow`, Polars, DuckDB, Ray and `datasets` all hand out record batches; what they need is `clean_batch`
(one batch) or `clean_batches` (an iterator of them). Needs the package ``pyarrow``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..core.pipeline import Pipeline

if TYPE_CHECKING:
    import pyarrow as pa

#: What can be asked for beside the clean text. Each becomes a column of its name: JSON text, null where the text is.
COLUMNS = ("changes", "removed", "suggestions", "metadata", "entities", "counts")


def clean_batch(batch: pa.RecordBatch, text: str = "text", into: str | None = None, columns: Iterable[str] = (),
                fingerprint: str | None = None, pipeline: Pipeline | None = None) -> pa.RecordBatch:
    """The batch with its text column cleaned. Nulls stay null; other columns stay as they are.

    text         the column to clean: string, large_string, string_view or a dictionary of strings
    into         the column that gets the clean text; None: the same column
    columns      what else to write, of `COLUMNS`: JSON text each
    fingerprint  a column that gets `Pipeline.fingerprint` in every row, so that a result can say what made it
    pipeline     `BODY` unless given
    """
    import pyarrow as pa

    if not isinstance(batch, pa.RecordBatch):
        raise TypeError(f"a pyarrow.RecordBatch is needed, not {type(batch).__name__}: a table has `to_batches()`")
    pipeline = pipeline or _body()
    wanted = tuple(columns)
    unknown = [name for name in wanted if name not in COLUMNS]
    if unknown:
        raise ValueError(f"no column {unknown[0]!r} can be made: one of {', '.join(COLUMNS)}")
    column = batch.column(text)
    type_ = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if str(type_) not in ("string", "large_string", "string_view", "null"):
        raise TypeError(f"column {text!r} holds {column.type}, not text")
    raw = column.to_pylist()
    clean: list[str | None] = []
    made: dict[str, list[str | None]] = {name: [] for name in wanted}
    for value in raw:
        if value is None or not wanted:
            clean.append(None if value is None else pipeline(value))
            for cells in made.values():
                cells.append(None)
            continue
        document = pipeline.run(value)
        clean.append(document.text)
        plain = document.to_json()
        for name, cells in made.items():
            cells.append(json.dumps(plain[name], ensure_ascii=False, sort_keys=True, default=str))
    is_same = all(new is old for new, old in zip(clean, raw, strict=True))
    out = _with(batch, into or text, column if is_same else pa.array(clean, type_))
    for name, cells in made.items():
        out = _with(out, name, pa.array(cells, pa.string()))
    if fingerprint is not None:
        out = _with(out, fingerprint, pa.array([pipeline.fingerprint] * batch.num_rows, pa.string()))
    return out


def clean_batches(batches: Iterable[pa.RecordBatch], text: str = "text", into: str | None = None,
                  columns: Iterable[str] = (), fingerprint: str | None = None,
                  pipeline: Pipeline | None = None) -> Iterator[pa.RecordBatch]:
    """`clean_batch` for each batch: ``dataframe.mapInArrow(partial(clean_batches, text="body"), schema)``."""
    wanted = tuple(columns)
    for batch in batches:
        yield clean_batch(batch, text, into, wanted, fingerprint, pipeline)


def schema_of(schema: pa.Schema, text: str = "text", into: str | None = None, columns: Iterable[str] = (),
              fingerprint: str | None = None) -> pa.Schema:
    """The schema of what `clean_batch` returns: engines ask for it before the first row is there."""
    import pyarrow as pa

    empty = pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)
    return clean_batch(empty, text, into, columns, fingerprint).schema


def _with(batch: pa.RecordBatch, name: str, column: pa.Array) -> pa.RecordBatch:
    import pyarrow as pa

    names = batch.schema.names
    arrays = dict(zip(names, batch.columns, strict=True))
    arrays[name] = column
    fields = [pa.field(known, array.type, metadata=batch.schema.field(known).metadata if known in names else None)
              for known, array in arrays.items()]
    return pa.RecordBatch.from_arrays(list(arrays.values()), schema=pa.schema(fields, batch.schema.metadata))


def _body() -> Pipeline:
    from ..presets import BODY

    return BODY
