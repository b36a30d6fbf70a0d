"""What the page brought along: placeholders, page and chunk numbers, running heads, buttons, dead citation marks.

A document that was split into pages, put on a site and copied off again keeps pieces of every carrier. This
normaliser takes out the pieces whose shape and place leave no doubt, and joins the sentence that a page break cut.
What needs a classification of whole blocks (navigation, side lists, bylines) is the business of `boilerplate`; a line
that carries a fact of the document (source, author, date, views) stays for it.
"""

from ...core.pipeline import Pipeline
from ...core.rule import Evidence, Finder, Gate, Kind, Rule, Safety
from ...core.signs import Signs
from ...text.sieve import LISTED, SIGNS, WIDE, signs
from ...text.gates import BEYOND_GB2312, REPEATED_LINE, SIZES, line_ends
from .chrome import buttons, font_size, has_buttons, has_controls, has_inline_controls
from .chunks import chunk_evidence, chunk_number, has_chunk_numbers, has_repeat_at_head, repeated_title
from .citations import citation_mark, dead_citation, has_brackets
from .glued import glued_page_number, has_glued_numbers
from .marks import (
    FILE_ENDS,
    LAST_MARKS,
    has_image_marks,
    has_inline_pages,
    has_page_reference,
    has_stray_marks,
    image_placeholder,
    inline_page_number,
    page_reference,
    stray_mark,
)
from .pages import (
    PAGE_ENDS,
    has_page_candidates,
    page_break,
    page_evidence,
    page_number,
    running_head,
    running_head_evidence,
)

_DIGITS = "0123456789"
_BRACKET = Signs(below="[") | signs(WIDE)  # ［
_PAGE = Signs(tails="".join(sorted(PAGE_ENDS)))
_PAGE_WORD = signs(SIGNS) | BEYOND_GB2312  # 頁


def _repair(name: str, safety: Safety, find: Finder, gate: Gate, shows: Signs, stage: str = "",
            evidence: Evidence | None = None) -> Rule:
    return Rule(f"furniture.{name}", Kind.REPAIR, safety, find, gate=gate, signs=shows, stage=stage, evidence=evidence)


furniture = Pipeline((
    _repair("image-placeholder", Safety.SAFE, image_placeholder, has_image_marks,
            Signs(below="[<", tails="".join(sorted(FILE_ENDS))) | signs(SIGNS)),
    # What stands on the line of a number, a mark or a button goes before these are looked at.
    _repair("citation-mark", Safety.LIKELY, citation_mark, has_brackets, _BRACKET),
    _repair("dead-citation", Safety.SUGGEST, dead_citation, has_brackets, _BRACKET),
    _repair("font-size", Safety.SAFE, font_size, has_inline_controls, Signs(tails="】]", facts=((line_ends, SIZES),))),
    _repair("page-reference", Safety.LIKELY, page_reference, has_page_reference, _PAGE_WORD),
    _repair("stray-mark", Safety.LIKELY, stray_mark, has_stray_marks, Signs(tails="".join(sorted(LAST_MARKS - {"\n"})))),
    # A line of buttons may stand between two page numbers.
    _repair("buttons", Safety.SAFE, buttons, has_buttons, Signs(tails="多", facts=((has_controls, 1),))),
    # One stage: head, number and break are evidence for each other.
    _repair("running-head", Safety.LIKELY, running_head, has_page_candidates, _PAGE, "pages", running_head_evidence),
    _repair("page-number", Safety.LIKELY, page_number, has_page_candidates, _PAGE, "pages", page_evidence),
    _repair("page-break", Safety.LIKELY, page_break, has_page_candidates, _PAGE, "pages"),
    _repair("inline-page-number", Safety.LIKELY, inline_page_number, has_inline_pages, Signs(below="-") | _PAGE_WORD),
    # Behind the page numbers: a chunk that ends with one does not show that its sentence is cut.
    _repair("glued-page-number", Safety.LIKELY, glued_page_number, has_glued_numbers, Signs(tails=_DIGITS)),
    _repair("chunk-number", Safety.LIKELY, chunk_number, has_chunk_numbers, signs(LISTED), evidence=chunk_evidence),
    # Last: what stood between the two titles is gone.
    _repair("repeated-title", Safety.LIKELY, repeated_title, has_repeat_at_head,
            Signs(facts=((line_ends, REPEATED_LINE),))),
))
