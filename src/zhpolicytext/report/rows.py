"""A document cut into rows: stretches of the raw text beside what became of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..core.document import Change, Document
from ..core.rule import Kind

EMPTY: Mapping[int, tuple[str, ...]] = MappingProxyType({})

#: Beyond this many raw characters a row may end at a sentence instead of a line, and beyond the other anywhere: the
#: two sides drift apart in seed 002, whose paragraphs are 2,000 characters raw and 900 clean.
SENTENCE_AFTER, ANYWHERE_AFTER = 260, 1200


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the raw text, what became of it, and the changes in it (a slice of the document's)."""

    raw_start: int
    raw_end: int
    start: int
    end: int
    first: int
    last: int
    is_block: bool = False  # whole lines of which nothing is left


def rows(document: Document) -> Iterator[Row]:
    """The rows, in order; together they are the whole raw text and the whole clean text."""
    changes = document.changes
    blocks = dict(_blocks(document))
    block_ends = frozenset(blocks.values())
    raw_at = at = 0  # where the row begins
    first = 0
    shift = 0  # clean offset minus raw offset in the stretch looked at
    reached = 0
    for index in range(len(changes) + 1):
        stop = changes[index].raw_start if index < len(changes) else len(document.raw)
        for end in _ends(document.raw, reached, stop, raw_at):
            yield Row(raw_at, end, at, end + shift, first, index)
            raw_at, at, first = end, end + shift, index
        if index == len(changes):
            break
        change = changes[index]
        if index in blocks:
            if change.raw_start > raw_at or first < index:
                yield Row(raw_at, change.raw_start, at, change.start, first, index)
            raw_at, at, first = change.raw_start, change.start, index
        if index + 1 in block_ends:
            yield Row(raw_at, change.raw_end, at, change.end, first, index + 1, True)
            raw_at, at, first = change.raw_end, change.end, index + 1
        elif change.raw_start - raw_at > ANYWHERE_AFTER:
            yield Row(raw_at, change.raw_start, at, change.start, first, index)
            raw_at, at, first = change.raw_start, change.start, index
        reached = change.raw_end
        shift = change.end - change.raw_end
    if raw_at < len(document.raw) or at < len(document.text) or first < len(changes):
        yield Row(raw_at, len(document.raw), at, len(document.text), first, len(changes))


@cache
def _stops() -> re.Pattern[str]:
    """Line ends, and ends of sentences with the quotes that close behind them."""
    return re.compile(r"\n|[。！？；;!?][”’」』）)》]*")


def _ends(raw: str, start: int, stop: int, row_start: int) -> Iterator[int]:
    """Where rows end in a stretch that no rule has touched."""
    for found in _stops().finditer(raw, start, stop):
        end = found.end()
        if found[0] == "\n" or end - row_start >= SENTENCE_AFTER:
            while end - row_start > 2 * ANYWHERE_AFTER:
                row_start = max(start, row_start + ANYWHERE_AFTER)
                yield row_start
            yield end
            row_start = end
    while stop - row_start > 2 * ANYWHERE_AFTER and stop - start > ANYWHERE_AFTER:
        row_start = max(start, row_start) + ANYWHERE_AFTER
        if row_start >= stop:
            return
        yield row_start


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    """Runs of touching changes (first, last) that together are whole lines of which nothing is left.

    A rule of kind REMOVE dropped them, or they are several lines that were damage altogether: in seed 001, watermark
    lines and the blank lines between them.
    """
    removing = {step.rule.id for step in document.steps if step.rule.kind is Kind.REMOVE}
    raw, changes = document.raw, document.changes
    first = 0
    for index, change in enumerate(changes):
        stretch = raw[change.raw_start : change.raw_end]
        is_dropped = not removing.isdisjoint(change.rules) or "\n" in stretch and stretch.strip()
        if change.new.strip() or not is_dropped:
            first = index + 1
            continue
        if first < index and changes[index - 1].raw_end != change.raw_start or _is_line_end(raw, change.raw_start):
            first = index
        if _is_line_end(raw, change.raw_end) and _is_line_end(raw, changes[first].raw_start):
            yield first, index + 1
            first = index + 1


def _is_line_end(raw: str, offset: int) -> bool:
    return offset in (0, len(raw)) or "\n" in raw[offset - 1 : offset + 1]


class Folding:
    """Which rows go together because nothing is left of them, and which rule is to be named for it."""

    def __init__(self, document: Document, deleters: Mapping[int, tuple[str, ...]] = EMPTY) -> None:
        self._document = document
        self._deleters = deleters  # of report.journal
        self._kind = {step.rule.id: step.rule.kind for step in document.steps}

    def groups(self, cut: Iterable[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
        """Rows with the rule that emptied them, neighbours of one rule together; other rows alone, with no rule.

        Empty lines between two rows that one rule emptied go with them.
        """
        raw = self._document.raw
        rule = ""
        group: list[Row] = []
        blank: list[Row] = []
        for row in cut:
            emptied = self.emptied_by(row)
            if group and emptied == rule:
                group += [*blank, row]
                blank = []
            elif group and not raw[row.raw_start : row.raw_end].strip():
                blank.append(row)
            else:
                if group:
                    yield rule, tuple(group)
                yield from (("", (each,)) for each in blank)
                blank = []
                group, rule = ([row], emptied) if emptied else ([], "")
                if not emptied:
                    yield "", (row,)
        if group:
            yield rule, tuple(group)
        yield from (("", (each,)) for each in blank)

    def emptied_by(self, row: Row) -> str:
        """The rule to name for a row of which nothing is left; empty if something is, or if nothing was there."""
        document = self._document
        if document.text[row.start : row.end].strip() or not document.raw[row.raw_start : row.raw_end].strip():
            return ""
        size: dict[str, int] = {}
        for index in range(row.first, row.last):
            change = document.changes[index]
            rule = self._naming(index, change)
            size[rule] = size.get(rule, 0) + change.raw_end - change.raw_start
        return max(size, key=lambda rule: (self._kind[rule] is Kind.REMOVE, size[rule]), default="")

    def _naming(self, index: int, change: Change) -> str:
        """The rule that says most about a change: the last that removes, else the one that deleted most."""
        for rule in reversed(change.rules):
            if self._kind[rule] is Kind.REMOVE:
                return rule
        return next(iter(self._deleters.get(index, ())), change.rules[0])
