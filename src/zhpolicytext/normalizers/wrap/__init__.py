"""Line ends and blanks that a layout put into the middle of sentences and words.

A column has a width: where the lines, or the blanks that stand for lost line ends, keep one, they are not the author's.
Where they keep none, a blank goes only if it stands inside of a word. Verse, lists, tables, addresses, aligned columns
and padded names are layouts that mean something: they stay.
"""

from ...core.pipeline import Pipeline
from ...core.rule import Evidence, Finder, Gate, Kind, Rule, Safety
from ...core.signs import HAN, Signs
from ...text.gates import COLUMN, CUT, line_ends
from ...text.sieve import GAPS, signs
from .breaks import OPEN, SHUT, broken_sentence, has_cut_line
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


_BLANK = Signs(below=" ")
_ANY_BLANK = Signs(below=" \t\xa0") | signs(GAPS)


def _repair(name: str, safety: Safety, find: Finder, gate: Gate, shows: Signs, stage: str = "",
            evidence: Evidence | None = None) -> Rule:
    return Rule(f"wrap.{name}", Kind.REPAIR, safety, find, gate=gate, signs=shows, stage=stage, evidence=evidence)


wrap = Pipeline((
    _repair("hard-wrap", Safety.LIKELY, hard_wrap, has_cut_lines, Signs(facts=((line_ends, COLUMN),), across=True),
            evidence=line_evidence),
    # Behind the columns: what a column cut is joined for its width, the rest for its words.
    _repair("broken-sentence", Safety.LIKELY, broken_sentence, has_cut_line,
            Signs(heads="".join(sorted(SHUT)), tails="".join(sorted(OPEN)), facts=((line_ends, CUT),), apart=HAN)),
    # One stage: without the wrap spaces nothing shows that the text was read from print.
    _repair("wrap-space", Safety.LIKELY, wrap_space, has_wrap_period, _BLANK, "spaces", wrap_evidence),
    _repair("quote-gap", Safety.LIKELY, quote_gap, has_wrap_period, _BLANK, "spaces"),
    _repair("spaced-title", Safety.LIKELY, spaced_title, has_inner_spaces, _ANY_BLANK),
    _repair("spaced-word", Safety.LIKELY, spaced_word, has_inner_spaces, _ANY_BLANK),
    Rule("wrap.collapsed-paragraphs", Kind.REPAIR, Safety.SUGGEST, collapsed_paragraphs, needs=("二、", "（二）", "(二)")),
))
