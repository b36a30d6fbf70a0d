"""Marks that a site leaves in the texts it shows, so that a copy can be told: never a part of the document.

Affixes and lines that a page repeats (seed 001: `vwb四川教育在線` ends 40 lines), strings of content systems, sources
injected with random separators, disguised addresses, the name of the site inside of a sentence, characters without
width. A name that the author writes, a caption that stands twice and a line of metadata are none.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from ...core.pipeline import Pipeline
from ...core.rule import Evidence, Finder, Gate, Kind, Rule, Safety
from ...core.signs import Signs
from ...text.sieve import BRANDS, SIGNS, WIDE, signs
from ...text.gates import BEYOND_GB2312, REPEATED_END, line_ends
from .addresses import (
    SPAM_ENDS,
    disguised_url,
    glued_slogan,
    has_address,
    has_disguised_address,
    has_spam_ends,
    injected_url,
    spam_suffix,
)
from .affixes import (
    ADDRESS_HEADS,
    has_address_heads,
    has_repeated_ends,
    known_affix,
    line_prefix,
    line_suffix,
    prefix_evidence,
    suffix_evidence,
)
from .inserts import (
    CMS_ENDS,
    SEPARATING,
    cms_string,
    has_brand_ends,
    has_cms_ends,
    has_separators,
    injected_brand,
    injected_source,
    site_name_in_sentence,
)
from .noise import copy_noise, has_noise
from .zero_width import has_zero_width, zero_width



def _repair(name: str, safety: Safety, find: Finder, gate: Gate, shows: Signs, evidence: Evidence | None = None) -> Rule:
    return Rule(f"watermark.{name}", Kind.REPAIR, safety, find, gate=gate, signs=shows, evidence=evidence)


_ADDRESS = Signs(below="whW")

watermark = Pipeline((
    # First: a character without width hides every other mark.
    _repair("zero-width", Safety.SAFE, zero_width, has_zero_width, BEYOND_GB2312),
    _repair("injected-source", Safety.SAFE, injected_source, has_separators,
            Signs(below=SEPARATING) | signs(SIGNS | WIDE)),  # ［
    _repair("copy-noise", Safety.SAFE, copy_noise, has_noise, Signs(below=" ")),
    _repair("line-suffix", Safety.LIKELY, line_suffix, has_repeated_ends,
            Signs(facts=((line_ends, REPEATED_END),)), suffix_evidence),
    _repair("line-prefix", Safety.LIKELY, line_prefix, has_address_heads, Signs(heads="".join(sorted(ADDRESS_HEADS))),
            prefix_evidence),
    _repair("cms-string", Safety.SAFE, cms_string, has_cms_ends, Signs(tails="".join(sorted(CMS_ENDS)))),
    _repair("glued-slogan", Safety.LIKELY, glued_slogan, has_address, _ADDRESS),
    _repair("injected-url", Safety.LIKELY, injected_url, has_address, _ADDRESS),
    _repair("disguised-url", Safety.LIKELY, disguised_url, has_disguised_address, Signs(below="wW") | signs(WIDE)),
    _repair("injected-brand", Safety.LIKELY, injected_brand, has_brand_ends, signs(BRANDS)),
    _repair("spam-suffix", Safety.LIKELY, spam_suffix, has_spam_ends, Signs(tails="".join(sorted(SPAM_ENDS)))),
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
