"""Blocks around a document: menus, side lists, controls, disclaimers, imprints, bylines, index tables.

One recogniser labels every line (`zhpolicytext.blocks`); each rule drops the lines of one label, so that a user can keep
what we would drop: ``BODY.without("boilerplate.byline")``. All rules look at the same text (one stage).
"""

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from ..blocks import REMOVED, Label, may_hold_blocks, removed_blocks
from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..metadata import metadata_of

if TYPE_CHECKING:
    from ..lexicon import Lexicon


def nav(text: str, profile: Profile) -> Iterator[Edit]:
    """Menus, paths through a site, greetings, the site's head above the title."""
    return _labelled(profile, Label.NAV)


def sidebar(text: str, profile: Profile) -> Iterator[Edit]:
    """Lists of other pages, with their heads."""
    return _labelled(profile, Label.SIDEBAR)


def page_furniture(text: str, profile: Profile) -> Iterator[Edit]:
    """Controls: print, share, comment, links to the next page, what scripts left behind."""
    return _labelled(profile, Label.PAGE_FURNITURE)


def disclaimer(text: str, profile: Profile) -> Iterator[Edit]:
    """Statements of the site about rights, sources and liability."""
    return _labelled(profile, Label.DISCLAIMER)


def footer(text: str, profile: Profile) -> Iterator[Edit]:
    """Imprints: who runs the site, registration codes, its address and telephone."""
    return _labelled(profile, Label.FOOTER)


def watermark(text: str, profile: Profile) -> Iterator[Edit]:
    """Lines of advertising, and the name of a site behind the title."""
    return _labelled(profile, Label.WATERMARK)


def byline(text: str, profile: Profile) -> Iterator[Edit]:
    """Source, author, editors, date of publication, views: they become metadata."""
    return _labelled(profile, Label.BYLINE)


def meta_table(text: str, profile: Profile) -> Iterator[Edit]:
    """Index tables of government information disclosure: they become metadata."""
    return _labelled(profile, Label.META_TABLE)


def _labelled(profile: Profile, label: Label) -> Iterator[Edit]:
    for start, end, found in profile.fact(cuts):
        if found is label:
            yield Edit(start, end, "")


def cuts(profile: Profile) -> tuple[tuple[int, int, Label], ...]:
    """Stretches to drop: lines with one line end each and the blank lines between them, and pieces of lines."""
    blocks = profile.fact(removed_blocks)
    if not blocks:
        return ()
    out: list[tuple[int, int, Label]] = []
    size = len(profile.text)
    spans = profile.line_spans
    k = 0
    previous_kept = False  # of the same line
    for number, block in enumerate(blocks):
        while spans[k][1] < block.end or spans[k][0] > block.start:
            k += 1
            previous_kept = False
        line_start, line_end = spans[k]
        later = blocks[number + 1] if number + 1 < len(blocks) else None
        last_of_line = later is None or later.start > line_end
        if block.label not in REMOVED:
            previous_kept = True
            continue
        first_of_line = not out or out[-1][1] <= line_start
        if previous_kept:  # a piece behind something that stays: its white space goes, the line end stays
            out.append((blocks[number - 1].end, line_end if last_of_line else block.end, block.label))
        elif not last_of_line and later is not None:
            out.append((line_start if first_of_line else block.start, later.start, block.label))
        else:
            end = size if later is None else line_end + 1
            if later is not None and later.label in REMOVED:  # blank lines between two lines that go
                end = _line_start(spans, k, later.start)
            out.append((line_start if first_of_line else out[-1][1], min(end, size), block.label))
    return tuple(_without_last_line_end(profile.text, out))


def _line_start(spans: tuple[tuple[int, int], ...], k: int, start: int) -> int:
    while spans[k][1] < start:
        k += 1
    return spans[k][0]


def _without_last_line_end(text: str, out: list[tuple[int, int, Label]]) -> list[tuple[int, int, Label]]:
    """Where the end of the text goes, the line end before it goes too, unless the text ended in one."""
    size = len(text)
    if not out or out[-1][1] < size or text[-1] == "\n" or text[out[-1][0] - 1 : out[-1][0]] != "\n":
        return out
    first = len(out) - 1
    while first and out[first - 1][1] == out[first][0]:
        first -= 1
    if out[first][0] == 0 or text[out[first][0] - 1] != "\n":
        return out
    for j in range(first, len(out)):
        start, end, label = out[j]
        out[j] = (start - 1, end if j + 1 == len(out) else end - 1, label)
    return out


_STAGE = "boilerplate"

boilerplate = Pipeline((
    Rule("boilerplate.nav", Kind.REMOVE, Safety.LIKELY, nav, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.sidebar", Kind.REMOVE, Safety.LIKELY, sidebar, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.page-furniture", Kind.REMOVE, Safety.LIKELY, page_furniture, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.disclaimer", Kind.REMOVE, Safety.LIKELY, disclaimer, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.footer", Kind.REMOVE, Safety.LIKELY, footer, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.watermark", Kind.REMOVE, Safety.LIKELY, watermark, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.byline", Kind.REMOVE, Safety.LIKELY, byline, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.meta-table", Kind.REMOVE, Safety.LIKELY, meta_table, gate=may_hold_blocks, stage=_STAGE),
), readers=(("metadata", metadata_of),))


def _known_line(text: str, profile: Profile, *, lexicon: "Lexicon") -> Iterator[Edit]:
    """Whole lines that a lexicon has learned to belong to a site.

    Never the last line that is left: a text that had a body keeps one.
    """
    known = _line_set(lexicon)
    spans = profile.line_spans
    going = [line.strip() in known for line in profile.lines]
    if not any(going) or all(gone or not line.strip() for gone, line in zip(going, profile.lines, strict=True)):
        return
    for k, gone in enumerate(going):
        if gone:
            start, end = spans[k]
            yield Edit(start, min(end + 1, len(text)), "")


@cache
def _line_set(lexicon: "Lexicon") -> frozenset[str]:
    return frozenset(lexicon.lines)


def known_line(lexicon: "Lexicon") -> Rule:
    """A rule that drops the lines of a lexicon: ``BODY | known_line(learn_repeated(texts))``."""
    return Rule("boilerplate.known-line", Kind.REMOVE, Safety.LIKELY, partial(_known_line, lexicon=lexicon),
                params={"lexicon": lexicon})
