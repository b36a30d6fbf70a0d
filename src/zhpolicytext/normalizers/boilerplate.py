"""Blocks around a document: menus, side lists, controls, disclaimers, imprints, bylines, index tables."""

from collections.abc import Iterator
from functools import partial

from ..blocks import Label, blocks_of
from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety


def labelled(text: str, profile: Profile, *, label: Label) -> Iterator[Edit]:
    """Lines of one label, with their line ends."""
    for start, end, found in profile.fact(cuts):
        if found is label:
            yield Edit(start, end, "")


def cuts(profile: Profile) -> tuple[tuple[int, int, Label], ...]:
    """What goes: whole lines with a line end each, and pieces of lines."""
    from ..blocks.model import REMOVED

    text = profile.text
    out: list[tuple[int, int, Label]] = []
    spans = profile.line_spans
    starts = {start: k for k, (start, _) in enumerate(spans)}
    blocks = profile.fact(blocks_of)
    k = 0
    for block in blocks:
        while spans[k][1] < block.end:
            k += 1
        if block.label in REMOVED:
            start, end = spans[k]
            end = end + 1 if end < len(text) else end
            out.append((start, end, block.label))
    return tuple(out)


_RULES = (
    ("boilerplate.nav", Label.NAV), ("boilerplate.sidebar", Label.SIDEBAR),
    ("boilerplate.page-furniture", Label.PAGE_FURNITURE), ("boilerplate.disclaimer", Label.DISCLAIMER),
    ("boilerplate.footer", Label.FOOTER), ("boilerplate.watermark", Label.WATERMARK),
    ("boilerplate.byline", Label.BYLINE), ("boilerplate.meta-table", Label.META_TABLE),
)
boilerplate = Pipeline(tuple(
    Rule(rule, Kind.REMOVE, Safety.LIKELY, partial(labelled, label=label), stage="boilerplate") for rule, label in _RULES))
