"""What a text says about itself: title, source, author, dates, document number … each with its place in the raw text.

The same labelled blocks that decide what is removed. A value that the text does not state is None: nothing is guessed, a
date in the body is not a date of publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from .blocks import blocks_of
from .blocks.values import Found, Values, found_in
from .core.alignment import Alignment, Piece, compose, pieces_of
from .core.document import Document
from .core.profile import Profile

#: Rules that write equal things in one way: what a text states of itself is quoted as it stood before them.
_NORMALISERS = ("number.", "date.", "percent.", "punctuation.", "width.", "script.")


class Field(NamedTuple):
    """A value and where it stands in the raw text. Dates are ISO 8601 (`2023-05-12`), counts are digits."""

    value: str
    raw_start: int
    raw_end: int


@dataclass(frozen=True)
class Metadata:
    """The fields of a document; None, or an empty tuple, where the text states none.

    source           来源: who published it first          author           persons or offices that wrote it
    editor           责任编辑, 编辑                         reviewers        审核, 校对, 一审 … 终审
    publish_date     发布时间, the date of the byline       written_date     成文日期, the date of the signature
    doc_number       发文字号                               index_number     索引号
    issuing_agency   发文机关, who signed                   recipients, cc   主送, 抄送
    attachments      附件                                   contact_person, phone, email  of a contact line
    url              原文链接                               views            浏览次数
    keywords         主题词, 关键词 of the index table      category, validity  主题分类, 有效性
    """

    title: Field | None = None
    source: Field | None = None
    author: tuple[Field, ...] = ()
    editor: tuple[Field, ...] = ()
    reviewers: tuple[Field, ...] = ()
    publish_date: Field | None = None
    written_date: Field | None = None
    doc_number: Field | None = None
    index_number: Field | None = None
    issuing_agency: Field | None = None
    recipients: Field | None = None
    cc: Field | None = None
    attachments: tuple[Field, ...] = ()
    contact_person: Field | None = None
    phone: Field | None = None
    email: Field | None = None
    url: Field | None = None
    views: Field | None = None
    keywords: Field | None = None
    category: Field | None = None
    validity: Field | None = None

    def items(self) -> Iterator[tuple[str, Field | tuple[Field, ...]]]:
        """The fields that the text states."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                yield field.name, value

    def to_json(self) -> dict[str, Any]:
        """The stated fields as plain values: {"title": {"value": …, "raw_start": …, "raw_end": …}, "author": [{…}]}."""
        return {
            name: value._asdict() if isinstance(value, Field) else [one._asdict() for one in value]
            for name, value in self.items()
        }


def metadata_of(document: Document) -> Metadata:
    """The metadata of a document: read from the text as it stood before blocks were removed from it."""
    index = next((k for k, step in enumerate(document.steps) if step.rule.id.startswith("boilerplate.")),
                 len(document.steps))
    text = document.text if index == len(document.steps) else document.text_before(index)
    pieces: tuple[Piece, ...] = ()
    for step in document.steps[:index]:
        pieces = compose(pieces, pieces_of(step.edits, step.rule.id))
    alignment = Alignment(pieces)
    profile = Profile(text)
    return _assembled(found_in(text, profile.fact(blocks_of)), alignment, _Quotation(document, text, index))


class _Quotation:
    """Values as they stood before the first rule that normalises: 三十年, not 30年; 縣府 where the page has it."""

    def __init__(self, document: Document, text: str, index: int) -> None:
        first = next((k for k, step in enumerate(document.steps[:index]) if step.rule.id.startswith(_NORMALISERS)), index)
        pieces: tuple[Piece, ...] = ()
        for step in document.steps[first:index]:
            pieces = compose(pieces, pieces_of(step.edits, step.rule.id))
        self.text, self.is_same = text, not pieces
        self.before = text if self.is_same else document.text_before(first)
        self.alignment = Alignment(pieces)

    def value(self, found: Found) -> str:
        if self.is_same:
            return found.value
        start, end = self.alignment.to_raw(found.start, found.end)
        stood, quoted = self.text[found.start : found.end], self.before[start:end]
        if stood == found.value:
            return quoted
        if stood.replace(" ", "") == found.value:  # 孙　倩
            return quoted.replace(" ", "")
        return found.value  # a date, a title of several lines


def _assembled(values: Values, alignment: Alignment, quotation: _Quotation) -> Metadata:
    def place(found: Found) -> Field:
        return Field(quotation.value(found), *alignment.to_raw(found.start, found.end))

    out: dict[str, Any] = {}
    for name, several in values.items():
        if several:
            many = name in ("author", "editor", "reviewers", "attachments")
            out[name] = tuple(map(place, several)) if many else place(several[0])
    return Metadata(**out)


__all__ = ["Field", "Metadata", "metadata_of"]
