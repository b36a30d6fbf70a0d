"""What a recogniser finds: a span with a type, a machine value and its canonical text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

#: An ISO string for what stands in a calendar, else `{"num", "unit"}`, `{"lo", "hi", …}`, `{"issuer", …}` (docs/numbers.md).
Value: TypeAlias = str | dict[str, Any]  # numbers are strings; bounds are strings, None or bool


@dataclass(frozen=True, slots=True)
class Entity:
    """A number, a quantity, a date, a range or a document number.

    start, end  code points of the text that was looked at
    type        date, date_range, year_range, time, time_range, quantity, money, percent, fraction, duration, doc_number
    value       what it says, for a machine
    canonical   how it is written (docs/numbers.md); equal to the span where nothing need change, or nothing may
    rule        the rule that rewrites it where the two differ

    Unpacks in that order: ``start, end, type, value, *_ = entity``.
    """

    start: int
    end: int
    type: str
    value: Value = field(hash=False)
    canonical: str
    rule: str

    def __iter__(self) -> Iterator[Any]:  # each field has its own type
        yield from (self.start, self.end, self.type, self.value, self.canonical, self.rule)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for `json.dumps`."""
        return {"start": self.start, "end": self.end, "type": self.type, "value": self.value,
                "canonical": self.canonical, "rule": self.rule}


@dataclass(frozen=True, slots=True)
class PlacedEntity:
    """An entity of a document: its span in the clean text and what stood there in the raw text."""

    start: int
    end: int
    raw_start: int
    raw_end: int
    type: str
    value: Value = field(hash=False)
    canonical: str
    rule: str

    def to_json(self) -> dict[str, Any]:
        """Plain values, for `json.dumps`."""
        return {"start": self.start, "end": self.end, "raw_start": self.raw_start, "raw_end": self.raw_end,
                "type": self.type, "value": self.value, "canonical": self.canonical, "rule": self.rule}
