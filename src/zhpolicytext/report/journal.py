"""What each rule did and where, read off the log of a document: the ground of every report."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..core.alignment import Alignment, compose, pieces_of
from ..core.document import Document
from ..core.edits import Edit, apply
from ..core.rule import Kind, Rule


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


class Part(NamedTuple):
    """What one rule did inside of a change that several rules worked on."""

    rule: str
    raw_start: int
    raw_end: int
    old: str
    new: str


def trails(document: Document, found: Iterable[Finding]) -> Mapping[int, Sequence[Part]]:
    """For every change that several rules worked on and that left something: each one's part, in their order."""
    changes = document.changes
    starts = [change.raw_start for change in changes]
    shared = {index for index, change in enumerate(changes) if len(change.rules) > 1 and change.new}
    out: dict[int, list[Part]] = {index: [] for index in shared}
    for finding in found if shared else ():
        for (start, end, new), (raw_start, raw_end) in zip(finding.edits, finding.raw_spans, strict=True):
            index = bisect_right(starts, raw_start) - 1
            if index in shared:
                out[index].append(Part(finding.rule.id, raw_start, raw_end, finding.text[start:end], new))
    return out


def deleters(document: Document, found: Iterable[Finding]) -> Mapping[int, tuple[str, ...]]:
    """For every change that left nothing, and that no rule of kind REMOVE made: the rules that deleted words in it.

    A change names the rule that had the last word. Where picture placeholders went first and the blank lines they left
    went with the next rule, it is the first that a reader must be told.
    """
    changes = document.changes
    starts = [change.raw_start for change in changes]
    removing = {step.rule.id for step in document.steps if step.rule.kind is Kind.REMOVE}
    sizes: dict[int, Counter[str]] = {}
    for finding in found:
        for (start, end, new), (raw_start, _) in zip(finding.edits, finding.raw_spans, strict=True):
            if not new.strip() and finding.text[start:end].strip():
                index = bisect_right(starts, raw_start) - 1
                if index >= 0 and not changes[index].new.strip() and removing.isdisjoint(changes[index].rules):
                    sizes.setdefault(index, Counter())[finding.rule.id] += end - start
    return {index: tuple(rule for rule, _ in counter.most_common()) for index, counter in sizes.items()}


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
        if value is None or value in ("", (), []):
            continue
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
