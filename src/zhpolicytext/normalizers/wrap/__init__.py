"""Line ends and blanks that a layout put into the middle of sentences and words.

A column has a width: where the lines, or the blanks that stand for lost line ends, keep one, they are not the author's.
Where they keep none, a blank goes only if it stands inside of a word. Verse, lists, tables, addresses, aligned columns
and padded names are layouts that mean something: they stay.
"""

from ...core.pipeline import Pipeline
from ...core.profile import Profile
from ...core.rule import Evidence, Finder, Kind, Rule, Safety
from .breaks import broken_sentence, has_cut_line
from .columns import (
    collapsed_paragraphs,
    hard_wrap,
    has_cut_lines,
    has_wrap_period,
    line_evidence,
    quote_gap,
    wrap_evidence,
    wrap_space,
)
from .words import has_inner_spaces, spaced_title, spaced_word

def may_hold_wraps(profile: Profile) -> bool:
    """Whether any of these rules may find something: one question for all of them."""
    return has_cut_line(profile) or has_cut_lines(profile) or has_inner_spaces(profile) or (
        b" " in profile.latin1 and has_wrap_period(profile))


def _repair(name: str, safety: Safety, find: Finder, stage: str = "", evidence: Evidence | None = None) -> Rule:
    return Rule(f"wrap.{name}", Kind.REPAIR, safety, find, gate=may_hold_wraps, stage=stage, evidence=evidence)


wrap = Pipeline((
    _repair("hard-wrap", Safety.LIKELY, hard_wrap, evidence=line_evidence),
    # Behind the columns: what a column cut is joined for its width, the rest for its words.
    _repair("broken-sentence", Safety.LIKELY, broken_sentence),
    # One stage: without the wrap spaces nothing shows that the text was read from print.
    _repair("wrap-space", Safety.LIKELY, wrap_space, "spaces", wrap_evidence),
    _repair("quote-gap", Safety.LIKELY, quote_gap, "spaces"),
    _repair("spaced-title", Safety.LIKELY, spaced_title),
    _repair("spaced-word", Safety.LIKELY, spaced_word),
    Rule("wrap.collapsed-paragraphs", Kind.REPAIR, Safety.SUGGEST, collapsed_paragraphs, needs=("二、", "（二）", "(二)")),
))
