"""What `explain` prints: rule by rule, what was found, with the words around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..core.document import Document, Suggestion
from ..core.edits import Edit
from ..core.rule import Kind
from .journal import Finding, Lines, findings, in_words
from .visible import visible

#: Whether a rule is asked for.
Wanted = Callable[[str], bool]

_ANSI = {"bold": "1", "dim": "2", Kind.REPAIR: "34", Kind.NORMALIZE: "36", Kind.REMOVE: "35", "suggest": "33",
         "deleted": "31;9", "old": "31", "new": "32"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a summary is set: with colours or plain, how much of the text around a change, how many examples a rule."""

    colour: bool = False
    context: int = 16
    limit: int = 3  # 0: all

    def paint(self, name: str | Kind, text: str) -> str:
        return f"\x1b[{_ANSI[name]}m{text}\x1b[0m" if self.colour and text else text

    def old(self, text: str, *, is_replaced: bool) -> str:
        return self.paint("old" if is_replaced else "deleted", text) if self.colour else f"[-{text}-]" if text else ""

    def new(self, text: str) -> str:
        return self.paint("new", text) if self.colour else f"{{+{text}+}}" if text else ""


PLAIN = Style()


def summary(document: Document, name: str = "", style: Style = PLAIN, wanted: Wanted = lambda _: True) -> Iterator[str]:
    """The lines of the summary of one document."""
    lines = Lines(document.raw)
    found = [finding for finding in findings(document) if wanted(finding.rule.id)]
    pointed = [suggestion for suggestion in document.suggestions if wanted(suggestion.rule)]
    edits = sum(len(finding.edits) for finding in found)
    parts = [f"{counted(edits, 'edit')} by {counted(len(found), 'rule')}"] if found else ["nothing to change"]
    if pointed:
        parts.append(counted(len(pointed), "suggestion"))
    yield style.paint("bold", visible(name) or "text") + ": " + ", ".join(parts)
    for finding in found:
        yield ""
        yield from _finding(finding, lines, style)
    for rule in dict.fromkeys(suggestion.rule for suggestion in pointed):
        yield ""
        yield from _suggested(rule, [s for s in pointed if s.rule == rule], document, lines, style)


def to_json(document: Document, name: str = "", wanted: Wanted = lambda _: True) -> dict[str, Any]:
    """The same as plain values: every edit of every rule with its place in the raw text."""
    lines = Lines(document.raw)
    return {
        "name": name,
        "findings": [
            {
                "rule": finding.rule.id,
                "kind": finding.rule.kind.value,
                "safety": finding.rule.safety.value,
                "evidence": dict(finding.evidence),
                "edits": [
                    {"raw_start": raw_start, "raw_end": raw_end, "line": lines.place(raw_start)[0],
                     "column": lines.place(raw_start)[1], "old": finding.text[start:end], "new": new}
                    for (start, end, new), (raw_start, raw_end) in zip(finding.edits, finding.raw_spans, strict=True)
                ],
            }
            for finding in findings(document) if wanted(finding.rule.id)
        ],
        "suggestions": [
            {"rule": s.rule, "raw_start": s.raw_start, "raw_end": s.raw_end, "line": lines.place(s.raw_start)[0],
             "column": lines.place(s.raw_start)[1], "text": s.text, "candidates": list(s.candidates),
             "evidence": dict(s.evidence)}
            for s in document.suggestions if wanted(s.rule)
        ],
    }


def counted(count: int, noun: str) -> str:
    """
    >>> counted(1, "edit"), counted(1200, "edit")
    ('1 edit', '1,200 edits')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _finding(finding: Finding, lines: Lines, style: Style) -> Iterator[str]:
    rule = finding.rule
    yield f"{style.paint(rule.kind, rule.id)}  {counted(len(finding.edits), 'edit')}, {rule.kind.value}, {rule.safety.value}"
    if rule.summary:
        yield "  " + style.paint("dim", visible(rule.summary))
    if finding.evidence:
        yield "  " + style.paint("dim", "evidence: " + visible(in_words(finding.evidence)))
    shown = 0
    for first, last in _examples(finding, style):
        place = "{}:{}".format(*lines.place(finding.raw_spans[first][0]))
        yield f"  {style.paint('dim', f'{place:>7}')}  {_snippet(finding.text, finding.edits[first:last], style)}"
        shown += last - first
    yield from _more(len(finding.edits) - shown, style)


def _suggested(
    rule: str, suggestions: Sequence[Suggestion], document: Document, lines: Lines, style: Style
) -> Iterator[str]:
    yield f"{style.paint('suggest', rule)}  {counted(len(suggestions), 'suggestion')}: only pointed out"
    if suggestions[0].evidence:
        yield "  " + style.paint("dim", "evidence: " + visible(in_words(suggestions[0].evidence)))
    shown = suggestions[: style.limit or None]
    for suggestion in shown:
        place = "{}:{}".format(*lines.place(suggestion.raw_start))
        before, after = _around(document.raw, suggestion.raw_start, suggestion.raw_end, style.context)
        marked = visible(_shortened(suggestion.text)) or "‸"
        marked = style.paint("suggest", marked) if style.colour else f"[?{marked}?]"
        candidates = " or ".join(visible(candidate) or "(nothing)" for candidate in suggestion.candidates)
        yield (f"  {style.paint('dim', f'{place:>7}')}  {visible(before)}{marked}{visible(after)}"
               + (f"  → {candidates}?" if candidates else ""))
    yield from _more(len(suggestions) - len(shown), style)


def _more(count: int, style: Style) -> Iterator[str]:
    if count > 0:
        yield "  " + style.paint("dim", f"… and {count:,} more (--limit 0 shows all)")


def _examples(finding: Finding, style: Style) -> Iterator[tuple[int, int]]:
    """Neighbouring edits in groups, as many as the limit allows; a group that shows nothing new is passed over."""
    seen: set[tuple[str, str]] = set()
    given = 0
    for first, last in _groups(finding, style.context):
        if style.limit:
            pairs = {(finding.text[start:end], new) for start, end, new in finding.edits[first:last]}
            if pairs <= seen:
                continue
            if given == style.limit:
                return
            seen |= pairs
        given += 1
        yield first, last


def _groups(finding: Finding, context: int) -> Iterator[tuple[int, int]]:
    """Runs of edits that stand so close on one line that their contexts would overlap, up to a line's length."""
    edits, text = finding.edits, finding.text
    first = 0
    for k in range(1, len(edits) + 1):
        if (
            k < len(edits)
            and edits[k].start - edits[k - 1].end <= context
            and edits[k].end - edits[first].start <= 4 * context
            and "\n" not in text[edits[k - 1].start : edits[k].start]
        ):
            continue
        yield first, k
        first = k


def _snippet(text: str, edits: Sequence[Edit], style: Style) -> str:
    before, after = _around(text, edits[0].start, edits[-1].end, style.context)
    out = [visible(before)]
    reached = edits[0].start
    for start, end, new in edits:
        out.append(visible(text[reached:start]))
        out.append(style.old(visible(_shortened(text[start:end])), is_replaced=bool(new)))
        out.append(style.new(visible(_shortened(new))))
        reached = end
    out.append(visible(after))
    return "".join(out)


def _around(text: str, start: int, end: int, context: int) -> tuple[str, str]:
    """The words before and after, not beyond the line."""
    before = text[max(0, start - context) : start].rpartition("\n")[2]
    after = text[end : end + context].partition("\n")[0]
    return before, after


def _shortened(text: str, most: int = 60) -> str:
    if len(text) <= most:
        return text
    return f"{text[: most - 20]} … {len(text) - most + 10:,} characters … {text[-10:]}"
