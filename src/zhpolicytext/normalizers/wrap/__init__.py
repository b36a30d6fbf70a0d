"""Line ends and blanks that a layout put into the middle of sentences and words.

A column has a width: where the lines, or the blanks that stand for lost line ends, keep one, they are not the author's.
Where they keep none, a blank goes only if it stands inside of a word. Verse, lists, tables, addresses, aligned columns
and padded names are layouts that mean something: they stay.
"""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
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

wrap = Pipeline((
    Rule("wrap.hard-wrap", Kind.REPAIR, Safety.LIKELY, hard_wrap, gate=has_cut_lines, evidence=line_evidence),
    Rule("wrap.broken-sentence", Kind.REPAIR, Safety.LIKELY, broken_sentence, gate=has_cut_line),
    Rule("wrap.wrap-space", Kind.REPAIR, Safety.LIKELY, wrap_space, needs=(" ",), gate=has_wrap_period, stage="spaces",
         evidence=wrap_evidence),
    Rule("wrap.quote-gap", Kind.REPAIR, Safety.LIKELY, quote_gap, needs=(" ",), gate=has_wrap_period,
         stage="spaces"),
    Rule("wrap.spaced-title", Kind.REPAIR, Safety.LIKELY, spaced_title, gate=has_inner_spaces),
    Rule("wrap.spaced-word", Kind.REPAIR, Safety.LIKELY, spaced_word, gate=has_inner_spaces),
    Rule("wrap.collapsed-paragraphs", Kind.REPAIR, Safety.SUGGEST, collapsed_paragraphs, needs=("二、", "（二）", "(二)")),
))
