"""The HTML report: one page that needs no network, and trusts no text."""

import hashlib
import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ..core.document import Document
from ..core.rule import Kind
from ..version import __version__
from .card import metadata_card
from .cells import KIND_CLASS, Cells
from .journal import Finding, Lines, findings
from .legend import GROUPS, Legend, gist
from .rows import Folding, Row, rows
from .templating import Markup, asset, fill, joined, prose, template, text
from .visible import visible

#: Beyond this many characters of HTML, further texts are counted in the index but not shown: a page must open.
BUDGET = 24_000_000

#: A screen holds about so many.
ROWS_A_CHUNK = 40
_LEADING_LINE_ENDS = re.compile(r"\A(<del [^<>]*>)\n+")
#: Without a script nothing opens a text: they all stand there.
NOSCRIPT = ".many .doc, .many .index { display: block !important }"


def html(documents: Iterable[tuple[str, Document]], budget: int = BUDGET) -> str:
    """The report of documents, each with its name, as one page."""
    shown: list[Markup] = []
    listed: list[Markup] = []
    counts: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    kinds: dict[str, Kind] = {}
    names: list[str] = []
    size = 0
    for number, (name, document) in enumerate(documents):
        prefix = f"d{number}"
        names.append(name)
        if size < budget:
            shown.append(_document(name or "text", document, prefix))
            size += len(shown[-1])
            listed.append(_listed("listed", name, document, prefix))
        else:
            listed.append(_listed("listed_only", name, document, prefix))
        counts.update(document.counts)
        texts.update(document.counts.keys())
        kinds.update((step.rule.id, step.rule.kind) for step in document.steps)
    many = len(names) != 1
    style, script = asset("style.css"), asset("script.js")
    return fill(
        "page",
        title=visible((names[0] if len(names) == 1 else f"{len(names)} texts") + " – zhpolicytext report"),
        version=__version__, body_class=Markup("many" if many else "one"),
        style=Markup(style), style_hash=_hash(style), noscript=Markup(NOSCRIPT), noscript_hash=_hash(NOSCRIPT), script=Markup(script), script_hash=_hash(script),
        index=_index(listed, counts, texts, kinds) if many else Markup(""), documents=joined(shown))


def _hash(source: str) -> Markup:
    return Markup("sha256-" + b64encode(hashlib.sha256(source.encode()).digest()).decode())


def _document(name: str, document: Document, prefix: str) -> Markup:
    found = tuple(findings(document))
    cells = Cells(document, found, prefix)
    legend = Legend(document, found, cells, prefix)
    return fill("document", prefix=Markup(prefix), name=name, gist=gist(document), counters=joined(legend.counters()), metadata=metadata_card(document, cells),
                groups=joined(legend.groups()), rows=joined(_chunks(_rows(document, cells, prefix))),
                data=_data(document, found, cells))


def _chunks(shown: Iterator[str]) -> Iterator[str]:
    """Rows in stretches that a browser lays out only when they come near: one by one, 25,000 rows took it 6 s."""
    template_of_chunk = template("chunk")
    while chunk := "\n".join(islice(shown, ROWS_A_CHUNK)):
        yield template_of_chunk.format(rows=chunk)


def _rows(document: Document, cells: Cells, prefix: str) -> Iterator[str]:
    lines = Lines(document.raw)
    rules = {step.rule.id: step.rule for step in document.steps}
    same, changed, fold = template("same"), template("row"), template("fold")
    shown_line = number = 0
    for rule, group in _together(document, Folding(document, cells.deleters).groups(rows(document))):
        row = group[0]
        stretch = document.raw[row.raw_start : group[-1].raw_end]
        line = lines.place(row.raw_start + (len(stretch) - len(stretch.lstrip("\n")) if rule else 0))[0]
        label = str(line) if line != shown_line else ""
        shown_line = line
        if rule:
            yield fold.format(
                classes=" ".join(dict.fromkeys(" ".join(map(cells.row_classes, group)).split())), prefix=prefix,
                kind=KIND_CLASS[rules[rule].kind], number=number, line=label, verb=GROUPS[rules[rule].kind].title,
                rule=text(rule), size=_size(stretch.strip()), peek=text(visible(" ".join(stretch[:200].split())[:60])),
                what=prose(rules[rule].summary), raw=_LEADING_LINE_ENDS.sub(r"\1", joined(cells.raw(each) for each in group)))
            number += 1
            continue
        classes = cells.row_classes(row)
        if classes:
            yield changed.format(classes=classes, line=label, raw=cells.raw(row), clean=cells.clean(row))
        elif stretch.strip():
            yield same.format(line=label, raw=joined(cells.raw(each) for each in group),
                              clean=joined(cells.clean(each) for each in group))


def _together(
    document: Document, groups: Iterable[tuple[str, tuple[Row, ...]]]
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The groups, with neighbouring short lines that nothing was done to as one: both sides break them alike."""
    waiting: list[Row] = []
    for rule, group in groups:
        row = group[0]
        is_plain = not rule and row.first == row.last and row.raw_end - row.raw_start < 24
        if waiting and (not is_plain or row.raw_end - waiting[0].raw_start > 300 or len(waiting) == 12):
            yield "", tuple(waiting)
            waiting = []
        if is_plain:
            waiting.append(row)
        else:
            yield rule, group
    if waiting:
        yield "", tuple(waiting)


def _size(stretch: str) -> str:
    count = stretch.count("\n") + 1
    return f"{count:,} line{'' if count == 1 else 's'}, {len(stretch):,} characters"


def _data(document: Document, found: Sequence[Finding], cells: Cells) -> Markup:
    """What the script shows of a change beyond what stands on the page: its rules, and each one's part in it."""
    rules = {finding.rule.id: finding.rule for finding in found}
    rules.update((pointer.rule.id, pointer.rule) for pointer in document.pointers)
    values = {
        "rules": {cells.rule_class[rule.id]: {"id": rule.id, "kind": rule.kind.value, "safety": rule.safety.value,
                                              "what": rule.summary} for rule in rules.values()},
        "trails": {index: [[cells.rule_class[part.rule], visible(part.old), visible(part.new)] for part in parts[:12]]
                   for index, parts in sorted(cells.trails.items())},
    }
    return Markup(json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
                  .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _listed(which: str, name: str, document: Document, prefix: str) -> Markup:
    counts = Counter({kind: 0 for kind in Kind})
    for step in document.steps:
        counts[step.rule.kind] += len(step.edits)
    return fill(which, prefix=Markup(prefix), name=name, repaired=f"{counts[Kind.REPAIR]:,}",
                removed=f"{counts[Kind.REMOVE]:,}", normalised=f"{counts[Kind.NORMALIZE]:,}",
                unsure=f"{len(document.suggestions):,}", before=f"{len(document.raw):,}", after=f"{len(document.text):,}")


def _index(
    listed: Sequence[Markup], counts: Mapping[str, int], texts: Mapping[str, int], kinds: Mapping[str, Kind]
) -> Markup:
    most = max(counts.values(), default=1)
    order = [kind for kind in GROUPS if kind is not None]
    bars = [fill("bar", kind=Markup(KIND_CLASS[kinds[rule]]), rule=rule, count=f"{counts[rule]:,}", texts=f"{texts[rule]:,}",
                 width=Markup(f"{100 * counts[rule] / most:.1f}"))
            for rule in sorted(counts, key=lambda rule: (order.index(kinds[rule]), -counts[rule], rule))]
    sentence = f"{sum(counts.values()):,} edits by {len(counts)} rules."
    return fill("index", count=f"{len(listed):,}", gist=sentence, bars=joined(bars), texts=joined(listed))
