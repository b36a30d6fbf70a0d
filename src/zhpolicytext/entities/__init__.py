"""Recognisers of numbers, quantities, dates, ranges and document numbers: text in, entities out."""

from typing import TYPE_CHECKING

from ..errors import not_text
from .model import Entity, PlacedEntity

if TYPE_CHECKING:
    from datetime import date

    from ..core.document import Document

__all__ = ["Entity", "PlacedEntity", "entities_of", "find_entities"]


def find_entities(text: str, today: "date | None" = None) -> tuple[Entity, ...]:
    """Numbers, quantities, dates, ranges and document numbers with span, type, machine value and canonical text.

    >>> [(e.type, e.value, e.canonical) for e in find_entities("二〇二三年五月投入三亿五千万元")]
    [('date', '2023-05', '2023年5月'), ('money', {'num': '350000000', 'unit': 'CNY'}, '3.5亿元')]
    """
    if not isinstance(text, str):
        raise not_text(text)
    from .scan import found_in

    found = tuple(entity for entity in found_in(text) if entity.type != "impossible")
    if today is None:
        return found
    from .relative import resolved

    return tuple(resolved(entity, today) for entity in found)


def entities_of(document: "Document") -> tuple[PlacedEntity, ...]:
    """The entities of a document's clean text, each with what stood there in the raw text."""
    return tuple(
        PlacedEntity(e.start, e.end, *document.to_raw(e.start, e.end), e.type, e.value, e.canonical, e.rule)
        for e in find_entities(document.text)
    )
