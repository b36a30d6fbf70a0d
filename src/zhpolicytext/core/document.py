"""A text with the log of what was done to it, and all that follows from the log."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .alignment import Alignment, Piece, compose, pieces_of
from .edits import Edit
from .rule import Kind, Rule

Reader = Callable[["Document"], Any]  # what a reader derives is its own affair: metadata, entities, damage


@dataclass(frozen=True, slots=True)
class Step:
    """What one rule did to the text that the steps before it left."""

    rule: Rule
    edits: tuple[Edit, ...]
    evidence: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a rule of safety SUGGEST found, in the text after the first `after` steps."""

    rule: Rule
    after: int
    edits: tuple[Edit, ...]
    evidence: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch that differs: its place in the raw and in the clean text, and the rules that worked on it."""

    raw_start: int
    raw_end: int
    start: int
    end: int
    new: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A block that a rule of kind REMOVE dropped."""

    raw_start: int
    raw_end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that a person should look at. `candidates` is empty where nothing can be proposed."""

    raw_start: int
    raw_end: int
    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    rule: str
    evidence: Mapping[str, object]


@dataclass(frozen=True)
class Document:
    """The raw text, the clean text, and the log that leads from one to the other.

    Everything else is derived from the log when asked for. Offsets are code points; `raw_…` ones are of the raw text.
    """

    raw: str
    text: str
    steps: tuple[Step, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    withheld: Mapping[str, int] = field(default_factory=dict)
    readers: tuple[tuple[str, Reader], ...] = ()

    @cached_property
    def _pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces after 0, 1, 2 … steps."""
        out: list[tuple[Piece, ...]] = [()]
        for step in self.steps:
            out.append(compose(out[-1], pieces_of(step.edits, step.rule.id)))
        return tuple(out)

    @cached_property
    def alignment(self) -> Alignment:
        return Alignment(self._pieces[-1])

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every stretch that differs, in order; a stretch that was changed and changed back is none."""
        out = []
        shift = 0
        for start, end, new, rules in self._pieces[-1]:
            clean = start + shift
            shift += len(new) - (end - start)
            if end - start != len(new) or self.raw[start:end] != new:
                out.append(Change(start, end, clean, clean + len(new), new, rules))
        return tuple(out)

    @cached_property
    def removed(self) -> tuple[Removed, ...]:
        """What rules of kind REMOVE dropped, each block with the rule that did, in raw order."""
        out = []
        for index, step in enumerate(self.steps):
            if step.rule.kind is Kind.REMOVE:
                alignment = Alignment(self._pieces[index])
                for start, end, _ in step.edits:
                    raw_start, raw_end = alignment.to_raw(start, end)
                    out.append(Removed(raw_start, raw_end, self.raw[raw_start:raw_end], step.rule.id))
        return tuple(sorted(out, key=lambda block: (block.raw_start, block.raw_end)))

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What the library was not sure of, in raw order."""
        out = []
        for pointer in self.pointers:
            alignment = Alignment(self._pieces[pointer.after])
            spans: dict[tuple[int, int], list[str]] = {}
            for start, end, new in pointer.edits:
                spans.setdefault((start, end), []).append(new)
            for (start, end), candidates in spans.items():
                raw_start, raw_end = alignment.to_raw(start, end)
                found = self.raw[raw_start:raw_end]
                clean_start, clean_end = self.alignment.to_clean(raw_start, raw_end)
                out.append(Suggestion(raw_start, raw_end, clean_start, clean_end, found,
                                      tuple(new for new in candidates if new != found), pointer.rule.id,
                                      pointer.evidence))
        return tuple(sorted(out, key=lambda found: (found.raw_start, found.raw_end, found.rule)))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Edits by rule id, in the order of the pipeline."""
        out: Counter[str] = Counter()
        for step in self.steps:
            out[step.rule.id] += len(step.edits)
        return dict(out)

    def read(self, name: str) -> Any:  # each reader has its own type
        """What the reader called `name` derives from this document, or None where the pipeline has no such reader."""
        for known, reader in self.readers:
            if known == name:
                return reader(self)
        return None

    @cached_property
    def metadata(self) -> Any:
        """The fields of the document (`zhpolicytext.metadata.Metadata`); None for a pipeline without that reader."""
        return self.read("metadata")

    @cached_property
    def entities(self) -> Any:
        """Numbers, dates and document numbers with raw and clean spans; None for a pipeline without that reader."""
        return self.read("entities")

    @cached_property
    def damage(self) -> Any:
        """Shares of characters restored, guessed and lost; None for a pipeline without that reader."""
        return self.read("damage")

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the clean text stood in the raw text."""
        _inside(start, end, self.text)
        return self.alignment.to_raw(start, end)

    def to_clean(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """What became of a span of the raw text."""
        _inside(raw_start, raw_end, self.raw)
        return self.alignment.to_clean(raw_start, raw_end)

    def text_before(self, index: int) -> str:
        """The text that step `index` looked at."""
        from .edits import apply

        text = self.raw
        for step in self.steps[:index]:
            text = apply(text, step.edits)
        return text

    def revert(self, which: str | Callable[[Change], bool]) -> str:
        """The clean text with some changes undone: those for which `which` is true, or those of a rule or normaliser.

        A rule that changed nothing here undoes nothing: a document does not know which other rules there are.

        >>> doc.revert(lambda change: "pinyin.inline" in change.rules)  # doctest: +SKIP
        """
        undo = (lambda change: any(f"{rule}.".startswith(f"{which}.") for rule in change.rules)) if isinstance(which, str) else which
        out = []
        reached = 0
        for change in self.changes:
            out.append(self.text[reached : change.start])
            out.append(self.raw[change.raw_start : change.raw_end] if undo(change) else change.new)
            reached = change.end
        out.append(self.text[reached:])
        return "".join(out)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for `json.dumps`: texts, changes, removed blocks, suggestions, counts and what readers found."""
        from dataclasses import asdict

        out: dict[str, Any] = {
            "raw": self.raw,
            "text": self.text,
            "changes": [{**asdict(c), "rules": list(c.rules)} for c in self.changes],
            "removed": [asdict(block) for block in self.removed],
            "suggestions": [
                {**{k: getattr(s, k) for k in ("raw_start", "raw_end", "start", "end", "text", "rule")},
                 "candidates": list(s.candidates), "evidence": dict(s.evidence)}
                for s in self.suggestions
            ],
            "evidence": [{"rule": s.rule.id, **s.evidence} for s in self.steps if s.evidence],
            "counts": dict(self.counts),
        }
        for name, _ in self.readers:
            value = getattr(self, name) if name in ("metadata", "entities", "damage") else self.read(name)
            out[name] = _plain(value)
        return out


def _plain(value: Any) -> Any:  # whatever a reader returns
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _inside(start: int, end: int, text: str) -> None:
    if not 0 <= start <= end <= len(text):
        raise IndexError(f"span {start}:{end} is not inside a text of {len(text)} characters")
