"""The list beside the text: which rules worked, how often, on what evidence, with an example each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..core.document import Document, Suggestion
from ..core.rule import Kind
from .cells import Cells
from .journal import Finding, Lines, in_words
from .templating import Markup, fill, joined, prose, text
from .visible import visible


class Group(NamedTuple):
    """One part of the legend."""

    kind: str  # class name
    title: str
    zh: str
    means: str


GROUPS: Mapping[Kind | None, Group] = {
    Kind.REPAIR: Group("kr", "Repaired", "修复", "Damage undone: what the author wrote stands there again."),
    Kind.REMOVE: Group("kx", "Removed", "移除", "Not of the document: dropped as whole blocks."),
    None: Group("ks", "Not sure", "存疑", "Suggestions change nothing: a person should look."),
    Kind.NORMALIZE: Group("kn", "Normalised", "规范", "One of several equal spellings, chosen everywhere."),
}
#: How many examples a rule shows: deletions are all of one kind, what was replaced is worth a look.
EXAMPLES, DELETIONS = 3, 2


class Legend:
    """The legend of one document."""

    def __init__(self, document: Document, found: Sequence[Finding], cells: Cells, prefix: str) -> None:
        self._document = document
        self._found = found
        self._cells = cells
        self._prefix = prefix
        self._lines = Lines(document.raw)

    def counters(self) -> Iterator[Markup]:
        """The four numbers at the head, each with a link to its group."""
        for kind, group in GROUPS.items():
            count = self._count(kind)
            yield fill("counter" if count or kind is None else "counter_none", prefix=Markup(self._prefix),
                       kind=Markup(group.kind), title=group.title, zh=group.zh, count=f"{count:,}")

    def groups(self) -> Iterator[Markup]:
        for kind, group in GROUPS.items():
            # What was replaced comes before what was only deleted: it is what a person wants to check.
            found = sorted((f for f in self._found if f.rule.kind is kind), key=_only_deletes)
            items = list(self._suggested()) if kind is None else [self._item(finding) for finding in found]
            if kind is None and not items:
                yield fill("group_none", prefix=Markup(self._prefix), **group._asdict())
            elif items:
                yield fill("group", prefix=Markup(self._prefix), **group._asdict(), count=f"{self._count(kind):,}", items=joined(items))

    def _count(self, kind: Kind | None) -> int:
        if kind is None:
            return len(self._document.suggestions)
        return sum(len(finding.edits) for finding in self._found if finding.rule.kind is kind)

    def _item(self, finding: Finding) -> Markup:
        rule = finding.rule
        return fill(
            "item", rule_class=Markup(self._cells.rule_class[rule.id]), rule=rule.id, count=f"{len(finding.edits):,}",
            what=prose(rule.summary), evidence=_evidence(finding.evidence),
            examples=_examples(self._examples(finding)),
        )

    def _examples(self, finding: Finding) -> Iterator[Markup]:
        """The first places that differ from each other. What was removed is shown as it stood in the raw text."""
        seen: set[tuple[str, str]] = set()
        is_block = finding.rule.kind is Kind.REMOVE
        for (start, end, new), (raw_start, raw_end) in zip(finding.edits, finding.raw_spans, strict=True):
            old = finding.text[start:end]
            if is_block:
                raw = self._document.raw[raw_start:raw_end]
                old = raw.strip() or raw
                raw_start += raw.index(old)
            if (old, new) in seen:
                continue
            seen.add((old, new))
            yield fill(
                "example", anchor=Markup(self._cells.anchor(raw_start) or self._prefix), line=self._place(raw_start),
                before="" if is_block else _before(finding.text, start), old=_short(old),
                arrow=Markup(" → ") if old and new else "", new=_short(new),
                after="" if is_block else _after(finding.text, end))
            if len(seen) == (EXAMPLES if any(new for _, new in seen) else DELETIONS):
                return

    def _suggested(self) -> Iterator[Markup]:
        by_rule: dict[str, list[tuple[int, Suggestion]]] = {}
        for number, suggestion in enumerate(self._document.suggestions):
            by_rule.setdefault(suggestion.rule, []).append((number, suggestion))
        rules = {pointer.rule.id: pointer.rule for pointer in self._document.pointers}
        for rule_id, numbered in by_rule.items():
            raw = self._document.raw
            examples = [
                fill("example_suggested", anchor=Markup(f"{self._prefix}-s{number}"), line=self._place(s.raw_start),
                     before=_before(raw, s.raw_start), old=_short(s.text or "‸"),
                     after=_after(raw, s.raw_end),
                     says=fill("says", candidates=" / ".join(visible(c) or "(nothing)" for c in s.candidates)) if s.candidates else "")
                for number, s in numbered[: 4 * EXAMPLES]
            ]
            yield fill("item", rule_class=Markup(self._cells.rule_class[rule_id]), rule=rule_id,
                       count=f"{len(numbered):,}", what=prose(rules[rule_id].summary),
                       evidence=_evidence(numbered[0][1].evidence), examples=_examples(examples))

    def _place(self, raw_start: int) -> str:
        return "{}:{}".format(*self._lines.place(raw_start))


def _only_deletes(finding: Finding) -> bool:
    return not any(edit.new.strip() for edit in finding.edits)


def _evidence(evidence: Mapping[str, object]) -> Markup:
    return fill("evidence", evidence=visible(in_words(evidence))) if evidence else Markup("")


def _examples(examples: "Iterator[Markup] | Sequence[Markup]") -> Markup:
    listed = joined(examples)
    return fill("examples", examples=listed) if listed else Markup("")


def _before(words: str, offset: int, most: int = 6) -> str:
    """A few words before a place: not beyond the line, and nothing of a bracket that is cut."""
    return visible(re.split(r"[\n()（）]", words[max(0, offset - most) : offset])[-1])


def _after(words: str, offset: int, most: int = 6) -> str:
    return visible(re.split(r"[\n()（）]", words[offset : offset + most])[0])


def _short(stretch: str, most: int = 28) -> Markup:
    """A stretch in one line; of a long one the beginning and the end."""
    if len(stretch) <= most:
        return text(visible(stretch) if stretch.strip() else visible(stretch.replace(" ", "␣").replace("\u3000", "□")))
    return text(visible(f"{stretch[: most - 10]} … {stretch[-6:]}"))


def gist(document: Document) -> Markup:
    """One line under the counters."""
    removed = sum(block.raw_end - block.raw_start for block in document.removed)
    parts = [f"{len(document.raw):,} → {len(document.text):,} characters"]
    if not document.steps:
        parts.append("nothing to change")
    if removed:
        parts.append(f"{removed:,} of them removed as blocks")
    if document.withheld:
        parts.append(f"{sum(document.withheld.values()):,} edits withheld from what is protected")
    shares = _damage(document)
    return text(", ".join(parts) + "." + (f" Byte damage: {shares} of the characters." if shares else ""))


def _damage(document: Document) -> str:
    """Shares of characters, where a reader counted them: ``restored 0.45 %, lost 0.02 %``."""
    found = document.damage
    values = found.to_json() if hasattr(found, "to_json") else found
    if not isinstance(values, Mapping):
        return ""
    return ", ".join(f"{name} {100 * value:.2g} %" for name, value in values.items()
                     if isinstance(value, float) and value > 0)
