"""Punctuation: marks that damage doubled or turned round, and one width for the marks of Chinese sentences."""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from ...core.signs import Signs
from ...text.sieve import MARKS, QUOTES, WIDE, signs
from .marks import halfwidth_bracket, halfwidth_mark, has_halfwidth_bracket, has_halfwidth_mark
from .quotes import (
    doubled_quote,
    has_doubled_quote,
    has_swapped_quote,
    has_turned_quote,
    reversed_quote,
    straight_quote,
    swapped_quote,
)
from .stops import doubled_mark, has_doubled_mark

punctuation = Pipeline((
    Rule("punctuation.doubled-mark", Kind.REPAIR, Safety.SAFE, doubled_mark, gate=has_doubled_mark, signs=signs(MARKS)),
    Rule("punctuation.doubled-quote", Kind.REPAIR, Safety.SAFE, doubled_quote, gate=has_doubled_quote,
         signs=signs(QUOTES)),
    Rule("punctuation.swapped-quote", Kind.REPAIR, Safety.SAFE, swapped_quote, gate=has_swapped_quote,
         signs=signs(QUOTES)),
    Rule("punctuation.reversed-quote", Kind.REPAIR, Safety.SAFE, reversed_quote, gate=has_turned_quote,
         signs=Signs(facts=((has_turned_quote, 1),), across=True)),
    Rule("punctuation.straight-quote", Kind.NORMALIZE, Safety.SAFE, straight_quote, needs=('"', "＂"),
         signs=Signs(below='"') | signs(WIDE)),
    Rule("punctuation.halfwidth-bracket", Kind.NORMALIZE, Safety.SAFE, halfwidth_bracket, gate=has_halfwidth_bracket,
         signs=Signs(below="()")),
    Rule("punctuation.halfwidth-mark", Kind.NORMALIZE, Safety.SAFE, halfwidth_mark, gate=has_halfwidth_mark,
         signs=Signs(below=",:;!?")),
))

__all__ = ["punctuation"]
