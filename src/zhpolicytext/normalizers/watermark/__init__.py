"""Marks that a site leaves in the texts it shows, so that a copy can be told: never a part of the document.

Affixes and lines that a page repeats (seed 001: `vwb四川教育在線` ends 40 lines), strings of content systems, sources
injected with random separators, disguised addresses, the name of the site inside of a sentence, characters without
width. A name that the author writes, a caption that stands twice and a line of metadata are none.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from .affixes import has_repeated_ends, known_affix, line_prefix, line_suffix, prefix_evidence, suffix_evidence
from .inserts import (
    cms_string,
    disguised_url,
    glued_slogan,
    injected_brand,
    injected_source,
    site_name_in_sentence,
    spam_suffix,
)
from .zero_width import ZERO_WIDTH_CHARACTERS, zero_width

watermark = Pipeline((
    Rule("watermark.zero-width", Kind.REPAIR, Safety.SAFE, zero_width, needs=ZERO_WIDTH_CHARACTERS),
    Rule("watermark.line-suffix", Kind.REPAIR, Safety.LIKELY, line_suffix, gate=has_repeated_ends,
         evidence=suffix_evidence),
    Rule("watermark.line-prefix", Kind.REPAIR, Safety.LIKELY, line_prefix, needs=("www.", "WWW.", "http"),
         evidence=prefix_evidence),
    Rule("watermark.cms-string", Kind.REPAIR, Safety.SAFE, cms_string,
         needs=("织梦", "織夢", "dedecms", "DEDECMS", "DedeCMS", "DedeCms", "Dedecms")),
    Rule("watermark.injected-source", Kind.REPAIR, Safety.SAFE, injected_source,
         needs=("来源", "來源", "出处", "版权所有", "21", "zz", "Z", "学", "學")),
    Rule("watermark.glued-slogan", Kind.REPAIR, Safety.LIKELY, glued_slogan, needs=("www", "WWW", "http", ".com", ".net", ".cn")),
    Rule("watermark.disguised-url", Kind.REPAIR, Safety.LIKELY, disguised_url, needs=("w", "W", "ｗ", "Ｗ")),
    Rule("watermark.injected-brand", Kind.REPAIR, Safety.LIKELY, injected_brand,
         needs=("书网", "書網", "文网", "文網", "文库", "文庫", "课件", "課件", "料网", "考网", "学网", "學網", "百晓")),
    Rule("watermark.spam-suffix", Kind.REPAIR, Safety.LIKELY, spam_suffix, needs=("官网", "官方", "入口", "娱乐", "下载")),
    Rule("watermark.site-name-in-sentence", Kind.REPAIR, Safety.SUGGEST, site_name_in_sentence,
         needs=("网", "網", "在线", "在線")),
))


class Learned(Protocol):
    """What `known` needs of a lexicon: see `zhpolicytext.lexicon.Lexicon`."""

    @property
    def lines(self) -> Sequence[str]: ...
    @property
    def affixes(self) -> Sequence[str]: ...


def known(lexicon: Learned) -> Rule:
    """A rule for the affixes of lines that a lexicon has learned from many texts of a site.

    >>> from zhpolicytext.lexicon import Lexicon
    >>> known(Lexicon(affixes=("某某教育网",)))("全市工作会议召开。x7Q某某教育网")
    '全市工作会议召开。'
    """
    affixes = tuple(lexicon.affixes)
    params: dict[str, Any] = {"lexicon": lexicon}
    return Rule("watermark.known", Kind.REPAIR, Safety.LIKELY, partial(known_affix, affixes=affixes),
                needs=affixes or ("\0",), params=params)
