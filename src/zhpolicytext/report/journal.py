"""What each rule did and where, read off the log of a document: the ground of every report."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..core.alignment import Alignment, compose, pieces_of
from ..core.document import Document
from ..core.edits import Edit, apply
from ..core.rule import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """The edits of one rule, in the text that it looked at, and where that stood in the raw text."""

    rule: Rule
    text: str
    edits: tuple[Edit, ...]
    raw_spans: tuple[tuple[int, int], ...]
    evidence: Mapping[str, object]


def findings(document: Document) -> Iterator[Finding]:
    """One finding for each step of the log, in the order of the run.

    The changes of a document say what became of a stretch in the end; a finding says what one rule made of it, which
    is what a person asks who wants to know whether the rule was right.
    """
    text = document.raw
    pieces: tuple[Any, ...] = ()  # Piece of core.alignment
    for step in document.steps:
        alignment = Alignment(pieces)
        spans = tuple(alignment.to_raw(edit.start, edit.end) for edit in step.edits)
        yield Finding(step.rule, text, step.edits, spans, step.evidence)
        text = apply(text, step.edits)
        pieces = compose(pieces, pieces_of(step.edits, step.rule.id))


class Lines:
    """Offsets as line and column, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        end = text.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = text.find("\n", end + 1)

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def __len__(self) -> int:
        return len(self._starts)


def in_words(evidence: Mapping[str, object]) -> str:
    """Evidence in one line: ``suffix vwb…, 40 lines``.

    >>> in_words({"suffix": "vwb四川教育在線", "lines": 40})
    'suffix vwb四川教育在線, 40 lines'
    """
    parts = []
    for key, value in evidence.items():
        name = key.replace("_", " ")
        if isinstance(value, float):
            parts.append(f"{name} {value:.3g}")
        elif isinstance(value, int) and not isinstance(value, bool):
            parts.append(f"{value} {name}")
        elif isinstance(value, (list, tuple, set, frozenset)):
            parts.append(f"{name} {'、'.join(str(item) for item in value)}")
        else:
            parts.append(f"{name} {value}")
    return ", ".join(parts)
